import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { ExtractedDocument } from '#engine/extract/job'
import { cellName, cellValue } from '#engine/extract/odf/cell-value'
import { runJob } from '#engine/extract/pool/run-job'
import { openPackedText, wholeText } from '#engine/text/stored-text'
import type { Block } from '#shared/model/block'
import { extractJob } from '#tests/support/jobs'
import { odfFile } from '#tests/support/odf-file'
import { temporaryFolder } from '#tests/support/temporary'

async function read(body: string): Promise<ExtractedDocument> {
  const file = join(temporaryFolder(), 'source.ods')
  writeFileSync(file, odfFile({ kind: 'spreadsheet', body }))
  const answer = await runJob(extractJob(file))
  if (answer.task !== 'extract') throw new Error(JSON.stringify(answer))
  return answer.document
}

const blocksOf = ({ text }: ExtractedDocument): readonly Block[] => (text === null ? [] : wholeText(openPackedText(text)).blocks)

const sheet = (rows: string): string => `<table:table table:name="S">${rows}</table:table>`
const row = (cells: string, repeats = 1): string =>
  `<table:table-row table:number-rows-repeated="${repeats}">${cells}</table:table-row>`
const cell = (text: string, repeats = 1): string =>
  `<table:table-cell table:number-columns-repeated="${repeats}">${text === '' ? '' : `<text:p>${text}</text:p>`}</table:table-cell>`

describe('cells', () => {
  it.each([
    [{ 'office:value-type': 'float', 'office:value': '12.5' }, '12.5'],
    [{ 'office:value-type': 'percentage', 'office:value': '0.07' }, '7%'],
    [{ 'office:value-type': 'currency', 'office:value': '3', 'office:currency': 'EUR' }, '3 EUR'],
    [{ 'office:value-type': 'date', 'office:date-value': '1988-08-02T00:00:00' }, '1988-08-02'],
    [{ 'office:value-type': 'date', 'office:date-value': '1988-08-02T14:30:00' }, '1988-08-02 14:30:00'],
    [{ 'office:value-type': 'time', 'office:time-value': 'PT9H05M00S' }, '9:05:00'.padStart(8, '0')],
    [{ 'office:value-type': 'boolean', 'office:boolean-value': 'true' }, 'TRUE'],
    [{ 'office:value-type': 'string', 'office:string-value': 'x' }, 'x'],
    [{}, '']
  ])('without text show %j as %j', (attributes, text) => {
    expect(cellValue(attributes)).toBe(text)
  })

  it.each([
    [1, 1, 'A1'],
    [26, 9, 'Z9'],
    [27, 10, 'AA10'],
    [16_384, 1_048_576, 'XFD1048576']
  ])('at column %i and row %i are called %s', (column, number, name) => {
    expect(cellName(column, number)).toBe(name)
  })
})

describe('sheets made to fill memory', () => {
  it('show equal rows up to a limit, and keep counting', async () => {
    const blocks = blocksOf(await read(sheet(row(cell('x', 1_000_000), 1_000_000) + row(cell('last')))))
    expect(blocks.length).toBeLessThan(10_100)
    const { text, row: number } = blocks.at(-1) ?? {}
    expect([text, number]).toEqual(['last', 1_000_001])
  })

  it('stand their last cells together when there is too much nothing between them', async () => {
    const rows = Array.from({ length: 4000 }, (_, at) => row(cell('', 16_000) + cell(`far ${(at * 7919) % 10_007}`)))
    const document = await read(sheet(rows.join('')))
    expect(document).toMatchObject({ status: 'simplified', problem: { code: 'too-complex' }, originalView: 'table' })
    const blocks = blocksOf(document)
    expect(blocks.length).toBe(4001)
    expect(blocks.at(-1)?.text.startsWith('far ')).toBe(true)
  })
})
