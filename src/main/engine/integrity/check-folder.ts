/** Finds what lies in an archive's folder and belongs to no original and to nothing else of the archive. */
import type { Dirent } from 'node:fs'
import { basename, join } from 'node:path'
import { entriesIn } from '#engine/integrity/entries-in'
import { isKnownRootFile, isKnownRootFolder, isKnownSnapshot, isShelf } from '#engine/integrity/known-files'
import type { Work } from '#engine/integrity/work'
import { type Originals, originalForm } from '#engine/originals/originals'
import type { ReadDb } from '#engine/store/connection'
import { eachOriginalRow } from '#engine/store/original-rows'
import type { ExtraFinding } from '#shared/model/integrity'

/** The names of all originals by their first 64 bits, in order: eight bytes each, whatever the archive holds. */
function namesOf(db: ReadDb, originals: Originals): BigUint64Array {
  const all: bigint[] = []
  for (const { sha256 } of eachOriginalRow(db)) {
    all.push(keyOf(basename(originals.pathOf(sha256))))
    // While it is being encrypted or decrypted some lie as they came; in any other encrypted archive a plain one was put there by somebody.
    if (originals.isConverting) all.push(keyOf(Buffer.from(sha256).toString('hex')))
  }
  return BigUint64Array.from(all).sort()
}

const keyOf = (name: string): bigint => BigInt(`0x${name.slice(0, 16)}`)

function holds(names: BigUint64Array, key: bigint): boolean {
  let [low, high] = [0, names.length - 1]
  while (low <= high) {
    const middle = (low + high) >> 1
    const there = names[middle] ?? 0n
    if (there === key) return true
    if (there < key) low = middle + 1
    else high = middle - 1
  }
  return false
}

function kindOf(entry: Dirent): ExtraFinding['what'] {
  if (entry.isSymbolicLink()) return 'link'
  if (entry.isDirectory()) return 'folder'
  return entry.isFile() ? 'file' : 'other'
}

/**
 * Names what is not the archive's, each once: of a folder that does not belong there its own name, not what is in it. No link is followed.
 * Files that an import has put there and not recorded yet are found too: ask again when none is running (see `stillExtra`).
 */
export async function findExtra(db: ReadDb, directory: string, originals: Originals, work: Work): Promise<ExtraFinding[]> {
  const names = namesOf(db, originals)
  const extra: ExtraFinding[] = []
  const add = (path: string, entry: Dirent): void => void extra.push({ path, what: kindOf(entry) })
  for (const entry of entriesIn(directory)) {
    const isKnown = entry.isDirectory() ? isKnownRootFolder(entry.name) : entry.isFile() && isKnownRootFile(entry.name)
    if (!isKnown) add(entry.name, entry)
  }
  for (const entry of entriesIn(join(directory, 'snapshots')))
    if (!entry.isFile() || !isKnownSnapshot(entry.name)) add(`snapshots/${entry.name}`, entry)
  for (const shelf of entriesIn(join(directory, 'originals'))) {
    if (shelf.isDirectory() && shelf.name === 'unfinished') continue
    if (!shelf.isDirectory() || !isShelf(shelf.name)) {
      add(`originals/${shelf.name}`, shelf)
      continue
    }
    for (const entry of entriesIn(join(directory, 'originals', shelf.name))) {
      if (!(await work.rest())) return extra
      // One that has the name of an original is looked at with the originals, whatever it is.
      const isOriginal =
        originalForm(entry.name) !== undefined && entry.name.startsWith(shelf.name) && holds(names, keyOf(entry.name))
      if (!isOriginal) add(`originals/${shelf.name}/${entry.name}`, entry)
    }
  }
  return extra
}
