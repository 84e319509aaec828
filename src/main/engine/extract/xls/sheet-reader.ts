import type { NumberFormats } from '#engine/extract/sheets/number-formats'
import { type SheetRoom, SheetRows } from '#engine/extract/sheets/sheet-rows'
import { TooMuch } from '#engine/extract/too-much'
import type { BiffRecord } from '#engine/extract/xls/biff-records'
import { BiffText } from '#engine/extract/xls/biff-text'
import type { Globals } from '#engine/extract/xls/read-globals'
import type { Block } from '#shared/model/block'

/** Records by their numbers (MS-XLS, 2.3.1). */
const [FORMULA, STRING, LABEL, RICH_LABEL, SHARED_LABEL] = [0x06, 0x207, 0x204, 0xd6, 0xfd]
const [NUMBER, SMALL_NUMBER, SMALL_NUMBERS, BOOLEAN] = [0x203, 0x27e, 0xbd, 0x205]
const [HEADER, FOOTER, NOTE, OBJECT, OBJECT_TEXT, LINK, WINDOW] = [0x14, 0x15, 0x1c, 0x5d, 0x1b6, 0x1b8, 0x23e]

const ERRORS: Readonly<Record<number, string>> = {
  0: '#NULL!',
  7: '#DIV/0!',
  15: '#VALUE!',
  23: '#REF!',
  29: '#NAME?',
  36: '#NUM!',
  42: '#N/A'
}
const RIGHT_TO_LEFT = 0x40
/** Of sheets before 2007; what lies beyond is damage. */
const MOST_COLUMNS = 256
const URL_MONIKER = Buffer.from('e0c9ea79f9bace118c8200aa004ba90b', 'hex')

type Note = Readonly<{ row: number; column: number; object: number; author: string }>
type Shared = Readonly<{ globals: Globals; formats: NumberFormats; room: SheetRoom; unseen: string[] }>

/** Reads one sheet: cells, notes, boxes with text, links. Throws `TooMuch` beyond the room of the file. */
export class SheetReader {
  readonly rows: SheetRows
  isRtl = false
  readonly #shared: Shared
  readonly #notes: Note[] = []
  readonly #texts = new Map<number, string>()
  readonly #links: { row: number; column: number; href: string }[] = []
  #row = 0
  #pending: Readonly<{ row: number; column: number }> | undefined
  #object = 0

  constructor(shared: Shared) {
    this.#shared = shared
    this.rows = new SheetRows(shared.room)
  }

  read({ type, parts }: BiffRecord): void {
    const [data] = parts
    if (!data) return
    if (type === STRING) this.#readString(parts)
    else if (data.length >= 6 && this.#readCell(type, data, parts)) return
    else if (type === OBJECT && data.length >= 8) this.#object = data.readUInt16LE(6)
    else if (type === OBJECT_TEXT && data.length >= 12) this.#readObjectText(data, parts)
    else if (type === NOTE && data.length >= 8) this.#readNote(data, parts)
    else if (type === LINK && data.length >= 32) this.#readLink(data)
    else if (type === WINDOW && data.length >= 2) this.isRtl = (data.readUInt16LE(0) & RIGHT_TO_LEFT) !== 0
    else if ((type === HEADER || type === FOOTER) && data.length >= 3) this.#readMargin(parts)
  }

  /** Notes and boxes, after the rows; ends the last row. */
  finish(page: number): Block[] {
    this.rows.endRow(this.#row)
    for (const { row, column, href } of this.#links) this.rows.link(row, column, href)
    const noted = new Set(this.#notes.map(({ object }) => object))
    const notes = this.#notes.flatMap(({ row, column, object, author }): Block[] => {
      const text = (this.#texts.get(object) ?? '').replace(/\s+/g, ' ').trim()
      if (text === '') return []
      const by = author === '' || text.startsWith(author) ? '' : `, ${author}`
      return [{ kind: 'paragraph', text: `${placeOf(row, column)}${by}: ${text}`, role: 'comment', page }]
    })
    const boxes = [...this.#texts].flatMap(([object, text]): Block[] =>
      noted.has(object) || text.trim() === '' ? [] : [{ kind: 'paragraph', text: text.trim(), role: 'text-box', page }]
    )
    return [...notes, ...boxes]
  }

  /** True for a record of a cell. */
  #readCell(type: number, data: Buffer, parts: readonly Buffer[]): boolean {
    const [row, column, format] = [data.readUInt16LE(0), data.readUInt16LE(2), data.readUInt16LE(4)]
    const { globals } = this.#shared
    if (type === SHARED_LABEL && data.length >= 10) this.#put(row, column, globals.strings[data.readUInt32LE(6)] ?? '')
    else if (type === LABEL || type === RICH_LABEL) this.#put(row, column, new BiffText(parts, 6, globals.decoder).read(2))
    else if (type === NUMBER && data.length >= 14) this.#putNumber(row, column, format, data.readDoubleLE(6))
    else if (type === SMALL_NUMBER && data.length >= 10) this.#putNumber(row, column, format, smallNumber(data, 6))
    else if (type === SMALL_NUMBERS) {
      for (let at = 4; at + 8 <= data.length; at += 6)
        this.#putNumber(row, column + (at - 4) / 6, data.readUInt16LE(at), smallNumber(data, at + 2))
    } else if (type === BOOLEAN && data.length >= 8) this.#put(row, column, truthText(data[6] ?? 0, data[7] === 1))
    else if (type === FORMULA && data.length >= 14) this.#readFormula(row, column, format, data)
    else return false
    return true
  }

  /** The result as it was when the file was saved. */
  #readFormula(row: number, column: number, format: number, data: Buffer): void {
    if (data.readUInt16LE(12) !== 0xffff) this.#putNumber(row, column, format, data.readDoubleLE(6))
    else if (data[6] === 0) this.#pending = { row, column }
    else if (data[6] === 1 || data[6] === 2) this.#put(row, column, truthText(data[8] ?? 0, data[6] === 2))
  }

  #readString(parts: readonly Buffer[]): void {
    if (!this.#pending) return
    this.#put(this.#pending.row, this.#pending.column, new BiffText(parts, 0, this.#shared.globals.decoder).read(2))
    this.#pending = undefined
  }

  #putNumber(row: number, column: number, format: number, value: number): void {
    const { formats, globals } = this.#shared
    this.#put(row, column, Number.isFinite(value) ? formats.show(value, globals.cellFormats[format] ?? 0) : '')
  }

  #put(row: number, column: number, written: string): void {
    const { room } = this.#shared
    if (row + 1 !== this.#row) {
      this.rows.endRow(this.#row)
      this.#row = row + 1
    }
    const text = written
      .replace(/[\t\0]/g, ' ')
      .replace(/\r\n?/g, '\n')
      .trim()
    room.cells -= 1
    room.characters -= text.length
    if (room.cells < 0 || room.characters < 0) throw new TooMuch()
    if (text !== '') this.rows.put(Math.min(column + 1, MOST_COLUMNS), text)
  }

  /** The text stands in the record that continues this one. */
  #readObjectText(data: Buffer, parts: readonly Buffer[]): void {
    const length = data.readUInt16LE(10)
    const [, second] = parts
    if (length === 0 || !second) return
    const text = new BiffText(parts.slice(1), 1, undefined).letters(length, ((second[0] ?? 0) & 1) === 1)
    this.#shared.room.characters -= text.length
    if (this.#shared.room.characters < 0) throw new TooMuch()
    this.#texts.set(this.#object, text.replace(/\r\n?/g, '\n'))
  }

  #readNote(data: Buffer, parts: readonly Buffer[]): void {
    const { decoder } = this.#shared.globals
    const [row, column] = [data.readUInt16LE(0), data.readUInt16LE(2)]
    if (decoder) {
      // Before Excel 97 the text stands in the note itself.
      this.#notes.push({ row, column, object: -1 - this.#notes.length, author: '' })
      this.#texts.set(-this.#notes.length, decoder.decode(data.subarray(6)))
      return
    }
    const author = new BiffText(parts, 8, undefined).read(2).trim()
    this.#notes.push({ row, column, object: data.readUInt16LE(6), author })
  }

  #readLink(data: Buffer): void {
    const at = data.indexOf(URL_MONIKER, 28)
    if (at < 0 || at + 20 > data.length) return
    const length = Math.min(data.readUInt32LE(at + 16), 4000)
    const href = data
      .toString('utf16le', at + 20, at + 20 + length)
      .replace(/\0.*$/s, '')
      .trim()
    if (href !== '') this.#links.push({ row: data.readUInt16LE(0) + 1, column: data.readUInt16LE(4) + 1, href })
  }

  /** The text of a header or footer without its codes (`&C&"Arial"&12`). */
  #readMargin(parts: readonly Buffer[]): void {
    const { decoder } = this.#shared.globals
    const text = new BiffText(parts, 0, decoder)
      .read(decoder ? 1 : 2)
      .replace(/&(?:"[^"]{0,200}"|\d{1,3}|[A-Za-z&])/g, ' ')
      .replace(/\s+/g, ' ')
      .trim()
    if (/\p{L}/u.test(text) && !/^page$/i.test(text)) this.#shared.unseen.push(text)
  }
}

const truthText = (value: number, isError: boolean): string =>
  isError ? (ERRORS[value] ?? '#ERROR!') : value === 0 ? 'FALSE' : 'TRUE'

/** Thirty bits of a number, whole or the upper ones of a fraction, perhaps divided by a hundred. */
function smallNumber(data: Buffer, at: number): number {
  const written = data.readInt32LE(at)
  const value = written & 2 ? written >> 2 : upperBits(written & ~3)
  return written & 1 ? value / 100 : value
}

const BITS = new DataView(new ArrayBuffer(8))

function upperBits(bits: number): number {
  BITS.setInt32(0, bits)
  BITS.setInt32(4, 0)
  return BITS.getFloat64(0)
}

/** `B2` for the second column of the second row; both are counted from 0. */
function placeOf(row: number, column: number): string {
  let letters = ''
  for (let left = column + 1; left > 0; left = Math.floor((left - 1) / 26))
    letters = String.fromCharCode(65 + ((left - 1) % 26)) + letters
  return `${letters}${row + 1}`
}
