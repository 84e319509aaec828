/** Originals sealed and opened again, as setting and removing a passphrase does it. */
import { createHash, randomBytes } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { convertOriginals } from '#engine/originals/convert-originals'
import { Originals, originalFile } from '#engine/originals/originals'
import { prepareOriginals } from '#engine/originals/unfinished'
import { sealedBytes } from '#engine/sealed/padded-size'
import { CHUNK_BYTES } from '#engine/sealed/sealed-format'
import { temporaryFolder } from '#tests/support/temporary'

/** Around what fills the smallest sealed file, a chunk with what is around the content, a chunk, two, and a piece that is read at once. */
const SIZES = [0, 16_384 - 64, CHUNK_BYTES - 64, CHUNK_BYTES, 2 * CHUNK_BYTES - 64, 1 << 20].flatMap((size) =>
  [size - 1, size, size + 1].filter((bytes) => bytes >= 0)
)

test('all come back byte for byte; between, they have no length, name or time of their own', () => {
  const folder = temporaryFolder()
  prepareOriginals(folder)
  const contents = SIZES.map((size) => randomBytes(size))
  const names = contents.map((bytes) => originalFile(folder, createHash('sha256').update(bytes).digest()))
  for (const [n, path] of names.entries()) {
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, contents[n] ?? '')
  }
  const all = (): string[] =>
    readdirSync(join(folder, 'originals'), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
  const originals = new Originals(folder, { database: randomBytes(32), originals: randomBytes(32), names: randomBytes(32) })
  const nothing = (): void => undefined

  expect(convertOriginals(folder, originals, 'sealed', nothing)).toBe(true)
  const sealed = all().map((path) => ({ path, ...statSync(path) }))
  const bySize = (a: number, b: number): number => a - b
  expect(sealed.map(({ size }) => size).sort(bySize)).toEqual(SIZES.map(sealedBytes).sort(bySize))
  expect(new Set(sealed.flatMap(({ path, mtimeMs }) => [mtimeMs, statSync(dirname(path)).mtimeMs]))).toEqual(
    new Set([Date.UTC(2000, 0, 1)])
  )
  expect(sealed.filter(({ path }) => names.some((name) => path.startsWith(name)))).toEqual([])

  expect(convertOriginals(folder, originals, 'plain', nothing)).toBe(true)
  expect(all()).toEqual(names.toSorted())
  for (const [n, path] of names.entries()) expect(readFileSync(path).equals(contents[n] ?? Buffer.of(0))).toBe(true)
  expect(Math.min(...names.map((path) => statSync(path).mtimeMs))).toBeGreaterThan(Date.UTC(2020, 0, 1))
})
