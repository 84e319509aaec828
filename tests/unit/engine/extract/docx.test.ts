import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { runJob } from '#engine/extract/pool/run-job'
import { readDocument } from '#engine/extract/read-document'
import { goldenCases } from '#tests/support/golden'
import { extractJob, partJob } from '#tests/support/jobs'
import { DOCX_CASES } from '#tests/support/office/docx-cases'
import { docxFile, paragraph, WORD_NAMESPACES } from '#tests/support/office/docx-file'
import { recallOf } from '#tests/support/office/recall'
import { wordsOf } from '#tests/support/office/words-of'
import { writeOfficeCases } from '#tests/support/office/write-cases'
import { temporaryFolder } from '#tests/support/temporary'

writeOfficeCases('docx', DOCX_CASES)

const CASES = goldenCases(['docx'])

describe('every word of a Word file is found', () => {
  it.each(CASES.filter((golden) => wordsOf(golden, DOCX_CASES) !== undefined))('$name', async (golden) => {
    expect(await recallOf(golden.source, wordsOf(golden, DOCX_CASES) ?? '')).toEqual({ recall: 1, missing: [] })
  })
})

/** A document with this XML for its text. */
function written(xml: string): string {
  const file = join(temporaryFolder(), 'a.docx')
  writeFileSync(file, docxFile('', { isStored: true, parts: [{ name: 'word/document.xml', content: xml }] }))
  return file
}

const withBody = (body: string): string => written(`<w:document ${WORD_NAMESPACES}><w:body>${body}</w:body></w:document>`)

describe('Word files that were made to do harm', () => {
  it('refuses entities', async () => {
    const entities = Array.from({ length: 10 }, (_, at) => `<!ENTITY e${at + 1} "${`&e${at};`.repeat(10)}">`).join('')
    const text = `<w:document ${WORD_NAMESPACES}><w:body><w:p><w:r><w:t>&e10;</w:t></w:r></w:p></w:body></w:document>`
    const read = await runJob(extractJob(written(`<?xml version="1.0"?><!DOCTYPE d [<!ENTITY e0 "x">${entities}]>${text}`)))
    expect(read).toMatchObject({ document: { problem: { code: 'bomb' } } })
  })

  it.each(['w:sdt', 'w:tbl', 'w:p', 'w:txbxContent'])('refuses %s within itself without end', async (name) => {
    const body = `${`<${name}>`.repeat(100_000)}${paragraph('needle')}${`</${name}>`.repeat(100_000)}`
    expect(await runJob(extractJob(withBody(body)))).toMatchObject({ document: { problem: { code: 'too-complex' } } })
  })

  it('reads 160 tables within each other', async () => {
    const body = `${'<w:tbl><w:tr><w:tc>'.repeat(160)}${paragraph('needle')}${'</w:tc></w:tr></w:tbl>'.repeat(160)}`
    expect((await readDocument(extractJob(withBody(body)))).index.body).toBe('needle')
  })

  it('takes empty paragraphs and cells over a million columns for what they are', async () => {
    const cell = `<w:tc><w:tcPr><w:gridSpan w:val="99999999"/></w:tcPr>${paragraph('a')}</w:tc>`
    const body = `${'<w:p/>'.repeat(300_000)}<w:tbl><w:tr>${cell}<w:tc>${paragraph('b')}</w:tc></w:tr></w:tbl>`
    const read = await readDocument(extractJob(withBody(body)))
    expect(read.index.body).toBe('a b')
    expect(read.textBytes).toBeLessThan(500)
  })
})

describe('Word files that are damaged', () => {
  const text = Array.from({ length: 300 }, (_, at) => paragraph(`Sentence ${at} of the heron ${at * 7919}.`)).join('')

  /** Overwrites packed bytes of the text part from a share of its length on. */
  function spoilt(share: number): string {
    const bytes = docxFile(text)
    const at = bytes.indexOf('word/document.xml', bytes.indexOf('word/document.xml') + 1, 'latin1')
    const from = bytes.lastIndexOf('PK\u0003\u0004', at, 'latin1')
    const length = bytes.readUInt32LE(from + 18)
    const file = join(temporaryFolder(), 'spoilt.docx')
    const start = from + 30 + 'word/document.xml'.length
    bytes.fill(0xff, start + Math.floor(length * share), start + length)
    writeFileSync(file, bytes)
    return file
  }

  it('are read up to there', async () => {
    const read = await readDocument(extractJob(spoilt(0.6)))
    expect(read).toMatchObject({ status: 'simplified', problem: { code: 'partly-read' } })
    expect(read.index.body).toContain(`sentence 99 of the heron ${99 * 7919}`)
  })

  it('are not said to be empty when nothing of them can be read', async () => {
    expect(await runJob(extractJob(spoilt(0)))).toMatchObject({ document: { problem: { code: 'damaged' } } })
  })
})

describe('pictures of a Word file', () => {
  const source = CASES.find(({ name }) => name.endsWith('boxes-and-drawings'))?.source ?? ''
  const mediaType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

  it('are served by the key that their block has', async () => {
    const part = await runJob(partJob(source, 'word/media/image1.png', { mediaType }))
    expect(part).toMatchObject({ task: 'part', mediaType: 'image/png' })
  })

  it.each(['word/document.xml', 'word/media/image2.emf', '../../etc/passwd', ''])('nothing else is: %j', async (key) => {
    expect(await runJob(partJob(source, key, { mediaType }))).toMatchObject({ task: 'refused' })
  })
})
