import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import type { ExtractedDocument } from '#engine/extract/job'
import { readDocument } from '#engine/extract/read-document'
import { extractJob } from '#tests/support/jobs'
import { temporaryFolder } from '#tests/support/temporary'

async function read(content: string): Promise<ExtractedDocument> {
  const file = join(temporaryFolder(), 'source.csv')
  writeFileSync(file, content)
  return await readDocument(extractJob(file))
}

it('a table of more than 16 MB is found as text, and says so', async () => {
  const row = `${'Darvan,'.repeat(500)}end\n`
  const document = await read(`${row.repeat(5000)}last,Tarhan\n`)
  expect(document).toMatchObject({ status: 'simplified', problem: { code: 'too-large' }, format: 'csv', originalView: null })
  expect(document.index.body.endsWith('last tarhan')).toBe(true)
})

it('a table of too many columns is found as text, and says so', async () => {
  const document = await read(`a,b\nc,d\n${'x,'.repeat(20_000)}end\n`)
  expect(document).toMatchObject({ status: 'simplified', problem: { code: 'too-large' }, originalView: null })
  expect(document.index.body).toContain('end')
})
