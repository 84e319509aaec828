import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { runJob } from '#engine/extract/pool/run-job'
import { extractJob } from '#tests/support/jobs'
import { plainPdf } from '#tests/support/plain-pdf'
import { temporaryFolder } from '#tests/support/temporary'

test('a file larger than what is read into memory at once is read from the disk, piece by piece', async () => {
  const file = join(temporaryFolder(), 'large.pdf')
  writeFileSync(file, plainPdf(['The first page of a large file', 'The second page'], { padding: 9 << 20 }))
  const answer = await runJob(extractJob(file))
  expect(answer).toMatchObject({ task: 'extract', document: { status: 'searchable', pageCount: 2, problem: null } })
})
