import type { Sheet, SheetRow } from '#renderer/features/reader/table/sheets.ts'

/** A cell of a sheet. `row` counts its drawn rows from 0; -1 is the header. `column` counts from 0. */
export type CellPlace = Readonly<{ row: number; column: number }>

/** Where an offset of the reader text stands: the index of its sheet, and its cell; null in the sheet's name or beside the table. */
export type TablePlace = Readonly<{ sheet: number; cell: CellPlace | null }>

/** Finds an offset of the reader text in the sheets. Null where there are none. Cost: logarithmic in the rows. */
export function placeOf(sheets: readonly Sheet[], offset: number): TablePlace | null {
  const index = sheets.findLastIndex((sheet) => sheet.offset <= offset)
  const sheet = sheets[index]
  return sheet === undefined ? null : { sheet: index, cell: cellAt(sheet, offset) }
}

function cellAt({ header, rows }: Sheet, offset: number): CellPlace | null {
  if (header !== null && holds(header, offset)) return { row: -1, column: columnAt(header, offset) }
  let low = 0
  let high = rows.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((rows[middle]?.offset ?? 0) <= offset) low = middle + 1
    else high = middle
  }
  const row = rows[low - 1]
  return row !== undefined && holds(row, offset) ? { row: low - 1, column: columnAt(row, offset) } : null
}

function holds(row: SheetRow, offset: number): boolean {
  return offset >= row.offset && offset <= row.offset + row.text.length
}

function columnAt(row: SheetRow, offset: number): number {
  let column = 0
  const end = offset - row.offset
  for (let at = row.text.indexOf('\t'); at !== -1 && at < end; at = row.text.indexOf('\t', at + 1)) column++
  return column
}

/** The row of a place. */
export function rowOf(sheet: Sheet, row: number): SheetRow | undefined {
  return row === -1 ? (sheet.header ?? undefined) : sheet.rows[row]
}

/** `A`, `Z`, `AA`, …: what spreadsheets call a column, counted from 0. */
export function columnName(column: number): string {
  let name = ''
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name
  }
  return name
}

/** The cells between two corners as lines of tab-separated values; line breaks inside cells become spaces. */
export function cellsAsText(sheet: Sheet, from: CellPlace, to: CellPlace): string {
  const [top, bottom] = [Math.min(from.row, to.row), Math.max(from.row, to.row)]
  const [first, last] = [Math.min(from.column, to.column), Math.max(from.column, to.column)]
  const lines: string[] = []
  for (let row = top; row <= bottom; row++) {
    const cells = (rowOf(sheet, row)?.text ?? '').split('\t').slice(first, last + 1)
    while (cells.length <= last - first) cells.push('')
    lines.push(cells.join('\t').replaceAll(/\r?\n/g, ' '))
  }
  return lines.join('\n')
}
