import { cellText, isCellText, rowText } from '#engine/extract/blocks/cell-text'
import type { Block } from '#shared/model/block'

/** Beyond this many characters in a cell the table places columns of text; it holds no data. */
const LONGEST_CELL = 600
/** Equal neighbours that a program wrote once. A file can claim a million of them. */
const MOST_REPEATS = 100
/** Characters that repeating adds to one table, after which everything counts once. */
const MOST_REPEATED = 1_000_000

type Row = { cells: Block[][]; isHeader: boolean; repeats: number }

/** A table while it is read. */
export class FlowTable {
  readonly #rows: Row[] = []
  #headers = 0
  #holdsTable = false
  #repeated = 0

  openHeaders(): void {
    this.#headers++
  }

  closeHeaders(): void {
    this.#headers--
  }

  openRow(repeats: number): void {
    this.#rows.push({ cells: [], isHeader: this.#headers > 0, repeats })
  }

  /** Takes the blocks of a cell that has been read. */
  addCell(blocks: Block[], repeats: number): void {
    const row = this.#rows.at(-1)
    const length = blocks.reduce((total, { text }) => total + text.length, 0)
    for (let times = this.#affordable(repeats, length); row && times > 0; times--) row.cells.push(blocks)
  }

  holdTable(): void {
    this.#holdsTable = true
  }

  /**
   * One block a row for a table of data, what stands in it besides text after it. A table that only places text, with a table, headings
   * or articles inside or with one column, gives what is in its cells.
   */
  finish(): Block[] {
    const rows = this.#rows.filter(({ cells }) => cells.some((blocks) => blocks.length > 0))
    if (!this.#isData(rows)) return rows.flatMap(({ cells }) => [...new Set(cells)].flat())
    const blocks: Block[] = []
    for (const { cells, isHeader, repeats } of rows) {
      const { text, inline } = rowText(cells.map((blocks) => cellText(blocks.filter(isCellText))))
      const runs = inline.length === 0 ? {} : { inline }
      const row: Block = { kind: 'table-row', text, ...(isHeader ? { header: true } : {}), ...runs }
      if (text !== '') for (let times = this.#affordable(repeats, text.length); times > 0; times--) blocks.push(row)
    }
    return [...blocks, ...rows.flatMap(({ cells }) => [...new Set(cells)].flat().filter((block) => !isCellText(block)))]
  }

  #affordable(repeats: number, length: number): number {
    const times = bounded(repeats)
    this.#repeated += length * (times - 1)
    return this.#repeated > MOST_REPEATED ? 1 : times
  }

  #isData(rows: readonly Row[]): boolean {
    if (this.#holdsTable || !rows.some(({ cells }) => cells.length > 1)) return false
    return rows.every(({ cells }) =>
      cells.every(
        (blocks) =>
          blocks.every(({ kind }) => kind !== 'heading' && kind !== 'table-row') &&
          blocks.reduce((length, { text }) => length + text.length, 0) <= LONGEST_CELL
      )
    )
  }
}

const bounded = (repeats: number): number => Math.min(Math.max(Math.trunc(repeats) || 1, 1), MOST_REPEATS)
