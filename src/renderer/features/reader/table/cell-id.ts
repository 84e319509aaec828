import type { CellPlace } from '#renderer/features/reader/table/cell-place.ts'

/** The element id of a cell. */
export function cellId({ row, column }: CellPlace): string {
  return `cell-${row}-${column}`
}
