import { type RefObject, useCallback, useEffect, useState } from 'react'
import type { CellPlace } from '#renderer/features/reader/table/cell-place.ts'
import type { GoTo } from '#renderer/features/reader/table/TableView.tsx'
import type { GridRoom } from '#renderer/features/reader/table/use-grid-room.ts'

export type Cells = Readonly<{
  /** The cell the keyboard is at; null before the table was touched. */
  active: CellPlace | null
  /** The other corner of a chosen block of cells; null when only one cell is chosen. */
  anchor: CellPlace | null
  move: (cell: CellPlace, extend?: boolean) => void
  /** Makes a cell the active one where none is yet. */
  begin: (cell: CellPlace) => void
}>

/** The chosen cells; brings the active one into sight, and goes to the cell of a hit. */
export function useCells(scroller: RefObject<HTMLDivElement | null>, room: GridRoom, goTo: GoTo | null): Cells {
  const [chosen, setChosen] = useState<Readonly<{ active: CellPlace | null; anchor: CellPlace | null }>>({
    active: null,
    anchor: null
  })
  const { rowVirtualizer, columnVirtualizer } = room
  const reveal = useCallback(
    ({ row, column }: CellPlace, align: 'auto' | 'center') => {
      if (row >= 0) rowVirtualizer.scrollToIndex(row, { align })
      columnVirtualizer.scrollToIndex(column, { align: 'auto' })
    },
    [rowVirtualizer, columnVirtualizer]
  )
  useEffect(() => {
    if (goTo === null) return
    setChosen({ active: goTo.cell, anchor: null })
    reveal(goTo.cell, 'center')
    if (goTo.takesFocus) scroller.current?.focus({ preventScroll: true })
  }, [goTo, reveal, scroller])
  const move = useCallback(
    (cell: CellPlace, extend = false) => {
      setChosen(({ active, anchor }) => ({ active: cell, anchor: extend ? (anchor ?? active) : null }))
      reveal(cell, 'auto')
    },
    [reveal]
  )
  const begin = useCallback((cell: CellPlace) => {
    setChosen((before) => (before.active === null ? { active: cell, anchor: null } : before))
  }, [])
  return { ...chosen, move, begin }
}
