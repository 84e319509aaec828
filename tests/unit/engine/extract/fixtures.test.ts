import { expect, it } from 'vitest'
import { readDocument } from '#engine/extract/read-document'
import { expectationOf, goldenCases, readable } from '#tests/support/golden'
import { extractJob } from '#tests/support/jobs'

const CASES = goldenCases(['charset', 'text', 'markdown', 'html'])

it.each(CASES)('reads $name as expected', async (golden) => {
  const document = await readDocument(extractJob(golden.source))
  const found = readable(document)
  expect(found).toEqual(expectationOf(golden, found))
})
