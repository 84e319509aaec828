import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as v from 'valibot'
import { expect, test } from 'vitest'
import { runSearch } from '#engine/search/run'
import { TextCache } from '#engine/search/text-cache'
import { searchRequestSchema } from '#shared/model/search'
import { newArchive } from '#tests/support/archive'
import { readFixture } from '#tests/support/fixture'
import { importAll, testPool } from '#tests/support/import'
import { temporaryFolder } from '#tests/support/temporary'

const pairs = readFixture<readonly Readonly<{ text: string; query: string; found: boolean }>[]>('search/spelling-pairs.json')

test('every spelling pair comes out as it says, through an imported file', async () => {
  const archive = newArchive()
  const folder = temporaryFolder()
  for (const [i, pair] of pairs.entries()) writeFileSync(join(folder, `pair-${i}.txt`), pair.text)
  await importAll(archive, await testPool(), [folder])
  const wrong = pairs.flatMap((pair, i) => {
    const request = v.parse(searchRequestSchema, { query: pair.query, filter: {}, limit: 1000 })
    const { hits } = runSearch(archive.db, new TextCache(), request)
    // Two pairs may have the same text, and so be one document.
    const hit = hits.find((found) => pairs[Number(/pair-(\d+)\.txt$/.exec(found.path)?.[1])]?.text === pair.text)
    const isMarked = hit?.passages.some((passage) => passage.ranges.length > 0) ?? false
    return (hit !== undefined) === pair.found && isMarked === pair.found ? [] : [{ ...pair, i, isMarked }]
  })
  expect(wrong).toEqual([])
})
