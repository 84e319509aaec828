/** Excel files (MS-XLS) written record by record, so that they can also be wrong. */

import { cfbFile } from '#tests/support/cfb-file'
import { u16, u32 } from '#tests/support/little-endian'

export const biff = (type: number, ...content: readonly (Buffer | Uint8Array)[]): Buffer => {
  const bytes = Buffer.concat(content)
  return Buffer.concat([u16(type), u16(bytes.length), bytes])
}

const [EXCEL_95, EXCEL_97] = [0x0500, 0x0600]
const [GLOBALS, SHEET] = [5, 0x10]

/** A text of Excel 97 in two bytes a letter, its length in two bytes. */
export const wideText = (text: string): Buffer => Buffer.concat([u16(text.length), Buffer.of(1), Buffer.from(text, 'utf16le')])

export type XlsSheet = Readonly<{ name: string | Uint8Array; records: readonly Buffer[]; isHidden?: boolean }>

/** `globals` stand before the list of sheets, `strings` is what the record of shared texts and those that continue it hold. */
export function xlsFile(
  sheets: readonly XlsSheet[],
  { isOld = false, globals = [] as readonly Buffer[], strings = [] as readonly Buffer[] } = {}
): Buffer {
  const begin = (kind: number): Buffer => biff(0x809, u16(isOld ? EXCEL_95 : EXCEL_97), u16(kind), Buffer.alloc(4))
  const end = biff(0x0a)
  const shared = strings.map((content, index) => biff(index === 0 ? 0xfc : 0x3c, content))
  const bodies = sheets.map(({ records }) => Buffer.concat([begin(SHEET), ...records, end]))
  const list = (start: number): Buffer[] => {
    let at = start
    return sheets.map(({ name, isHidden }, index) => {
      const letters = typeof name === 'string' ? Buffer.from(name, 'utf16le') : Buffer.from(name)
      const head = isOld ? Buffer.of(letters.length) : Buffer.of(name.length, 1)
      const record = biff(0x85, u32(at), Buffer.of(isHidden ? 1 : 0, 0), head, letters)
      at += bodies[index]?.length ?? 0
      return record
    })
  }
  const before = [begin(GLOBALS), ...globals]
  const behind = [...shared, end]
  const length = Buffer.concat([...before, ...list(0), ...behind]).length
  return cfbFile([
    { path: isOld ? 'Book' : 'Workbook', content: Buffer.concat([...before, ...list(length), ...behind, ...bodies]) }
  ])
}

const at = (row: number, column: number, format = 0): Buffer => Buffer.concat([u16(row), u16(column), u16(format)])

/** Records of cells; rows and columns are counted from 0. */
export const cell = {
  shared: (row: number, column: number, index: number): Buffer => biff(0xfd, at(row, column), u32(index)),
  label: (row: number, column: number, text: Buffer): Buffer => biff(0x204, at(row, column), text),
  number: (row: number, column: number, value: number, format = 0): Buffer =>
    biff(0x203, at(row, column, format), Buffer.from(Float64Array.of(value).buffer)),
  small: (row: number, column: number, bits: number, format = 0): Buffer => biff(0x27e, at(row, column, format), u32(bits)),
  smalls: (row: number, column: number, ...bits: readonly number[]): Buffer =>
    biff(0xbd, u16(row), u16(column), ...bits.flatMap((one) => [u16(0), u32(one)]), u16(column + bits.length - 1)),
  truth: (row: number, column: number, value: number, isError: boolean): Buffer =>
    biff(0x205, at(row, column), Buffer.of(value, isError ? 1 : 0)),
  formula: (row: number, column: number, text: string): Buffer =>
    Buffer.concat([
      biff(0x06, at(row, column), Buffer.of(0, 0, 0, 0, 0, 0, 0xff, 0xff), Buffer.alloc(8)),
      biff(0x207, wideText(text))
    ])
} as const

/** A format of numbers, and a cell format that uses it. */
export const numberFormat = (number: number, code: string): Buffer => biff(0x41e, u16(number), wideText(code))
export const cellFormat = (number: number): Buffer => biff(0xe0, u16(0), u16(number), Buffer.alloc(16))
export const codePage = (number: number): Buffer => biff(0x42, u16(number))
export const since1904 = (): Buffer => biff(0x22, u16(1))
export const filePass = (): Buffer => biff(0x2f, Buffer.alloc(6))
export const rightToLeft = (): Buffer => biff(0x23e, u16(0x40), Buffer.alloc(16))
