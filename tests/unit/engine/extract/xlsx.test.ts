import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { ExtractedDocument } from '#engine/extract/job'
import { readDocument } from '#engine/extract/read-document'
import { NumberFormats } from '#engine/extract/sheets/number-formats'
import { cellPlace } from '#engine/extract/xlsx/cell-place'
import { openPackedText, wholeText } from '#engine/text/stored-text'
import type { Block } from '#shared/model/block'
import { goldenCases } from '#tests/support/golden'
import { extractJob } from '#tests/support/jobs'
import { recallOf } from '#tests/support/office/recall'
import { wordsOf } from '#tests/support/office/words-of'
import { writeOfficeCases } from '#tests/support/office/write-cases'
import { SHOWN, XLSX_CASES } from '#tests/support/office/xlsx-cases'
import { type SheetShape, xlsxFile } from '#tests/support/office/xlsx-file'
import { temporaryFolder } from '#tests/support/temporary'

writeOfficeCases('xlsx', XLSX_CASES)

const CASES = goldenCases(['xlsx'])

describe('every word of a workbook is found', () => {
  it.each(CASES.filter((golden) => wordsOf(golden, XLSX_CASES) !== undefined))('$name', async (golden) => {
    expect(await recallOf(golden.source, wordsOf(golden, XLSX_CASES) ?? '')).toEqual({ recall: 1, missing: [] })
  })
})

describe('number formats', () => {
  it.each(SHOWN)('in %j %d is %j', (format, value, shown) => {
    const codes = new Map(typeof format === 'string' ? [[164, format]] : [])
    expect(new NumberFormats(codes, false).show(value, typeof format === 'string' ? 164 : format)).toBe(shown)
  })

  it('count days from 1904 where the file does', () => {
    const formats = new NumberFormats(new Map([[164, 'yyyy-mm-dd']]), true)
    expect(formats.show(0, 164)).toBe('1904-01-01')
    expect(formats.show(42712, 164)).toBe('2020-12-09')
  })

  it('are harmless when they are long, or repeat without end', () => {
    const codes = new Map([
      [164, '0'.repeat(10_000)],
      [165, `${'[h]'.repeat(80)}`],
      [166, `${'#,'.repeat(120)}0`],
      [167, `0.${'0'.repeat(250)}`]
    ])
    const formats = new NumberFormats(codes, false)
    for (const id of codes.keys())
      for (const value of [0, -1, 0.5, 1e300, -1e-300]) expect(formats.show(value, id).length).toBeLessThan(501)
  })
})

describe('places of cells', () => {
  it.each([
    ['A1', { column: 1, row: 1 }],
    ['xfd1048576', { column: 16_384, row: 1_048_576 }],
    ['XFE1', undefined],
    ['A1048577', undefined],
    ['A0', undefined],
    ['1', undefined],
    ['', undefined],
    [undefined, undefined]
  ])('%j', (reference, place) => {
    expect(cellPlace(reference)).toEqual(place)
  })
})

async function read(sheets: readonly SheetShape[]): Promise<ExtractedDocument & { list: readonly Block[] }> {
  const file = join(temporaryFolder(), 'a.xlsx')
  writeFileSync(file, xlsxFile(sheets, { isStored: true }))
  const document = await readDocument(extractJob(file))
  return { ...document, list: document.text === null ? [] : wholeText(openPackedText(document.text)).blocks }
}

describe('sheets that are larger than anybody reads', () => {
  it('do not become megabytes of tabs', async () => {
    const rows = Array.from(
      { length: 2000 },
      (_, at) => `<row r="${at + 1}"><c r="XFD${at + 1}" t="str"><v>far${at}</v></c></row>`
    )
    const { status, problem, textBytes, list } = await read([{ name: 'Far', data: rows.join('') }])
    expect(status).toBe('simplified')
    expect(problem).toMatchObject({ code: 'too-complex' })
    expect(textBytes).toBeLessThan(25_000_000)
    expect(list.at(-1)).toMatchObject({ row: 2000, text: 'far1999' })
  })

  it('are read up to a row, which is named', async () => {
    const strings = 'x'.repeat(32_000)
    const rows = Array.from(
      { length: 1300 },
      (_, at) => `<row r="${at + 1}"><c r="A${at + 1}" t="str"><v>${strings}</v></c></row>`
    )
    const { status, problem } = await read([{ name: 'Long', data: rows.join('') }])
    expect(status).toBe('simplified')
    expect(problem?.code).toBe('partly-read')
    expect(problem?.message).toContain('up to row 1,250 of the sheet “Long”')
  })
})
