/** Reads one sheet: its cells as they are shown, where they lead, and which rows are headers. */
import type { Package } from '#engine/extract/ooxml/open-package'
import { type SheetRoom, SheetRows } from '#engine/extract/sheets/sheet-rows'
import { TooMuch } from '#engine/extract/too-much'
import { cellPlace, MOST_COLUMNS } from '#engine/extract/xlsx/cell-place'
import { cellString } from '#engine/extract/xlsx/cell-string'
import type { CellStyles } from '#engine/extract/xlsx/workbook'
import type { Attributes } from '#engine/extract/xml/read-xml'

/** What the sheets of one workbook share. */
export type BookContext = {
  opened: Package
  strings: readonly string[]
  styles: CellStyles
  room: SheetRoom
  /** Text for search that no cell shows. */
  unseen: string[]
}

type Cell = { column: number; type: string; style: number; value: string; formula: string }

const LONGEST_ADDRESS = 2000
const LONGEST_FORMULA = 4000

/** Reads one sheet into rows, element by element. Throws `TooMuch` beyond the workbook’s room. */
export class Sheet {
  readonly rows: SheetRows
  isRtl = false
  readonly #context: BookContext
  readonly #part: string
  #row = 0
  #column = 0
  #cell: Cell | undefined
  #kept: 'value' | 'formula' | 'margin' | 'choices' | undefined
  #aside = ''
  #isReading = false

  constructor(context: BookContext, part: string) {
    this.#context = context
    this.#part = part
    this.rows = new SheetRows(context.room)
  }

  open = (name: string, attributes: Attributes): void => {
    switch (name) {
      case 's:c':
        this.#beginCell(attributes)
        break
      case 's:v':
        this.#kept = 'value'
        break
      case 's:t':
        this.#kept = this.#isReading ? undefined : 'value'
        break
      case 's:f':
        this.#kept = 'formula'
        break
      case 's:row':
        this.#beginRow(Number(attributes.r))
        break
      case 's:rPh':
        this.#isReading = true
        break
      default:
        this.#other(name, attributes)
    }
  }

  text = (text: string): void => {
    const cell = this.#cell
    if (this.#kept === undefined) return
    if (cell && this.#kept === 'value') cell.value += text
    else if (cell && cell.formula.length < LONGEST_FORMULA) cell.formula += text
    else if (!cell && this.#aside.length < LONGEST_FORMULA) this.#aside += text
  }

  close = (name: string): void => {
    switch (name) {
      case 's:c':
        this.#endCell()
        break
      case 's:v':
      case 's:t':
      case 's:f':
        this.#kept = undefined
        break
      case 's:row':
        this.rows.endRow(this.#row)
        break
      case 's:rPh':
        this.#isReading = false
        break
      default:
        this.#endAside()
    }
  }

  #other(name: string, attributes: Attributes): void {
    if (name === 's:hyperlink') this.#link(attributes)
    else if (name === 's:autoFilter') this.header(attributes.ref)
    else if (name === 's:sheetView') this.isRtl ||= attributes.rightToLeft === '1' || attributes.rightToLeft === 'true'
    else if (/^s:(?:odd|even|first)(?:Header|Footer)$/.test(name)) this.#kept = 'margin'
    else if (name === 's:formula1') this.#kept = 'choices'
  }

  /** The first row of a range is a header. */
  header(range: string | undefined): void {
    const first = cellPlace(range?.split(':')[0])
    if (first) this.rows.header(first.row)
  }

  #beginRow(number: number): void {
    this.#row = number > 0 ? number : this.#row + 1
    this.#column = 0
  }

  #beginCell({ r, t = 'n', s }: Attributes): void {
    const place = cellPlace(r)
    this.#column = Math.min(place?.column ?? this.#column + 1, MOST_COLUMNS)
    this.#cell = { column: this.#column, type: t, style: Number(s ?? 0), value: '', formula: '' }
    if (--this.#context.room.cells < 0) throw new TooMuch()
  }

  #endCell(): void {
    const cell = this.#cell
    this.#cell = undefined
    if (!cell) return
    const text = this.#shown(cell)
    if (text === '') return
    this.#context.room.characters -= text.length
    if (this.#context.room.characters < 0) throw new TooMuch()
    this.rows.put(cell.column, text)
    const address = cell.formula === '' ? undefined : addressOf(cell.formula)
    if (address !== undefined) this.#context.unseen.push(address)
  }

  #shown({ type, style, value }: Cell): string {
    if (value === '') return ''
    if (type === 's') return this.#context.strings[Number(value)] ?? ''
    if (type === 'b') return value === '1' || value === 'true' ? 'TRUE' : 'FALSE'
    if (type === 'n') {
      const number = Number(value)
      return Number.isFinite(number) && value.trim() !== ''
        ? this.#context.styles.formats.show(number, this.#context.styles.formatOf(style))
        : cellString(value)
    }
    // ISO 8601, with a time of midnight where there is none.
    if (type === 'd')
      return value
        .trim()
        .replace(/T00:00(?::00(?:\.0{1,9})?)?Z?$/, '')
        .replace('T', ' ')
    return cellString(value)
  }

  #link(attributes: Attributes): void {
    const relationship = this.#context.opened.relationships(this.#part).get(attributes['r:id'] ?? '')
    const place = cellPlace(attributes.ref?.split(':')[0])
    if (!relationship?.isExternal || !place) return
    this.rows.link(place.row, place.column, relationship.target.slice(0, LONGEST_ADDRESS))
  }

  #endAside(): void {
    if (this.#kept === undefined) return
    const text = this.#kept === 'margin' ? marginText(this.#aside) : choicesText(this.#aside)
    if (text !== '') this.#context.unseen.push(text)
    this.#kept = undefined
    this.#aside = ''
  }
}

/** The text of a header or footer without its codes (`&C&"Arial"&12`). */
function marginText(written: string): string {
  const text = written
    .replace(/&(?:"[^"]{0,200}"|K[0-9A-Fa-f]{6}|\d{1,3}|[A-Za-z&])/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  return /\p{L}/u.test(text) && !/^page$/i.test(text) ? text : ''
}

/** What may be chosen for a cell, where it is written out. */
function choicesText(formula: string): string {
  return formula.startsWith('"') ? formula.slice(1, -1).replaceAll(',', ', ') : ''
}

/** The address in a formula that makes a link. */
function addressOf(formula: string): string | undefined {
  return /^(?:_xlfn\.)?HYPERLINK\("([^"]{1,2000})"/i.exec(formula)?.[1]
}
