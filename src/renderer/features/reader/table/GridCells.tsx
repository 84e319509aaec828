import type { VirtualItem } from '@tanstack/react-virtual'
import { createElement, type ReactNode, useMemo } from 'react'
import { cellsOf } from '#renderer/features/reader/groups.ts'
import { MarkedText } from '#renderer/features/reader/MarkedText.tsx'
import { marksWithin } from '#renderer/features/reader/marks.ts'
import { cellId } from '#renderer/features/reader/table/cell-id.ts'
import type { CellPlace } from '#renderer/features/reader/table/cell-place.ts'
import type { SheetRow } from '#renderer/features/reader/table/sheets.ts'
import type { TableMarks } from '#renderer/features/reader/table/TableView.tsx'
import type { Cells } from '#renderer/features/reader/table/use-cells.ts'

/** More of a cell is never drawn in the grid: the cell bar has it whole. */
const DRAWN = 300
const NUMBER = /^[-+−(]?[\p{Sc}\s]*[\d٠-٩۰-۹][\d٠-٩۰-۹.,٫٬'\s]*[%\p{Sc})]*$/u

type Props = Readonly<{
  row: SheetRow
  /** Of the row among those drawn; -1 for the header. */
  index: number
  columns: readonly VirtualItem[]
  cells: Cells
  marks: TableMarks
  isHeader?: boolean
}>

/** The cells of a row that are in sight. The grid has the focus and points at them, and hears where one is pressed. */
export function GridCells({ row, index, columns, cells, marks, isHeader = false }: Props): ReactNode {
  const all = useMemo(() => cellsOf(row.text), [row])
  return columns.map((column) => {
    const place = { row: index, column: column.index }
    const cell = all[column.index] ?? { text: '', start: row.text.length }
    const shown = marksWithin(marks.ranges, row.offset + cell.start, Math.min(cell.text.length, DRAWN))
    const shared = {
      id: cellId(place),
      'aria-colindex': column.index + 1,
      'aria-selected': isChosen(place, cells),
      className: 'sheet-cell',
      'data-row': index,
      'data-column': column.index,
      'data-number': (!isHeader && NUMBER.test(cell.text.slice(0, 40))) || undefined,
      'data-active': (cells.active?.row === index && cells.active.column === column.index) || undefined,
      style: { insetInlineStart: column.start, inlineSize: column.size }
    } as const
    // The cell stands where the sheet's direction puts it; only its text runs in its own.
    const text = (
      <span className="sheet-text" dir="auto">
        <MarkedText text={cell.text.slice(0, DRAWN)} marks={shown} current={marks.current} />
      </span>
    )
    return createElement('div', { ...shared, key: column.index, role: isHeader ? 'columnheader' : 'gridcell' }, text)
  })
}

function isChosen({ row, column }: CellPlace, { active, anchor }: Cells): boolean {
  if (active === null) return false
  const other = anchor ?? active
  return (
    row >= Math.min(active.row, other.row) &&
    row <= Math.max(active.row, other.row) &&
    column >= Math.min(active.column, other.column) &&
    column <= Math.max(active.column, other.column)
  )
}
