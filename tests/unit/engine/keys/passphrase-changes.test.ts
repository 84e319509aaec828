/** The whole life of a passphrase on a real archive, through files as they lie on the disk. */
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readKeyFile } from '#engine/keys/key-file'
import { readLockState } from '#engine/keys/lock-state'
import { changePassphrase, removePassphrase, setPassphrase, unlock } from '#engine/keys/passphrase-changes'
import { createArchive, openArchive, openReader } from '#engine/open'
import { openStored } from '#engine/sealed/open-stored'
import { recordOriginal } from '#engine/store/originals'
import { rows, value } from '#engine/store/statement'
import { addDocuments } from '#tests/support/archive'
import { PASSPHRASE } from '#tests/support/encrypted-archive'
import { temporaryFolder } from '#tests/support/temporary'

const CANARY = 'Khavaran canary phrase of the witness'
const nothing = () => undefined

/** A plain archive with a document, three originals, and a copy that an upgrade left. */
async function plainArchive(): Promise<{ directory: string; originals: readonly Uint8Array[] }> {
  const directory = join(temporaryFolder(), 'Life.sanad')
  const archive = createArchive(directory)
  addDocuments(archive, [{ title: 'A testimony', text: CANARY }])
  const originals: Uint8Array[] = []
  for (const size of [0, 100, 200_000]) {
    const path = join(temporaryFolder(), 'source')
    writeFileSync(path, CANARY.repeat(Math.ceil(size / CANARY.length)).slice(0, size))
    const taken = await archive.originals.take(
      path,
      () => false,
      async () => undefined
    )
    await taken.keep?.()
    recordOriginal(archive.db, taken.sha256, taken.sizeBytes, 0)
    originals.push(taken.sha256)
  }
  archive.db.prepare('VACUUM INTO ?').run(join(directory, 'archive.db.before-v4'))
  archive.close()
  return { directory, originals }
}

function allBytes(directory: string): string {
  return readdirSync(directory, { recursive: true, encoding: 'utf8' })
    .map((name) => join(directory, name))
    .filter((path) => statSync(path).isFile())
    .map((path) => readFileSync(path, 'latin1'))
    .join('\n')
}

const kinds = (directory: string, keys: Awaited<ReturnType<typeof unlock>> | null): string[] => {
  const archive = openArchive(directory, { keys })
  const found = rows<{ kind: string }>(archive.db, 'SELECT kind FROM custody_event ORDER BY seq').map(({ kind }) => kind)
  archive.close()
  return found.filter((kind) => kind.startsWith('passphrase'))
}

describe('a passphrase', () => {
  test('is set, opens, is changed and removed, and nothing is lost or left plain meanwhile', async () => {
    const { directory, originals } = await plainArchive()
    expect(readLockState(directory)).toBe('plain')
    expect(allBytes(directory)).toContain(CANARY)

    const told: number[] = []
    await setPassphrase(directory, PASSPHRASE, ({ done, total }) => told.push(done / Math.max(total, 1)))
    expect(told.at(-1)).toBe(1)
    expect(readLockState(directory)).toBe('locked')
    const sealed = allBytes(directory)
    expect(sealed).not.toContain('canary')
    expect(sealed).not.toContain('testimony')
    expect(sealed).not.toContain('SQLite format')
    expect(readdirSync(directory).sort()).toEqual([
      'archive.db',
      'archive.db.before-v4',
      'archive.key',
      'archive.key.copy',
      'archive.lock',
      'originals'
    ])
    expect(() => openArchive(directory)).toThrow(expect.objectContaining({ code: 'archive-locked' }))
    await expect(unlock(directory, 'another')).rejects.toMatchObject({ code: 'wrong-passphrase' })

    const keys = await unlock(directory, PASSPHRASE)
    const archive = openArchive(directory, { keys })
    expect(archive.isEncrypted).toBe(true)
    expect(value(archive.db, 'SELECT title FROM document')).toBe('A testimony')
    const reader = openReader(directory, keys)
    expect(value(reader, 'SELECT count(*) FROM document')).toBe(1)
    reader.close()
    for (const sha256 of originals) {
      const stored = openStored(archive.originals.locate(sha256))
      expect(CANARY.repeat(6000).startsWith(Buffer.from(stored.read(0, stored.sizeBytes)).toString())).toBe(true)
      stored.close()
    }
    archive.close()

    await expect(changePassphrase(directory, 'another', 'next')).rejects.toMatchObject({ code: 'wrong-passphrase' })
    await changePassphrase(directory, PASSPHRASE, 'the next one')
    await expect(unlock(directory, PASSPHRASE)).rejects.toMatchObject({ code: 'wrong-passphrase' })
    expect(kinds(directory, await unlock(directory, 'the next one'))).toEqual(['passphrase-set', 'passphrase-changed'])

    await expect(removePassphrase(directory, 'another', nothing)).rejects.toMatchObject({ code: 'wrong-passphrase' })
    await removePassphrase(directory, 'the next one', nothing)
    expect(readLockState(directory)).toBe('plain')
    expect(readdirSync(directory).sort()).toEqual(['archive.db', 'archive.db.before-v4', 'archive.lock', 'originals'])
    expect(allBytes(directory).split('SQLite format 3').length).toBe(3)
    const plain = openArchive(directory)
    expect(plain.isEncrypted).toBe(false)
    for (const sha256 of originals) expect(existsSync(plain.originals.pathOf(sha256))).toBe(true)
    expect(value(plain.db, 'SELECT title FROM document')).toBe('A testimony')
    plain.close()
    expect(kinds(directory, null)).toEqual(['passphrase-set', 'passphrase-changed', 'passphrase-removed'])
  })

  test('is the same however its letters are composed', async () => {
    const { directory } = await plainArchive()
    await setPassphrase(directory, 'café خاوران', nothing)
    await unlock(directory, 'cafe\u0301 خاوران')
  })
})

describe('a key file that is damaged', () => {
  test('is told apart from a wrong passphrase, and made good again from its copy', async () => {
    const { directory } = await plainArchive()
    await setPassphrase(directory, PASSPHRASE, nothing)
    const file = join(directory, 'archive.key')
    const whole = readFileSync(file)
    writeFileSync(file, Buffer.concat([whole.subarray(0, 100), Buffer.from('x'), whole.subarray(101)]))
    await expect(unlock(directory, 'another')).rejects.toMatchObject({ code: 'wrong-passphrase' })
    await unlock(directory, PASSPHRASE)
    expect(readFileSync(file).equals(whole)).toBe(true)

    for (const name of ['archive.key', 'archive.key.copy']) writeFileSync(join(directory, name), whole.subarray(0, 200))
    await expect(unlock(directory, PASSPHRASE)).rejects.toMatchObject({ code: 'key-damaged' })
    for (const name of ['archive.key', 'archive.key.copy']) rmSync(join(directory, name))
    expect(readLockState(directory)).toBe('locked')
    await expect(unlock(directory, PASSPHRASE)).rejects.toMatchObject({ code: 'key-damaged' })
    writeFileSync(file, whole)
    await unlock(directory, PASSPHRASE)
  })

  test('of another archive is told apart as damage of the archive', async () => {
    const [{ directory }, other] = [await plainArchive(), await plainArchive()]
    await setPassphrase(directory, PASSPHRASE, nothing)
    await setPassphrase(other.directory, PASSPHRASE, nothing)
    for (const name of ['archive.key', 'archive.key.copy']) copyFileSync(join(other.directory, name), join(directory, name))
    await expect(unlock(directory, PASSPHRASE)).rejects.toMatchObject({ code: 'archive-damaged' })
  })
})

test('a key file beside a plain archive is what a change left, and goes', async () => {
  const { directory } = await plainArchive()
  const other = await plainArchive()
  await setPassphrase(other.directory, PASSPHRASE, nothing)
  copyFileSync(join(other.directory, 'archive.key'), join(directory, 'archive.key'))
  expect(readLockState(directory)).toBe('plain')
  openArchive(directory).close()
  expect(existsSync(join(directory, 'archive.key'))).toBe(false)
})

test('a database too damaged to be copied is sealed as it is', async () => {
  const { directory } = await plainArchive()
  const damaged = join(directory, 'archive.db.damaged-2026-11-26T10-00-00')
  copyFileSync(join(directory, 'archive.db.before-v4'), damaged)
  const bytes = readFileSync(damaged)
  bytes.fill(0xff, 8192, 30_000)
  writeFileSync(damaged, bytes)
  mkdirSync(join(directory, 'snapshots'))
  const keys = await setPassphrase(directory, PASSPHRASE, nothing)
  expect(existsSync(damaged)).toBe(false)
  const archive = openArchive(directory, { keys })
  const stored = openStored(archive.originals.open(`${damaged}.sealed`))
  expect(Buffer.from(stored.read(0, stored.sizeBytes)).equals(bytes)).toBe(true)
  stored.close()
  archive.close()
  expect(readKeyFile(readFileSync(join(directory, 'archive.key')))).toBeDefined()
})
