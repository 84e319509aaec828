/** Threat 20: somebody has a document, and the laptop of a person who may have it too. What the folder of a locked archive tells them by sizes and times. */
import { readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { newEncryptedArchive } from '#tests/support/encrypted-archive'
import { importAll, testPool } from '#tests/support/import'
import { temporaryFolder } from '#tests/support/temporary'

const textOf = (bytes: number): string => 'What was said on that morning. '.repeat(bytes / 31 + 1).slice(0, bytes)

/** What `ls -lR` shows of the originals of an archive with these documents, once it is closed: sizes and times. */
async function seen(sizes: readonly number[]): Promise<Readonly<{ sizes: number[]; times: number[] }>> {
  const source = temporaryFolder()
  for (const [n, bytes] of sizes.entries()) writeFileSync(join(source, `${n}.txt`), textOf(bytes))
  const { archive } = newEncryptedArchive()
  const pool = await testPool()
  const receipt = await importAll(archive, pool, [source])
  expect(receipt.problems).toEqual([])
  await pool.close()
  archive.close()
  const folder = join(archive.directory, 'originals')
  const shelves = readdirSync(folder).filter((name) => name !== 'unfinished')
  const files = shelves.flatMap((shelf) => readdirSync(join(folder, shelf)).map((name) => statSync(join(folder, shelf, name))))
  expect(files.length).toBe(sizes.length)
  const times = [...files, ...shelves.map((shelf) => statSync(join(folder, shelf)))].map(({ mtimeMs }) => mtimeMs)
  return { sizes: files.map(({ size }) => size).sort((a, b) => a - b), times: [...new Set(times)] }
}

test('threat 20: an original’s exact size is not to be seen, nor when it came', async () => {
  // Three notes, a letter, a report of which every byte is known, and a longer one.
  const one = await seen([12, 700, 9_000, 17_000, 123_000, 843_211])
  const other = await seen([1, 16_000, 4_321, 16_500, 124_800, 850_000])
  expect(one.sizes).toEqual(other.sizes)
  expect(one.sizes.slice(0, 3)).toEqual([16_384, 16_384, 16_384])
  expect([...one.times, ...other.times]).toEqual([Date.UTC(2000, 0, 1), Date.UTC(2000, 0, 1)])
})
