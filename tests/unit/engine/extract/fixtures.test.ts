import { mkdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { runJob } from '#engine/extract/pool/run-job'
import { roomFor } from '#engine/extract/room'
import { expectationOf, goldenCases, goldenFormats, readable } from '#tests/support/golden'
import { extractJob } from '#tests/support/jobs'
import { temporaryFolder } from '#tests/support/temporary'

const CASES = goldenCases(goldenFormats())

it.each(CASES)('reads $name as expected', async (golden) => {
  const spool = join(temporaryFolder(), 'spool')
  mkdirSync(spool)
  const room = roomFor(statSync(golden.source).size)
  const answer = await runJob(extractJob(golden.source, { spool: { path: spool, seal: null }, room }))
  const found = answer.task === 'extract' ? readable(answer.document, spool) : answer
  expect(found).toEqual(expectationOf(golden, found))
})
