import { mkdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { readDocument } from '#engine/extract/read-document'
import { roomFor } from '#engine/extract/room'
import { expectationOf, goldenCases, goldenFormats, readable } from '#tests/support/golden'
import { extractJob } from '#tests/support/jobs'
import { temporaryFolder } from '#tests/support/temporary'

const CASES = goldenCases(goldenFormats())

it.each(CASES)('reads $name as expected', async (golden) => {
  const spool = join(temporaryFolder(), 'spool')
  mkdirSync(spool)
  const room = roomFor(statSync(golden.source).size)
  const found = readable(await readDocument(extractJob(golden.source, { spool, room })), spool)
  expect(found).toEqual(expectationOf(golden, found))
})
