/**
 * An archive's folder that somebody else had in hands: links, folders in the place of files, odd names, unreadable and nonsensical things.
 * Each is opened, or refused with a sentence; nothing outside the folder is read as part of it, written or removed.
 */
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync
} from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { expect, test } from 'vitest'
import { type Archive, createArchive, openArchive } from '#engine/open'
import { readPlainText } from '#engine/reading/plain-text'
import { rows } from '#engine/store/statement'
import { SanadError } from '#shared/errors'
import type { DocumentId } from '#shared/model/ids'
import { numbers, withFlippedBits } from '#tests/support/damage'
import { CASES, isTimeUp, report, SEED } from '#tests/support/fuzz/cases'
import { importAll, testPool } from '#tests/support/import'
import { temporaryFolder } from '#tests/support/temporary'

const SECRET = 'A secret that is no part of any archive.'

/** Every file below a folder with its bytes, and every link with where it leads. */
function contentsOf(folder: string): Record<string, string> {
  const found: Record<string, string> = {}
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name)
    found[relative(folder, path)] = entry.isFile() ? createHash('sha256').update(readFileSync(path)).digest('hex') : 'no file'
  }
  return found
}

type Place = Readonly<{ directory: string; outside: string; original: string }>
type Change = (place: Place) => void

const put = (path: string, target: string): void => {
  rmSync(path, { recursive: true, force: true })
  symlinkSync(target, path)
}
const asFolder = (path: string): void => {
  rmSync(path, { recursive: true, force: true })
  mkdirSync(path)
}
const asPipe = (path: string): void => {
  rmSync(path, { recursive: true, force: true })
  execFileSync('mkfifo', [path])
}

/** What somebody may have done; `opens` says that the archive opens all the same. */
const CHANGES: Readonly<Record<string, Change>> = {
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
  'the lock is a link': ({ directory, outside }) => put(join(directory, 'archive.lock'), join(outside, 'secret.txt')),
  'the lock is a link to what is not there': ({ directory, outside }) =>
    put(join(directory, 'archive.lock'), join(outside, 'new.lock')),
  'the key is a link': ({ directory, outside }) => put(join(directory, 'archive.key'), join(outside, 'secret.txt')),
  'a snapshot folder is a link': ({ directory, outside }) => put(join(directory, 'snapshots'), outside),
  'the database is a folder': ({ directory }) => asFolder(join(directory, 'archive.db')),
  'the lock is a folder': ({ directory }) => asFolder(join(directory, 'archive.lock')),
  'the key is a folder': ({ directory }) => asFolder(join(directory, 'archive.key')),
  'originals are a file': ({ directory }) => {
    rmSync(join(directory, 'originals'), { recursive: true })
    writeFileSync(join(directory, 'originals'), 'x')
  },
  'the database is a pipe': ({ directory }) => asPipe(join(directory, 'archive.db')),
  'the key is a pipe': ({ directory }) => asPipe(join(directory, 'archive.key')),
  'the database is empty': ({ directory }) => truncateSync(join(directory, 'archive.db')),
  'the database is something else': ({ directory }) => writeFileSync(join(directory, 'archive.db'), SECRET.repeat(1000)),
  'the database says it has a form that SQLite does not know': ({ directory }) => {
    const file = join(directory, 'archive.db')
    const bytes = readFileSync(file)
    bytes.writeUInt32BE(9, 44)
    writeFileSync(file, bytes)
  },
  'the key is nonsense': ({ directory }) => writeFileSync(join(directory, 'archive.key'), Buffer.alloc(5000, 0x7f)),
  'an original is a link to a file outside': ({ original, outside }) => put(original, join(outside, 'secret.txt')),
  'an original is a link to passwords': ({ original }) => put(original, '/etc/passwd'),
  'an original is a link to itself': ({ original }) => put(original, original),
  'an original is a folder': ({ original }) => asFolder(original),
  'an original is a pipe': ({ original }) => asPipe(original),
  'an original is gone': ({ original }) => rmSync(original),
  'an original may not be read': ({ original }) => chmodSync(original, 0),
  'unfinished files hold a link outside': ({ directory, outside }) => {
    mkdirSync(join(directory, 'originals/unfinished/1'), { recursive: true })
    symlinkSync(outside, join(directory, 'originals/unfinished/1/out'))
    symlinkSync(join(outside, 'secret.txt'), join(directory, 'originals/unfinished/2'))
  },
  'there are names nobody gives': ({ directory }) => {
    for (const name of ['..hidden', 'a\nb', '\u202egpj', 'x'.repeat(250), '-rf', '%00', 'archive.db ', 'con', ' '])
      writeFileSync(join(directory, name), 'x')
  },
  'there are originals of names nobody gives': ({ directory }) => {
    for (const name of ['..hidden', 'zz', 'x'.repeat(250), 'ab.txt']) writeFileSync(join(directory, 'originals', name), 'x')
  }
}

/** An archive of two letters, and a folder beside it that is none of its business. */
async function makePlace(): Promise<Place> {
  const around = temporaryFolder()
  const [directory, outside, source] = [join(around, 'Test.sanad'), join(around, 'outside'), join(around, 'source')]
  for (const folder of [outside, join(outside, 'deep/er'), source]) mkdirSync(folder, { recursive: true })
  writeFileSync(join(outside, 'secret.txt'), SECRET)
  writeFileSync(join(outside, 'deep/er/diary.txt'), SECRET)
  writeFileSync(join(source, 'letter.txt'), 'A letter about the kingfisher.')
  const archive = createArchive(directory)
  const pool = await testPool()
  await importAll(archive, pool, [source])
  archive.close()
  await pool.close()
  const original = readdirSync(join(directory, 'originals'), { recursive: true, withFileTypes: true }).find((one) => one.isFile())
  if (!original) throw new Error('the archive holds no original')
  return { directory, outside, original: join(original.parentPath, original.name) }
}

/** Opens it, reads what it holds, and puts something into it, as far as it goes. The sentences of whatever is refused. */
async function use(place: Place, more: string): Promise<string[]> {
  let archive: Archive
  const sentences: string[] = []
  try {
    archive = openArchive(place.directory)
  } catch (error) {
    if (!(error instanceof SanadError)) throw error
    return [`${error.code}: ${error.message}`]
  }
  const pool = await testPool()
  try {
    const ids = rows<{ id: DocumentId }>(archive.db, 'SELECT id FROM document').map(({ id }) => id)
    for (const id of ids) {
      try {
        const { text } = await readPlainText({ db: archive.db, originals: archive.originals, extractor: pool }, id)
        expect(text).not.toMatch(/secret that is no part|root:/)
      } catch (error) {
        if (!(error instanceof SanadError)) throw error
        sentences.push(`${error.code}: ${error.message}`)
      }
    }
    const receipt = await importAll(archive, pool, [more])
    expect(receipt.state).toBe('finished')
  } finally {
    await pool.close()
    archive.close()
  }
  return sentences
}

test('whatever was done to the folder, nothing outside it is read, written or removed', { timeout: 600_000 }, async () => {
  const place = await makePlace()
  const pristine = `${place.directory}.pristine`
  cpSync(place.directory, pristine, { recursive: true })
  const more = join(dirname(place.directory), 'more')
  mkdirSync(more)
  writeFileSync(join(more, 'answer.txt'), 'An answer about the heron.')
  const before = contentsOf(place.outside)
  for (const [name, change] of Object.entries(CHANGES)) {
    change(place)
    const sentences = await use(place, more)
    for (const sentence of sentences) expect(sentence, name).toMatch(/^[a-z-]+: .*[.]$/s)
    expect(contentsOf(place.outside), name).toEqual(before)
    process.stdout.write(`        ${name}: ${sentences.join(' ') || 'opened and read'}\n`)
    rmSync(place.directory, { recursive: true, force: true })
    cpSync(pristine, place.directory, { recursive: true })
  }
  report({ target: 'archive folder', cases: Object.keys(CHANGES).length })
})

test(`a database with turned bits is refused, or read as far as it goes (seed ${SEED})`, { timeout: 3_600_000 }, async () => {
  const place = await makePlace()
  const file = join(place.directory, 'archive.db')
  const whole = readFileSync(file)
  const random = numbers(SEED)
  const cases = Math.ceil(CASES / 5)
  let refusals = 0
  let at = 0
  for (; at < cases && !isTimeUp(); at++) {
    const damaged = withFlippedBits(whole, 1 << (at % 10), random)
    writeFileSync(file, at % 7 === 0 ? damaged.subarray(0, random.next().value % damaged.length) : damaged)
    for (const rest of ['-wal', '-shm', '-journal']) rmSync(file + rest, { force: true })
    try {
      const archive = openArchive(place.directory)
      archive.close()
    } catch (error) {
      refusals++
      expect(error, `case ${at}`).toBeInstanceOf(SanadError)
    }
    expect(statSync(place.directory).isDirectory() && existsSync(place.original)).toBe(true)
  }
  report({ target: 'archive database', cases: at, refusals })
})
