import { createHash } from 'node:crypto'
import { appendFileSync, existsSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ChangedWhileReading, originalFile, prepareOriginals, takeFile } from '#engine/originals/originals'
import { temporaryFolder } from '#tests/support/temporary'

const never = () => false
const nothing = () => Promise.resolve()

function archiveFolder(): string {
  const folder = temporaryFolder()
  prepareOriginals(folder)
  return folder
}

const unfinished = (folder: string): string[] => readdirSync(join(folder, 'originals', 'unfinished'))

for (const [name, size] of [
  ['small', 10],
  ['of exactly one chunk', 1 << 20],
  ['large', (3 << 20) + 7],
  ['empty', 0]
] as const) {
  test(`a ${name} file is kept byte for byte under its SHA-256`, async () => {
    const folder = archiveFolder()
    const bytes = Buffer.alloc(size, 'sanad ')
    const path = join(temporaryFolder(), 'file')
    writeFileSync(path, bytes)
    const taken = await takeFile(folder, path, never, nothing)
    const sha256 = createHash('sha256').update(bytes).digest()
    expect(Buffer.from(taken.sha256).equals(sha256)).toBe(true)
    expect(taken.sizeBytes).toBe(size)
    expect(existsSync(originalFile(folder, sha256))).toBe(false)
    await taken.keep?.()
    expect(readFileSync(originalFile(folder, sha256)).equals(bytes)).toBe(true)
    expect(unfinished(folder)).toEqual([])
  })
}

test('known bytes are not copied', async () => {
  const folder = archiveFolder()
  const path = join(temporaryFolder(), 'file')
  writeFileSync(path, 'known')
  const taken = await takeFile(folder, path, () => true, nothing)
  expect(taken.keep).toBeUndefined()
  expect(unfinished(folder)).toEqual([])
})

test('a copy that is dropped leaves nothing behind', async () => {
  const folder = archiveFolder()
  const path = join(temporaryFolder(), 'file')
  writeFileSync(path, 'dropped')
  const taken = await takeFile(folder, path, never, nothing)
  taken.drop()
  taken.drop()
  expect(unfinished(folder)).toEqual([])
})

test('a file that grows while it is read is refused, and leaves nothing behind', async () => {
  const folder = archiveFolder()
  const path = join(temporaryFolder(), 'log')
  writeFileSync(path, Buffer.alloc(2 << 20))
  let grown = false
  const growOnce = () => {
    if (!grown) appendFileSync(path, 'more')
    grown = true
    return Promise.resolve()
  }
  // The file is read to its end as it is then, so that only its new time tells.
  await expect(takeFile(folder, path, never, growOnce)).rejects.toBeInstanceOf(ChangedWhileReading)
  expect(unfinished(folder)).toEqual([])
})

test.skipIf(process.platform === 'win32')('a link that took a file’s place is not followed', async () => {
  const path = join(temporaryFolder(), 'link')
  symlinkSync('/etc/hostname', path)
  await expect(takeFile(archiveFolder(), path, never, nothing)).rejects.toMatchObject({ code: 'ELOOP' })
})
