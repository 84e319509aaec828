import { BLOCK_SEPARATOR, type Block, type BlockRole, type InlineRun } from '#shared/model/block'

/** A cell with more text than this is a column of a layout, not data. */
const LONGEST_CELL = 1500
/** Word has no more columns; what a file says beyond is not counted. */
const MOST_COLUMNS = 64

type Cell = { blocks: Block[]; span: number; continues: boolean }
type Row = { cells: Cell[]; before: number; header: boolean; role: BlockRole | undefined }

/** Gathers one table, row by row. */
export class Table {
  readonly #blocks: Block[] = []
  #columns = 0
  #isFirstHeader = false
  #row: Row | undefined

  column(): void {
    this.#columns++
  }

  beginRow(): void {
    this.#row = { cells: [], before: 0, header: this.#isFirstHeader, role: undefined }
    this.#isFirstHeader = false
  }

  /** What is in the cell goes into the list that this answers with. */
  beginCell(): Block[] {
    if (!this.#row) this.beginRow()
    const cell: Cell = { blocks: [], span: 1, continues: false }
    this.#row?.cells.push(cell)
    return cell.blocks
  }

  /** Columns that the row leaves out at its beginning. */
  gridBefore(columns: number): void {
    if (this.#row) this.#row.before = within(columns)
  }

  headerRow(): void {
    if (this.#row) this.#row.header = true
  }

  /** Says so of the first row, whichever that will be. */
  firstIsHeader(): void {
    this.#isFirstHeader = true
  }

  changed(role: 'inserted' | 'deleted'): void {
    if (this.#row) this.#row.role = role
  }

  span(columns: number): void {
    const cell = this.#row?.cells.at(-1)
    if (cell) cell.span = Math.max(within(columns), 1)
  }

  endRow(): void {
    const row = this.#row
    this.#row = undefined
    if (!row) return
    if (this.#columns === 1 || row.cells.some(isLayout)) {
      for (const { blocks } of row.cells) for (const block of blocks) this.#blocks.push(withRole(block, row.role))
    } else this.#addRow(row)
  }

  /** The rows; a table that only places text is that text, a cell after the other. */
  end(): readonly Block[] {
    this.endRow()
    return this.#blocks
  }

  #addRow(row: Row): void {
    const others: Block[] = []
    const inline: InlineRun[] = []
    let text = '\t'.repeat(row.before)
    row.cells.forEach((cell, at) => {
      if (at > 0) text += '\t'
      const start = text.length
      for (const block of cell.blocks) {
        if (!isText(block)) {
          others.push(block)
          continue
        }
        if (text.length > start) text += '\n'
        const offset = text.length + markOf(block).length
        for (const run of block.inline ?? []) inline.push({ ...run, start: run.start + offset, end: run.end + offset })
        text += markOf(block) + block.text.replaceAll('\t', ' ').replaceAll(BLOCK_SEPARATOR, '\n ')
      }
      if (at < row.cells.length - 1) text += '\t'.repeat(cell.span - 1)
    })
    const kind = { kind: 'table-row', text } as const
    if (text.trim() !== '') {
      this.#blocks.push({
        ...kind,
        ...(row.header ? { header: true } : {}),
        ...(row.role ? { role: row.role } : {}),
        ...(inline.length > 0 ? { inline } : {})
      })
    }
    for (const block of others) this.#blocks.push(block)
  }
}

const isText = (block: Block): boolean => block.role === undefined && block.kind !== 'image' && block.kind !== 'rule'

function markOf({ kind, ordinal }: Block): string {
  if (kind !== 'list-item') return ''
  return ordinal === undefined ? '• ' : `${ordinal}. `
}

/** A table inside it, chapters or an article: the cell places text on the page. */
function isLayout({ blocks }: Cell): boolean {
  if (blocks.some(({ kind }) => kind === 'table-row')) return true
  let length = 0
  for (const block of blocks) length += block.text.length
  return length > LONGEST_CELL || (blocks.length > 1 && blocks.some(({ kind }) => kind === 'heading'))
}

function withRole(block: Block, role: BlockRole | undefined): Block {
  return role === undefined || block.role !== undefined ? block : { ...block, role }
}

const within = (columns: number): number => (columns > 0 ? Math.min(Math.floor(columns), MOST_COLUMNS) : 0)
