import { type CellText, cellText, EMPTY_CELL, isCellText, rowText } from '#engine/extract/blocks/cell-text'
import { cellName, cellValue } from '#engine/extract/odf/cell-value'
import { flowHandler } from '#engine/extract/odf/flow-handler'
import type { End, TextFlow } from '#engine/extract/odf/text-flow'
import type { Attributes, XmlHandler } from '#engine/extract/xml/read-xml'
import type { Block } from '#shared/model/block'

/** Columns of the widest spreadsheets. */
const MOST_COLUMNS = 16_384
/** Equal rows that a file writes once. It may claim a million of them: as many are shown, and as many in all sheets together. */
const MOST_EQUAL_ROWS = 10_000
const MOST_REPEATED_ROWS = 100_000
/** Characters that are not in the file: repeated texts, and tabs before texts far to the right. */
const MOST_FILLING = 20_000_000
/** Sheets whose texts are taken in; programs stop at 10,000. */
const MOST_SHEETS = 10_000

type OpenRow = { cells: CellText[]; column: number; repeats: number }

/** Parts of a spreadsheet whose texts are found but stand in no cell. */
const ASIDE = new Set(['table:tracked-changes', 'table:content-validations'])

/**
 * Reads the sheets of a spreadsheet: the name of each as a heading, a row of text for each of its rows that is not empty, with cells at
 * their columns, and then what lies on it: comments, text boxes, pictures, titles of charts.
 */
export class SheetReader {
  /** Takes the elements of the body. */
  readonly handler: Required<XmlHandler>
  /** Names of all sheets, in their order. */
  readonly sheets: string[] = []
  readonly blocks: Block[] = []
  readonly #flow: TextFlow
  #rows: Block[] = []
  #extras: Block[] = []
  #row: OpenRow | undefined
  #rowNumber = 0
  #headers = 0
  #repeated = 0
  #filling = 0
  #isPressed = false

  constructor(flow: TextFlow) {
    this.#flow = flow
    this.handler = flowHandler(flow, (name, attributes) => this.#begin(name, attributes))
  }

  /** True when empty cells were left out before texts far to the right, because there were too many. */
  get isPressed(): boolean {
    return this.#isPressed
  }

  #begin(name: string, attributes: Attributes): End | false {
    const flow = this.#flow
    // Tables in boxes and charts on the sheet are the flow's.
    if (!flow.isSkipping && flow.openTables.length === 0 && flow.frames.length === 0) {
      if (name === 'table:table' && this.#row === undefined) return this.#beginSheet(attributes['table:name'] ?? '')
      if (name === 'table:table-header-rows') return this.#beginHeaders()
      if (name === 'table:table-row') return this.#beginRow(attributes)
      if (name === 'table:table-cell' || name === 'table:covered-table-cell') return this.#beginCell(attributes)
      if (name === 'table:shapes') return flow.aside(undefined, (blocks) => this.#addExtras(blocks))
      if (ASIDE.has(name)) return flow.aside(undefined, (blocks) => flow.hide(blocks))
    }
    return false
  }

  #beginSheet(name: string): End {
    // Values copied from another file, which programs keep out of sight.
    const isCopy = name.startsWith("'file:")
    if (!isCopy) this.sheets.push(name)
    const number = this.sheets.length
    this.#flow.page = number
    this.#rows = []
    this.#extras = []
    this.#rowNumber = 0
    return () => {
      const found = [...this.#rows, ...this.#extras]
      if (isCopy || number > MOST_SHEETS) this.#flow.hide(found)
      else if (found.length > 0) {
        if (name !== '') this.blocks.push({ kind: 'heading', level: 1, text: name, page: number })
        for (const block of found) this.blocks.push(block)
      }
      this.#rows = []
      this.#extras = []
    }
  }

  #beginHeaders(): End {
    this.#headers++
    return () => void this.#headers--
  }

  #beginRow(attributes: Attributes): End {
    const row: OpenRow = { cells: [], column: 0, repeats: repeatsOf(attributes['table:number-rows-repeated']) }
    this.#row = row
    return () => {
      this.#row = undefined
      const { text, inline } = rowText(row.cells)
      if (text !== '') this.#addRows(text, inline, row.repeats)
      this.#rowNumber += row.repeats
    }
  }

  #addRows(text: string, inline: CellText['inline'], repeats: number): void {
    const common = { ...(this.#headers > 0 ? { header: true } : {}), ...(inline.length === 0 ? {} : { inline }) }
    for (let number = 1; number <= Math.min(repeats, MOST_EQUAL_ROWS); number++) {
      if (number > 1 && (++this.#repeated > MOST_REPEATED_ROWS || !this.#canFill(text.length))) return
      this.#rows.push({ kind: 'table-row', text, page: this.#flow.page, row: this.#rowNumber + number, ...common })
    }
  }

  #beginCell(attributes: Attributes): End {
    const row = this.#row
    if (!row) return this.#flow.skip()
    const repeats = repeatsOf(attributes['table:number-columns-repeated'])
    return this.#flow.aside(undefined, (blocks) => {
      const isPlain = blocks.every(isCellText)
      const texts = isPlain ? blocks : blocks.filter(isCellText)
      const cell = texts.length > 0 ? cellText(texts) : cellOf(cellValue(attributes))
      if (!isPlain)
        this.#addExtras(
          blocks.filter((block) => !isCellText(block)),
          cellName(row.column + 1, this.#rowNumber + 1)
        )
      this.#placeCell(row, cell, repeats)
    })
  }

  /** Cells stand at their columns, so that empty ones before a text are empty strings. */
  #placeCell(row: OpenRow, cell: CellText, repeats: number): void {
    const first = row.column
    row.column = Math.min(row.column + repeats, MOST_COLUMNS)
    if (cell.text === '') return
    if (!this.#canFill(first - row.cells.length)) {
      this.#isPressed = true
      row.cells.push(cell)
      return
    }
    while (row.cells.length < first) row.cells.push(EMPTY_CELL)
    const copies = row.column - first - 1
    row.cells.push(cell)
    if (this.#canFill(cell.text.length * copies)) for (let copy = 0; copy < copies; copy++) row.cells.push(cell)
  }

  #canFill(characters: number): boolean {
    if (characters <= 0) return true
    if (this.#filling + characters > MOST_FILLING) return false
    this.#filling += characters
    return true
  }

  /** What lies on a sheet comes after its rows; comments say on which cell. */
  #addExtras(blocks: readonly Block[], cell?: string): void {
    for (const block of blocks) {
      // A chart keeps a copy of the cells it draws.
      if (block.kind === 'table-row' && block.row === undefined) continue
      const { inline: _runs, ...plain } = block
      const isComment = block.role === 'comment' && cell !== undefined
      this.#extras.push(isComment ? { ...plain, text: `${cell}, ${block.text}` } : block)
    }
  }
}

function repeatsOf(written: string | undefined): number {
  return written === undefined ? 1 : Math.min(Math.max(Math.trunc(Number(written)) || 1, 1), 1_048_576)
}

const cellOf = (text: string): CellText => (text === '' ? EMPTY_CELL : { text, inline: [] })
