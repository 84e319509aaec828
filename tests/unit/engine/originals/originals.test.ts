/** Originals, plain and sealed: kept whole, found again, and nothing left behind. */
import { createHash, randomBytes } from 'node:crypto'
import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { openSpool } from '#engine/extract/spool'
import type { ArchiveKeys } from '#engine/keys/archive-keys'
import { Originals, originalForm } from '#engine/originals/originals'
import { ChangedWhileReading } from '#engine/originals/take-file'
import { prepareOriginals } from '#engine/originals/unfinished'
import { openStored } from '#engine/sealed/open-stored'
import { sealedBytes } from '#engine/sealed/padded-size'
import { HEADER_BYTES } from '#engine/sealed/sealed-format'
import type { StoredFile } from '#engine/sealed/stored-file'
import { temporaryFolder } from '#tests/support/temporary'

const never = () => false
const nothing = () => Promise.resolve()
const ROOM = { bytes: 1 << 30, files: 10, archives: 1, levels: 1 }

const keys = (): ArchiveKeys => ({ database: randomBytes(32), originals: randomBytes(32), names: randomBytes(32) })

function newOriginals(sealed: ArchiveKeys | null): { folder: string; originals: Originals } {
  const folder = temporaryFolder()
  prepareOriginals(folder)
  return { folder, originals: new Originals(folder, sealed) }
}

const unfinished = (folder: string): string[] => readdirSync(join(folder, 'originals', 'unfinished'))
const sha256Of = (bytes: Uint8Array): Buffer => createHash('sha256').update(bytes).digest()

function contentOf(file: StoredFile | undefined): Buffer {
  if (!file) throw new Error('there is no such original')
  const stored = openStored(file)
  try {
    return Buffer.from(stored.read(0, stored.sizeBytes))
  } finally {
    stored.close()
  }
}

describe.each([
  ['plain', null],
  ['sealed', keys()]
] as const)('originals that are %s', (form, of) => {
  for (const [name, size] of [
    ['small', 10],
    ['of exactly one chunk', 1 << 20],
    ['large', (3 << 20) + 7],
    ['empty', 0]
  ] as const) {
    test(`a ${name} file is kept byte for byte under its SHA-256`, async () => {
      const { folder, originals } = newOriginals(of)
      const bytes = Buffer.alloc(size, 'sanad ')
      const path = join(temporaryFolder(), 'file')
      writeFileSync(path, bytes)
      const taken = await originals.take(path, never, nothing)
      const sha256 = sha256Of(bytes)
      expect(Buffer.from(taken.sha256).equals(sha256)).toBe(true)
      expect(taken.sizeBytes).toBe(size)
      expect(originals.isKept(sha256)).toBe(false)
      expect(originals.find(sha256)).toBeUndefined()
      await taken.keep?.()
      expect(originals.isKept(sha256)).toBe(true)
      expect(contentOf(originals.find(sha256)).equals(bytes)).toBe(true)
      expect(unfinished(folder)).toEqual([])
      expect(originalForm(basename(originals.pathOf(sha256)))).toBe(form)
    })
  }

  test('known bytes are not copied', async () => {
    const { folder, originals } = newOriginals(of)
    const path = join(temporaryFolder(), 'file')
    writeFileSync(path, 'known')
    const taken = await originals.take(path, () => true, nothing)
    expect(taken.keep).toBeUndefined()
    expect(unfinished(folder)).toEqual([])
  })

  test('a copy that is dropped leaves nothing behind', async () => {
    const { folder, originals } = newOriginals(of)
    const path = join(temporaryFolder(), 'file')
    writeFileSync(path, 'dropped')
    const taken = await originals.take(path, never, nothing)
    taken.drop()
    taken.drop()
    expect(unfinished(folder)).toEqual([])
  })

  test('a file that grows while it is read is refused, and leaves nothing behind', async () => {
    const { folder, originals } = newOriginals(of)
    const path = join(temporaryFolder(), 'log')
    writeFileSync(path, Buffer.alloc(2 << 20))
    let grown = false
    const growOnce = () => {
      if (!grown) appendFileSync(path, 'more')
      grown = true
      return Promise.resolve()
    }
    // The file is read to its end as it is then, so that only its new time tells.
    await expect(originals.take(path, never, growOnce)).rejects.toBeInstanceOf(ChangedWhileReading)
    expect(unfinished(folder)).toEqual([])
  })

  test.skipIf(process.platform === 'win32')('a link that took a file’s place is not followed', async () => {
    const path = join(temporaryFolder(), 'link')
    symlinkSync('/etc/hostname', path)
    const { originals } = newOriginals(of)
    await expect(originals.take(path, never, nothing)).rejects.toMatchObject({ code: 'ELOOP' })
  })

  test('a piece of a spool becomes an original as it lies there', async () => {
    const { originals } = newOriginals(of)
    const folder = originals.newSpool()
    const bytes = randomBytes((1 << 20) + 11)
    const spool = openSpool({ path: folder.path, seal: folder.seal }, ROOM, [])
    const { file, sizeBytes } = await spool.hold(bytes)
    expect(sizeBytes).toBe(bytes.length)
    const before = statSync(join(folder.path, file)).ino
    const taken = await originals.takeSpooled(folder, file, never, nothing)
    expect(Buffer.from(taken.sha256).equals(sha256Of(bytes))).toBe(true)
    await taken.keep?.()
    expect(contentOf(originals.find(taken.sha256)).equals(bytes)).toBe(true)
    const kept = statSync(originals.pathOf(taken.sha256))
    expect(kept.ino).toBe(before)
    if (originals.isSealed) expect([kept.mtimeMs, kept.size]).toEqual([Date.UTC(2000, 0, 1), sealedBytes(bytes.length)])
  })
})

test('a sealed original shows neither its content nor its SHA-256', async () => {
  const { folder, originals } = newOriginals(keys())
  const path = join(temporaryFolder(), 'file')
  writeFileSync(path, 'the witness said that nobody came back')
  const taken = await originals.take(path, never, nothing)
  await taken.keep?.()
  const sha256 = Buffer.from(taken.sha256).toString('hex')
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  expect(names.filter((name) => name.includes(sha256.slice(0, 8)))).toEqual([])
  expect(readFileSync(originals.pathOf(taken.sha256)).includes('witness')).toBe(false)
})

test('sealed originals do not show which came in the same session, or out of the same file', async () => {
  const { originals } = newOriginals(keys())
  const folder = originals.newSpool()
  const spool = openSpool({ path: folder.path, seal: folder.seal }, ROOM, [])
  const headers: Buffer[] = []
  for (let n = 0; n < 4; n++) {
    const bytes = Buffer.from(`part ${n}`)
    const path = join(temporaryFolder(), 'file')
    writeFileSync(path, bytes)
    const isPiece = n % 2 === 1
    const taken = isPiece
      ? await originals.takeSpooled(folder, (await spool.hold(bytes)).file, never, nothing)
      : await originals.take(path, never, nothing)
    await taken.keep?.()
    expect(contentOf(originals.find(taken.sha256)).equals(bytes)).toBe(true)
    headers.push(readFileSync(originals.pathOf(taken.sha256)).subarray(0, HEADER_BYTES))
  }
  expect(new Set(headers.map((header) => header.toString('latin1', 0, 8))).size).toBe(1)
  // Neither of the two salts is the same in any two files.
  const salts = headers.flatMap((header) => [header.toString('hex', 8, 24), header.toString('hex', 24)])
  expect(new Set(salts).size).toBe(8)
})

test('a plain original in an encrypted archive is one only while a change of the passphrase is not finished, and with the right bytes', () => {
  const sealing = keys()
  const { folder, originals } = newOriginals(sealing)
  const bytes = Buffer.from('not sealed yet')
  const sha256 = sha256Of(bytes)
  const plain = new Originals(folder, null).pathOf(sha256)
  mkdirSync(join(plain, '..'), { recursive: true })
  writeFileSync(plain, bytes)
  expect([originals.isKept(sha256), originals.find(sha256)]).toEqual([false, undefined])
  const converting = new Originals(folder, sealing, true)
  expect(converting.isKept(sha256)).toBe(true)
  expect(contentOf(converting.find(sha256)).toString()).toBe('not sealed yet')
  writeFileSync(plain, 'put there later!')
  expect([converting.isKept(sha256), converting.find(sha256)]).toEqual([false, undefined])
})

test('a piece that was not sealed by its spool is not taken into an encrypted archive', async () => {
  const { originals } = newOriginals(keys())
  const folder = originals.newSpool()
  mkdirSync(folder.path)
  writeFileSync(join(folder.path, '1'), 'x'.repeat(HEADER_BYTES + 40))
  await expect(originals.takeSpooled(folder, '1', never, nothing)).rejects.toMatchObject({ code: 'EBADMSG' })
  expect(existsSync(join(folder.path, '1'))).toBe(true)
})
