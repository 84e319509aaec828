import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { runJob } from '#engine/extract/pool/run-job'
import { readDocument } from '#engine/extract/read-document'
import { goldenCases } from '#tests/support/golden'
import { extractJob, partJob } from '#tests/support/jobs'
import { PPTX_CASES } from '#tests/support/office/pptx-cases'
import { pptxFile, shape } from '#tests/support/office/pptx-file'
import { recallOf } from '#tests/support/office/recall'
import { wordsOf } from '#tests/support/office/words-of'
import { writeOfficeCases } from '#tests/support/office/write-cases'
import { temporaryFolder } from '#tests/support/temporary'

writeOfficeCases('pptx', PPTX_CASES)

const CASES = goldenCases(['pptx'])

describe('every word of a presentation is found', () => {
  it.each(CASES.filter((golden) => wordsOf(golden, PPTX_CASES) !== undefined))('$name', async (golden) => {
    expect(await recallOf(golden.source, wordsOf(golden, PPTX_CASES) ?? '')).toEqual({ recall: 1, missing: [] })
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
