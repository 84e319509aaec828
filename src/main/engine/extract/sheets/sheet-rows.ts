import { joinCells } from '#engine/extract/blocks/join-cells'
import type { Block, InlineRun } from '#shared/model/block'

/** Characters of tabs before texts far to the right, in all sheets together. */
const MOST_FILLING = 8_000_000

/** What is still allowed in all sheets of a workbook together. */
export type SheetRoom = {
  characters: number
  cells: number
  filling: number
  /** True when empty cells were left out before texts far to the right. */
  isPressed: boolean
}

/** Room for a workbook of so many characters and cells. */
export const sheetRoom = (characters: number, cells: number): SheetRoom => ({
  characters,
  cells,
  filling: MOST_FILLING,
  isPressed: false
})

type Row = { number: number; text: string; links: Map<number, string> | undefined }

/** Gathers the rows of one sheet that have anything in them; cells stand at their columns. */
export class SheetRows {
  readonly #room: SheetRoom
  readonly #rows: Row[] = []
  readonly #headers = new Set<number>()
  #cells: string[] = []
  #byNumber: Map<number, Row> | undefined

  constructor(room: SheetRoom) {
    this.#room = room
  }

  /** The number of the last row with anything in it; 0 before there is one. */
  get last(): number {
    return this.#rows.at(-1)?.number ?? 0
  }

  /** Puts a text at a 1-based column of the row that is being read. */
  put(column: number, text: string): void {
    const cells = this.#cells
    const before = cells[column - 1]
    if (before !== undefined) {
      // Damaged files name a place twice: both texts stay.
      cells[column - 1] = before === '' ? text : `${before} ${text}`
      return
    }
    const gap = column - 1 - cells.length
    if (gap > this.#room.filling) this.#room.isPressed = true
    else {
      this.#room.filling -= gap
      for (let at = 0; at < gap; at++) cells.push('')
    }
    cells.push(text)
  }

  endRow(number: number): void {
    if (this.#cells.length === 0) return
    const text = joinCells(this.#cells)
    this.#cells = []
    if (text !== '') this.#rows.push({ number, text, links: undefined })
  }

  header(row: number): void {
    this.#headers.add(row)
  }

  /** An address that a cell leads to; said after the rows have been read. */
  link(row: number, column: number, href: string): void {
    this.#byNumber ??= new Map(this.#rows.map((one) => [one.number, one]))
    const found = this.#byNumber.get(row)
    if (!found) return
    found.links ??= new Map()
    found.links.set(column, href)
  }

  blocks(page: number): Block[] {
    return this.#rows.map(({ number, text, links }): Block => {
      const header = this.#headers.has(number) ? { header: true } : {}
      const inline = links === undefined ? [] : linkRuns(text, links)
      return { kind: 'table-row', text, page, row: number, ...header, ...(inline.length > 0 ? { inline } : {}) }
    })
  }
}

function linkRuns(text: string, links: ReadonlyMap<number, string>): InlineRun[] {
  const runs: InlineRun[] = []
  let start = 0
  text.split('\t').forEach((cell, at) => {
    const href = links.get(at + 1)
    if (href !== undefined && cell !== '') runs.push({ start, end: start + cell.length, style: 'link', href })
    start += cell.length + 1
  })
  return runs
}
