import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { runJob } from '#engine/extract/pool/run-job'
import { readDocument } from '#engine/extract/read-document'
import { goldenCases } from '#tests/support/golden'
import { extractJob, partJob } from '#tests/support/jobs'
import { PPTX_CASES } from '#tests/support/office/pptx-cases'
import { pptxFile, shape } from '#tests/support/office/pptx-file'
import { recallOf } from '#tests/support/office/recall'
import { writeOfficeCases } from '#tests/support/office/write-cases'
import { temporaryFolder } from '#tests/support/temporary'

writeOfficeCases('pptx', PPTX_CASES)

const CASES = goldenCases(['pptx'])

function wordsOf(name: string, source: string): string | undefined {
  const beside = join(dirname(source), 'words.txt')
  return existsSync(beside) ? readFileSync(beside, 'utf8') : PPTX_CASES[name.replace('pptx/', '')]?.words
}

describe('every word of a presentation is found', () => {
  it.each(CASES.filter(({ name, source }) => wordsOf(name, source) !== undefined))('$name', async ({ name, source }) => {
    expect(await recallOf(source, wordsOf(name, source) ?? '')).toEqual({ recall: 1, missing: [] })
  })
})

describe('presentations', () => {
  it('never show what stands in the places of a master', async () => {
    for (const { source } of CASES) {
      const { index } = await readDocument(extractJob(source))
      expect(Object.values(index).join(' ')).not.toContain('click')
    }
  })

  it('serve their pictures, and nothing else', async () => {
    const source = CASES.find(({ name }) => name.endsWith('tables-and-drawings'))?.source ?? ''
    const mediaType = 'application/vnd.openxmlformats-officedocument.presentationml.slideshow'
    expect(await runJob(partJob(source, 'ppt/media/image1.png', { mediaType }))).toMatchObject({ mediaType: 'image/png' })
    expect(await runJob(partJob(source, 'ppt/presentation.xml', { mediaType }))).toMatchObject({ task: 'refused' })
  })

  it('may nest groups as deep as they like without harm', async () => {
    const file = join(temporaryFolder(), 'a.pptx')
    const shapes = `${'<p:grpSp>'.repeat(50_000)}${shape('', ['needle'])}${'</p:grpSp>'.repeat(50_000)}`
    writeFileSync(file, pptxFile([{ shapes }], { isStored: true }))
    expect(await runJob(extractJob(file))).toMatchObject({ document: { problem: { code: 'too-complex' } } })
  })
})
