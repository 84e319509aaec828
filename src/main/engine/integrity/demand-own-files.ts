import { type Dirent, lstatSync, opendirSync } from 'node:fs'
import { join } from 'node:path'
import { SanadError } from '#shared/errors'

/** Far more than an archive's folder and the ones directly in it hold of their own; what a person put there besides is not looked through. */
const MOST_ENTRIES = 20_000

/** What an archive keeps as files; everything else of its own is folders. */
const FILES = /^archive\.(?:db|lock|key|repair)/

const LOCK = 'archive.lock'

/** What SQLite writes into beside a database. An archive that was closed in order has none. */
const SIDE_FILES = /^archive\..*-(?:wal|shm|journal)$/

/**
 * Refuses an archive's folder in which something is a link to another place, a pipe or a device, or a folder where a file belongs: whoever
 * could put it there must not choose what Sanad reads as part of an archive, and above all not what it writes and clears. Looks at the
 * folder and at the folders directly in it; originals themselves are never opened through a link. Throws SanadError
 * `archive-leads-elsewhere`, and errors of the file system.
 */
export function demandOwnFiles(directory: string): void {
  for (const entry of entriesOf(directory)) {
    demandOwn(entry, '')
    if (entry.isDirectory()) for (const inner of entriesOf(join(directory, entry.name))) demandOwn(inner, entry.name)
    const belongs = FILES.test(entry.name) ? 'file' : entry.name === 'originals' ? 'folder' : undefined
    if (belongs === 'file' && !entry.isFile()) refuse(entry.name, 'is a folder, where a file belongs')
    // A hard link. The database itself may be one: some make backups so, and what is written to it is then meant for both names.
    if (SIDE_FILES.test(entry.name) && lstatSync(join(directory, entry.name)).nlink > 1)
      refuse(entry.name, 'is a second name of a file elsewhere')
    if (belongs === 'folder' && !entry.isDirectory()) refuse(entry.name, 'is a file, where a folder belongs')
    if (belongs === 'file' && entry.name !== LOCK && isOneFile(join(directory, entry.name), join(directory, LOCK)))
      refuse(entry.name, `is a second name of ${LOCK}`)
  }
}

/** Whoever holds the lock would be locked out of what is the same file. */
function isOneFile(path: string, other: string): boolean {
  const [one, two] = [path, other].map((name) => lstatSync(name, { bigint: true, throwIfNoEntry: false }))
  return one !== undefined && two !== undefined && one.nlink > 1n && one.ino === two.ino && one.dev === two.dev
}

function demandOwn(entry: Dirent, place: string): void {
  if (entry.isFile() || entry.isDirectory()) return
  refuse(join(place, entry.name), entry.isSymbolicLink() ? 'is a link to another place' : 'is no ordinary file')
}

function refuse(name: string, what: string): never {
  throw new SanadError('archive-leads-elsewhere', `${name} ${what}. Nothing was opened or changed; move it away and try again.`)
}

function* entriesOf(directory: string): Generator<Dirent> {
  const open = opendirSync(directory)
  try {
    for (let seen = 0; seen < MOST_ENTRIES; seen++) {
      const entry = open.readSync()
      if (entry === null) return
      yield entry
    }
  } finally {
    open.closeSync()
  }
}
