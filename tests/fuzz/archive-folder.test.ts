/**
 * An archive's folder that somebody else had in hands: links, folders in the place of files, odd names, unreadable and nonsensical things.
 * Each is opened, or refused with a sentence; nothing outside the folder is read as part of it, written or removed.
 */
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cpSync, existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join, relative } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { asSanadError } from '#engine/disk-error'
import type { ExtractPool } from '#engine/extract/pool/pool'
import type { ArchiveKeys } from '#engine/keys/archive-keys'
import { setPassphrase } from '#engine/keys/passphrase-changes'
import { type Archive, createArchive, openArchive } from '#engine/open'
import { readPlainText } from '#engine/reading/plain-text'
import { rows } from '#engine/store/statement'
import { SanadError } from '#shared/errors'
import type { DocumentId } from '#shared/model/ids'
import { withFlippedBits } from '#tests/support/damage'
import { CASES, eachCase, report, SEED } from '#tests/support/fuzz/cases'
import { changeAnything, NAMED_CHANGES, type Place, SECRET } from '#tests/support/fuzz/folder-changes'
import { importAll, testPool } from '#tests/support/import'
import { temporaryFolder } from '#tests/support/temporary'

const TIME = { timeout: 8 * 3_600_000 }

const inodeOf = (directory: string): number | undefined =>
  lstatSync(join(directory, 'archive.db'), { throwIfNoEntry: false })?.ino

/** Every file below a folder with its bytes, and everything else by its kind; not what the archive's database is a second name of. */
function contentsOf({ outside: folder, directory }: Place, database = inodeOf(directory)): Record<string, string> {
  const found: Record<string, string> = {}
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name)
    if (lstatSync(path).ino === database) continue
    found[relative(folder, path)] = entry.isFile() ? createHash('sha256').update(readFileSync(path)).digest('hex') : 'no file'
  }
  return found
}

type Ground = Place & Readonly<{ pristine: string; more: string; pool: ExtractPool; keys: ArchiveKeys | null }>

function writeOutside(outside: string): void {
  rmSync(outside, { recursive: true, force: true })
  mkdirSync(join(outside, 'deep/er'), { recursive: true })
  writeFileSync(join(outside, 'secret.txt'), SECRET)
  // What a hard link in the archive is a name of: its bytes are as much the archive's as anybody's, and may be read.
  writeFileSync(join(outside, 'deep/er/diary.txt'), 'A diary.')
}

/** A socket until the test ends; none where the path is too long for one. */
async function socketAt(path: string): Promise<void> {
  if (path.length > 100) return
  const server = createServer().listen(path)
  onTestFinished(() => void server.close())
  await new Promise((done) => server.once('listening', done))
}

/** An archive of a letter, a copy of it, and folders around it that are none of its business. */
async function makeGround(isEncrypted: boolean): Promise<Ground> {
  const around = temporaryFolder()
  const at = (name: string): string => join(around, name)
  const [directory, outside, special] = [at('Test.sanad'), at('outside'), at('special')]
  for (const folder of [at('source'), at('more'), special]) mkdirSync(folder, { recursive: true })
  writeOutside(outside)
  writeFileSync(at('source/letter.txt'), 'A letter about the kingfisher.')
  writeFileSync(at('more/answer.txt'), 'An answer about the heron.')
  execFileSync('mkfifo', [join(special, 'pipe')])
  await socketAt(join(special, 'socket'))
  const archive = createArchive(directory)
  const pool = await testPool()
  await importAll(archive, pool, [at('source')])
  archive.close()
  const keys = isEncrypted ? await setPassphrase(directory, 'seven stones', () => undefined) : null
  cpSync(directory, at('pristine'), { recursive: true })
  const original = readdirSync(join(directory, 'originals'), { recursive: true, withFileTypes: true }).find((one) => one.isFile())
  if (!original) throw new Error('the archive holds no original')
  return {
    ...{ directory, outside, pool, keys, pristine: at('pristine'), more: at('more') },
    original: join(original.parentPath, original.name),
    special: readdirSync(special).map((name) => join(special, name))
  }
}

function restore({ directory, pristine, outside }: Ground): void {
  rmSync(directory, { recursive: true, force: true })
  cpSync(pristine, directory, { recursive: true })
  writeOutside(outside)
}

/** Opens it, reads what it holds, and puts something into it, as far as it goes. The sentences of whatever is refused. */
async function use({ directory, keys, pool, more }: Ground): Promise<string[]> {
  const sentences: string[] = []
  const orSentence = async (does: () => Promise<void>): Promise<void> => {
    try {
      await does()
    } catch (error) {
      const told = asSanadError(error, directory)
      if (!(told instanceof SanadError)) throw error
      sentences.push(`${told.code}: ${told.message}`)
    }
  }
  let archive: Archive | undefined
  await orSentence(async () => {
    archive = openArchive(directory, { keys })
  })
  if (archive === undefined) return sentences
  const { db, originals } = archive
  try {
    await orSentence(async () => {
      for (const { id } of rows<{ id: DocumentId }>(db, 'SELECT id FROM document'))
        await orSentence(async () => {
          const { text } = await readPlainText({ db, originals, extractor: pool }, id)
          expect(text).not.toMatch(/secret that is no part|root:/)
        })
    })
    if (archive.isReadOnly) return sentences
    await orSentence(async () => {
      expect((await importAll(archive as Archive, pool, [more])).state).toBe('finished')
    })
  } finally {
    archive.close()
  }
  return sentences
}

async function change(ground: Ground, how: () => string): Promise<string> {
  restore(ground)
  const what = how()
  const database = inodeOf(ground.directory)
  const before = contentsOf(ground, database)
  const sentences = await use(ground).catch((error: unknown) => {
    throw new Error(what, { cause: error })
  })
  for (const sentence of sentences) expect(sentence, what).toMatch(/^[a-z-]+: .*[.]$/s)
  expect(contentsOf(ground, database), what).toEqual(before)
  return sentences.join(' ')
}

test.for([false, true])(
  'whatever was thought of to do to the folder, encrypted %s, nothing outside it is touched',
  TIME,
  async (isEncrypted) => {
    const ground = await makeGround(isEncrypted)
    for (const [name, apply] of Object.entries(NAMED_CHANGES)) {
      const answer = await change(ground, () => {
        apply(ground)
        return name
      })
      process.stdout.write(`        ${name}: ${answer || 'opened and read'}\n`)
    }
  }
)

test(`whatever is done to the folder, nothing outside it is read, written or removed (seed ${SEED})`, TIME, async () => {
  const grounds = [await makeGround(false), await makeGround(true)] as const
  let refusals = 0
  const cases = await eachCase('archive folder', async ({ number, random }) => {
    const ground = grounds[number % 3 === 0 ? 1 : 0]
    const answer = await change(ground, () => changeAnything(ground, random))
    if (answer !== '') refusals++
  })
  report({ target: 'archive folder', wanted: CASES, cases, refusals })
})

test(`a database with turned bits is refused, or read as far as it goes (seed ${SEED})`, TIME, async () => {
  const ground = await makeGround(false)
  const file = join(ground.directory, 'archive.db')
  const whole = readFileSync(file)
  let refusals = 0
  const cases = await eachCase('archive database', ({ number, random }) => {
    const damaged = withFlippedBits(whole, 1 << (number % 10), random)
    writeFileSync(file, number % 7 === 0 ? damaged.subarray(0, random.next().value % damaged.length) : damaged)
    for (const rest of ['-wal', '-shm', '-journal']) rmSync(file + rest, { force: true })
    try {
      openArchive(ground.directory).close()
    } catch (error) {
      refusals++
      expect(error).toBeInstanceOf(SanadError)
    }
    expect(statSync(ground.directory).isDirectory() && existsSync(ground.original)).toBe(true)
  })
  report({ target: 'archive database', wanted: CASES, cases, refusals })
})
