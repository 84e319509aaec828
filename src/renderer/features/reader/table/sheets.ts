import { type Piece, readerPieces } from '#renderer/features/reader/pieces.ts'
import type { Block } from '#shared/model/block'

/** A row of a sheet that has anything in it. */
export type SheetRow = Readonly<{
  /** The 1-based number it has in the sheet; empty rows between are left out. */
  number: number
  /** Its cells, joined with tabs. */
  text: string
  /** Where `text` begins in the reader text, in UTF-16 code units. */
  offset: number
}>

/** A sheet of a spreadsheet, ready to be drawn. */
export type Sheet = Readonly<{
  page: number
  /** Null for files that are one table without a name. */
  name: string | null
  /** The header row, kept in sight; null where there is none. */
  header: SheetRow | null
  rows: readonly SheetRow[]
  columns: number
  /** Comments, text boxes and whatever else stands beside the table. */
  beside: readonly Piece[]
  /** Where the sheet begins in the reader text, its name included. */
  offset: number
}>

type Building = {
  page: number
  name: string | null
  header: SheetRow | null
  rows: SheetRow[]
  columns: number
  beside: Piece[]
  offset: number
}

/** The sheets of a spreadsheet's blocks, in their order. Cost: linear in the text. */
export function sheetsOf(blocks: readonly Block[]): readonly Sheet[] {
  const sheets = new Map<number, Building>()
  for (const piece of readerPieces(blocks)) {
    const { block, offset } = piece
    const sheet = sheetAt(sheets, block.page ?? 1, offset)
    if (block.kind === 'table-row') addRow(sheet, block, offset)
    else if (block.kind === 'heading' && sheet.name === null && sheet.rows.length === 0) sheet.name = block.text
    else if (block.text.trim() !== '') sheet.beside.push(piece)
  }
  return [...sheets.values()]
}

function sheetAt(sheets: Map<number, Building>, page: number, offset: number): Building {
  const known = sheets.get(page)
  if (known) return known
  const made: Building = { page, name: null, header: null, rows: [], columns: 0, beside: [], offset }
  sheets.set(page, made)
  return made
}

function addRow(sheet: Building, block: Block, offset: number): void {
  const row = { number: block.row ?? sheet.rows.length + (sheet.header === null ? 1 : 2), text: block.text, offset }
  const columns = cellCount(block.text)
  if (columns > sheet.columns) sheet.columns = columns
  // Only a header that is the first row stays in sight: one further down belongs where it stands.
  if (block.header === true && sheet.header === null && sheet.rows.length === 0) sheet.header = row
  else sheet.rows.push(row)
}

function cellCount(text: string): number {
  let count = 1
  for (let at = text.indexOf('\t'); at !== -1; at = text.indexOf('\t', at + 1)) count++
  return count
}
