/** What somebody may have done to the folder of an archive: named mischief, and any change of any entry, as a case's numbers decide. */
import {
  appendFileSync,
  chmodSync,
  cpSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { withFlippedBits } from '#tests/support/damage'

/** `special`: a pipe and a socket to be linked from, `original`: a file in `directory`. */
export type Place = Readonly<{ directory: string; outside: string; original: string; special: readonly string[] }>
type Change = (place: Place) => void

export const SECRET = 'A secret that is no part of any archive.'

const remove = (path: string): void => rmSync(path, { recursive: true, force: true })
const put = (path: string, target: string): void => {
  remove(path)
  symlinkSync(target, path)
}
const asFolder = (path: string): void => {
  remove(path)
  mkdirSync(path)
}
const hardLink = (path: string, target: string): void => {
  remove(path)
  linkSync(target, path)
}
const asPipe = (path: string, { special }: Place): void => hardLink(path, special[0] ?? '')

const ODD_NAMES = [
  '..hidden',
  'a\nb',
  '\u202egpj',
  'x'.repeat(250),
  '-rf',
  '%00',
  'archive.db ',
  'con',
  ' ',
  'é'.normalize('NFD')
]

/** Mischief that somebody thought of. */
export const NAMED_CHANGES: Readonly<Record<string, Change>> = {
  'unfinished files lead to a folder outside': ({ directory, outside }) => put(join(directory, 'originals/unfinished'), outside),
  'originals lead outside': ({ directory, outside }) => put(join(directory, 'originals'), outside),
  'originals lead to the archive itself': ({ directory }) => put(join(directory, 'originals'), directory),
  'a folder of originals leads outside': ({ original, outside }) => put(dirname(original), outside),
  'a folder of originals leads to itself': ({ original }) => put(dirname(original), dirname(original)),
  'the database is a link': ({ directory, outside }) => put(join(directory, 'archive.db'), join(outside, 'secret.txt')),
  'the database is a link to what is not there': ({ directory, outside }) =>
    put(join(directory, 'archive.db'), join(outside, 'new.db')),
  'the log of the database is a link': ({ directory, outside }) =>
    put(join(directory, 'archive.db-wal'), join(outside, 'secret.txt')),
  'the log of the database is a hard link': ({ directory, outside }) =>
    hardLink(join(directory, 'archive.db-wal'), join(outside, 'deep/er/diary.txt')),
  'the index of the log is a hard link': ({ directory, outside }) =>
    hardLink(join(directory, 'archive.db-shm'), join(outside, 'deep/er/diary.txt')),
  'a journal of the lock is a hard link': ({ directory, outside }) =>
    hardLink(join(directory, 'archive.lock-journal'), join(outside, 'deep/er/diary.txt')),
  'the lock is a hard link': ({ directory, outside }) =>
    hardLink(join(directory, 'archive.lock'), join(outside, 'deep/er/diary.txt')),
  'the lock is a second name of the database': ({ directory }) =>
    hardLink(join(directory, 'archive.lock'), join(directory, 'archive.db')),
  'the key is a hard link': ({ directory, outside }) =>
    hardLink(join(directory, 'archive.key'), join(outside, 'deep/er/diary.txt')),
  'the lock is a link': ({ directory, outside }) => put(join(directory, 'archive.lock'), join(outside, 'secret.txt')),
  'the lock is a link to what is not there': ({ directory, outside }) =>
    put(join(directory, 'archive.lock'), join(outside, 'new.lock')),
  'the key is a link': ({ directory, outside }) => put(join(directory, 'archive.key'), join(outside, 'secret.txt')),
  'a snapshot folder is a link': ({ directory, outside }) => put(join(directory, 'snapshots'), outside),
  'the database is a folder': ({ directory }) => asFolder(join(directory, 'archive.db')),
  'the lock is a folder': ({ directory }) => asFolder(join(directory, 'archive.lock')),
  'the key is a folder': ({ directory }) => asFolder(join(directory, 'archive.key')),
  'originals are a file': ({ directory }) => {
    remove(join(directory, 'originals'))
    writeFileSync(join(directory, 'originals'), 'x')
  },
  'the database is a pipe': (place) => asPipe(join(place.directory, 'archive.db'), place),
  'the key is a pipe': (place) => asPipe(join(place.directory, 'archive.key'), place),
  'the database is empty': ({ directory }) => truncateSync(join(directory, 'archive.db')),
  'the database is something else': ({ directory }) => writeFileSync(join(directory, 'archive.db'), SECRET.repeat(1000)),
  'the database says it has a form that SQLite does not know': ({ directory }) => {
    const file = join(directory, 'archive.db')
    const bytes = readFileSync(file)
    bytes.writeUInt32BE(9, 44)
    writeFileSync(file, bytes)
  },
  'a journal of the database asks for a file outside to be deleted': ({ directory, outside }) =>
    writeJournal(join(directory, 'archive.db'), join(outside, 'secret.txt')),
  'a journal of the lock asks for a file outside to be deleted': ({ directory, outside }) => {
    cpSync(join(directory, 'archive.db'), join(directory, 'archive.lock'))
    writeJournal(join(directory, 'archive.lock'), join(outside, 'secret.txt'))
  },
  'the key is nonsense': ({ directory }) => writeFileSync(join(directory, 'archive.key'), Buffer.alloc(5000, 0x7f)),
  'an original is a link to a file outside': ({ original, outside }) => put(original, join(outside, 'secret.txt')),
  'an original is a link to passwords': ({ original }) => put(original, '/etc/passwd'),
  'an original is a link to itself': ({ original }) => put(original, original),
  'an original is a folder': ({ original }) => asFolder(original),
  'an original is a pipe': (place) => asPipe(place.original, place),
  'an original is gone': ({ original }) => remove(original),
  'an original may not be read': ({ original }) => chmodSync(original, 0),
  'unfinished files hold a link outside': ({ directory, outside }) => {
    mkdirSync(join(directory, 'originals/unfinished/1'), { recursive: true })
    symlinkSync(outside, join(directory, 'originals/unfinished/1/out'))
    symlinkSync(join(outside, 'secret.txt'), join(directory, 'originals/unfinished/2'))
  },
  'there are names nobody gives': ({ directory }) => {
    for (const name of ODD_NAMES) writeFileSync(join(directory, name), 'x')
  },
  'there are originals of names nobody gives': ({ directory }) => {
    for (const name of ['..hidden', 'zz', 'x'.repeat(250), 'ab.txt']) writeFileSync(join(directory, 'originals', name), 'x')
  }
}

/**
 * A rollback journal that names a super-journal: SQLite, having played it, deletes a super-journal of which no child is left, wherever it
 * lies. Format: “Database File Format”, section 3, and `readSuperJournal` of pager.c.
 */
function writeJournal(database: string, superJournal: string): void {
  const magic = Buffer.from('d9d505f920a163d7', 'hex')
  const file = readFileSync(database)
  const pageSize = file.readUInt16BE(16) || 4096
  const name = Buffer.from(superJournal)
  const number = (value: number): Buffer => {
    const four = Buffer.alloc(4)
    four.writeUInt32BE(value >>> 0)
    return four
  }
  const sum = name.reduce((total, byte) => total + byte, 0)
  const head = [magic, number(0), number(0), number(Math.ceil(file.length / pageSize)), number(512), number(pageSize)]
  const end = [number(Math.floor(0x40000000 / pageSize) + 1), name, number(name.length), number(sum), magic]
  writeFileSync(`${database}-journal`, Buffer.concat([Buffer.concat(head, 512), ...end]))
}

type Numbers = Generator<number, never>
const pick = <T>(from: readonly T[], random: Numbers): T => from[random.next().value % from.length] as T

const entriesOf = (directory: string): string[] =>
  readdirSync(directory, { recursive: true, withFileTypes: true }).map((entry) => join(entry.parentPath, entry.name))

/** Names that mean something to the program, in the archive's folder. */
const OWN_NAMES =
  'archive.db-wal archive.db-shm archive.db-journal archive.lock archive.lock-journal archive.key archive.key.copy archive.db.mended archive.db.old archive.db.new archive.db.before-v2 archive.db.part snapshots snapshots/2026-01-01.db snapshots/manifest.db originals/unfinished originals/unfinished/1 originals/00 originals/zz'.split(
    ' '
  )

type AnyChange = (path: string, place: Place, random: Numbers) => void

/** Changes of which entry a name is. */
const OF_NAMES: Readonly<Record<string, AnyChange>> = {
  'is a link outside': (path, { outside }, random) =>
    put(path, pick([outside, join(outside, 'secret.txt'), join(outside, 'new'), '/dev/zero'], random)),
  'is a link inside': (path, { directory }, random) => put(path, pick([directory, path, '.', ...entriesOf(directory)], random)),
  'is a folder': (path, _, random) => {
    asFolder(path)
    if (random.next().value % 2) writeFileSync(join(path, basename(path)), 'x')
  },
  'is a pipe, a socket or a device': (path, { special }, random) => hardLink(path, pick(special, random)),
  'is another name of a file inside': (path, { directory }, random) => hardLink(path, pick(entriesOf(directory), random)),
  'is another name of a file outside': (path, { outside }) => hardLink(path, join(outside, 'deep/er/diary.txt')),
  'is what another was': (path, { directory }, random) => {
    const [other, aside] = [pick(entriesOf(directory), random), `${path}.aside`]
    renameSync(path, aside)
    renameSync(other, path)
    renameSync(aside, other)
  },
  'is gone': (path) => remove(path),
  'is called otherwise': (path, _, random) => {
    const name = basename(path)
    const others = [
      ...[name.toUpperCase(), `${name} `, `${name}.`, `\u202e${name}`, name.slice(0, -1)],
      ...[`${name}é`.normalize('NFD'), `${name}é`.normalize('NFC'), 'x'.repeat(255)]
    ]
    renameSync(path, join(dirname(path), pick([...others, ...ODD_NAMES], random)))
  },
  'lies elsewhere': (path, { directory }, random) => renameSync(path, join(directory, pick(OWN_NAMES, random))),
  'has odd company': (path, _, random) => writeNew(join(dirname(path), pick(ODD_NAMES, random)), Buffer.from('x')),
  'has company the program knows': (_, { directory, original }, random) => {
    const path = join(directory, pick(OWN_NAMES, random))
    mkdirSync(dirname(path), { recursive: true })
    writeNew(path, pick([fileAt(join(directory, 'archive.db')), fileAt(original), Buffer.from('x')], random))
  }
}

/** Changes of what a file holds. */
const OF_FILES: Readonly<Record<string, AnyChange>> = {
  'holds what another holds': (path, { directory }, random) => writeFileSync(path, fileAt(pick(entriesOf(directory), random))),
  'is empty': (path) => truncateSync(path),
  'is cut off': (path, _, random) => truncateSync(path, random.next().value % (fileAt(path).length + 1)),
  'goes on': (path, _, random) => appendFileSync(path, Buffer.alloc(1 + (random.next().value % 9000), random.next().value)),
  'has turned bits': (path, _, random) =>
    writeFileSync(path, withFlippedBits(fileAt(path), 1 + (random.next().value % 40), random)),
  'is nonsense': (path, _, random) => writeFileSync(path, Buffer.alloc(random.next().value % 5000, random.next().value)),
  'is there a second time': (path, { directory }, random) =>
    writeNew(join(directory, pick([...OWN_NAMES, ...ODD_NAMES], random)), fileAt(path)),
  'may not be read': (path, _, random) => chmodSync(path, pick([0, 0o111, 0o222, 0o444], random))
}

const isFile = (path: string): boolean => existsSync(path) && lstatSync(path).isFile()

/** The bytes of a file; of a pipe or a link, which must not be followed here either, none. */
const fileAt = (path: string): Buffer => (isFile(path) ? readFileSync(path) : Buffer.alloc(0))

function writeNew(path: string, bytes: Uint8Array): void {
  remove(path)
  writeFileSync(path, bytes)
}

/** One to three changes of any entries. What was done, in words. */
export function changeAnything(place: Place, random: Numbers): string {
  const done: string[] = []
  for (let left = 1 + (random.next().value % 3); left > 0; left--) {
    const entries = [...entriesOf(place.directory), ...OWN_NAMES.map((name) => join(place.directory, name))]
    const path = pick(entries, random)
    const changes = { ...OF_NAMES, ...(isFile(path) ? OF_FILES : {}) }
    const what = pick(Object.keys(changes), random)
    done.push(`${path.slice(place.directory.length + 1)} ${what}`)
    try {
      if (!existsSync(dirname(path))) continue
      changes[what]?.(path, place, random)
    } catch (error) {
      // The file system refused it (a folder into itself, bytes of a pipe): as it would refuse whoever tries.
      if (!(error instanceof Error && 'code' in error)) throw error
    }
  }
  return done.join(', ')
}
