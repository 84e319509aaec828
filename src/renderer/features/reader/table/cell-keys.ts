import type { CellPlace } from '#renderer/features/reader/table/cell-place.ts'

/** The edges of a table for the keyboard: rows from `firstRow` (-1 with a header) to `rows - 1`. */
export type TableEdges = Readonly<{ firstRow: number; rows: number; columns: number; pageRows: number }>

type Press = Readonly<{ key: string; ctrlKey: boolean; metaKey: boolean }>

/** Where a key leads from a cell, as in spreadsheets; undefined for keys that lead nowhere. `isRtl`: columns run from right to left. */
export function cellAfterKey(press: Press, from: CellPlace, edges: TableEdges, isRtl: boolean): CellPlace | undefined {
  const { firstRow, rows, columns, pageRows } = edges
  const isFar = press.ctrlKey || press.metaKey
  const forward = isRtl ? 'ArrowLeft' : 'ArrowRight'
  const backward = isRtl ? 'ArrowRight' : 'ArrowLeft'
  const to = (row: number, column: number): CellPlace => ({
    row: Math.max(firstRow, Math.min(rows - 1, row)),
    column: Math.max(0, Math.min(columns - 1, column))
  })
  switch (press.key) {
    case forward:
      return to(from.row, isFar ? columns - 1 : from.column + 1)
    case backward:
      return to(from.row, isFar ? 0 : from.column - 1)
    case 'ArrowDown':
      return to(isFar ? rows - 1 : from.row + 1, from.column)
    case 'ArrowUp':
      return to(isFar ? firstRow : from.row - 1, from.column)
    case 'PageDown':
      return to(from.row + pageRows, from.column)
    case 'PageUp':
      return to(from.row - pageRows, from.column)
    case 'Home':
      return to(isFar ? firstRow : from.row, 0)
    case 'End':
      return to(isFar ? rows - 1 : from.row, columns - 1)
    default:
      return undefined
  }
}
