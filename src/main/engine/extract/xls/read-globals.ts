import { codePageCharset } from '#engine/extract/charset/code-page'
import { type Decoder, openDecoder } from '#engine/extract/charset/open-decoder'
import type { BiffRecord } from '#engine/extract/xls/biff-records'
import { BiffText } from '#engine/extract/xls/biff-text'

/** Records by their numbers (MS-XLS, 2.3.1). */
const [FILE_PASS, CODE_PAGE, DATE_MODE, SHEET, STRINGS, FORMAT, CELL_FORMAT] = [0x2f, 0x42, 0x22, 0x85, 0xfc, 0x41e, 0xe0]
const EXCEL_97 = 0x0600
const MOST_STRINGS = 4_000_000

export type SheetName = Readonly<{ name: string; position: number; isHidden: boolean }>

/** What stands in an Excel file before its sheets. */
export class Globals {
  readonly sheets: SheetName[] = []
  readonly strings: string[] = []
  readonly formatCodes = new Map<number, string>()
  /** The number of the number format of each cell format. */
  readonly cellFormats: number[] = []
  isLocked = false
  date1904 = false
  /** For the texts of Excel 5 and 95; undefined since. */
  decoder: Decoder | undefined
  readonly #charset: string | null

  /** `charset` is what a person chose. */
  constructor(charset: string | null) {
    this.#charset = charset
  }

  /** `version` as the first record of the file says it. */
  begin(version: number): void {
    if (version < EXCEL_97) this.decoder = openDecoder(this.#charset ?? 'windows-1252')
  }

  read({ type, parts }: BiffRecord): void {
    const [first] = parts
    if (!first) return
    if (type === FILE_PASS) this.isLocked = true
    else if (type === CODE_PAGE && first.length >= 2) this.#takeCodePage(first.readUInt16LE(0))
    else if (type === DATE_MODE && first.length >= 2) this.date1904 = first.readUInt16LE(0) === 1
    else if (type === CELL_FORMAT && first.length >= 4) this.cellFormats.push(first.readUInt16LE(2))
    else if (type === SHEET && first.length >= 7) {
      const name = new BiffText(parts, 6, this.decoder).read(1)
      this.sheets.push({ name, position: first.readUInt32LE(0), isHidden: ((first[4] ?? 0) & 3) !== 0 })
    } else if (type === FORMAT && first.length >= 3) {
      this.formatCodes.set(first.readUInt16LE(0), new BiffText(parts, 2, this.decoder).read(this.decoder ? 1 : 2))
    } else if (type === STRINGS) {
      const text = new BiffText(parts, 8, this.decoder)
      while (!text.isAtEnd && this.strings.length < MOST_STRINGS) this.strings.push(text.read(2))
    }
  }

  #takeCodePage(codePage: number): void {
    if (this.decoder && this.#charset === null) this.decoder = openDecoder(codePageCharset(codePage) ?? 'windows-1252')
  }
}
