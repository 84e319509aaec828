/** Threat 20: somebody has a document, and the laptop of a person who may have it too. What the folder of a locked archive tells them by sizes, times and headers. */
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { ExtractPool } from '#engine/extract/pool/pool'
import { newEncryptedArchive } from '#tests/support/encrypted-archive'
import { importAll, testPool } from '#tests/support/import'
import { temporaryFolder } from '#tests/support/temporary'
import { zipFile } from '#tests/support/zip-file'

const textOf = (bytes: number): string => 'What was said on that morning. '.repeat(bytes / 31 + 1).slice(0, bytes)

type Seen = Readonly<{ sizes: number[]; times: number[]; salts: string[] }>

/** What can be seen of the originals of an archive with these documents, once it is closed. */
async function seen(pool: ExtractPool, files: readonly (string | Buffer)[]): Promise<Seen> {
  const source = temporaryFolder()
  for (const [n, content] of files.entries())
    writeFileSync(join(source, typeof content === 'string' ? `${n}.txt` : `${n}.zip`), content)
  const { archive } = newEncryptedArchive()
  const receipt = await importAll(archive, pool, [source])
  expect(receipt.problems).toEqual([])
  archive.close()
  const folder = join(archive.directory, 'originals')
  const shelves = readdirSync(folder)
    .filter((name) => name !== 'unfinished')
    .map((name) => join(folder, name))
  const paths = shelves.flatMap((shelf) => readdirSync(shelf).map((name) => join(shelf, name)))
  const headers = paths.map((path) => readFileSync(path).subarray(0, 40))
  return {
    sizes: paths.map((path) => statSync(path).size).sort((a, b) => a - b),
    times: [...new Set([...paths, ...shelves].map((path) => statSync(path).mtimeMs))],
    salts: headers.flatMap((header) => [header.toString('hex', 8, 24), header.toString('hex', 24)])
  }
}

test('threat 20: of an original neither its exact size is to be seen, nor when it came, nor what it came with', async () => {
  const pool = await testPool()
  // Four notes, a letter, a report of which every byte is known, and a longer one.
  const one = await seen(pool, [12, 700, 9_000, 300, 17_000, 123_000, 843_211].map(textOf))
  // A note, two in a ZIP file, a letter, and two reports.
  const zip = zipFile([
    { name: 'a.txt', content: textOf(1_234) },
    { name: 'b.txt', content: textOf(16_320) }
  ])
  const other = await seen(pool, [zip, ...[4_321, 16_500, 124_800, 850_000].map(textOf)])
  await pool.close()
  expect(one.sizes).toEqual(other.sizes)
  expect(one.sizes).toEqual([16_384, 16_384, 16_384, 16_384, 17_408, 124_944, 852_160])
  expect([...one.times, ...other.times]).toEqual([Date.UTC(2000, 0, 1), Date.UTC(2000, 0, 1)])
  for (const { salts, sizes } of [one, other]) expect(new Set(salts).size).toBe(2 * sizes.length)
})
