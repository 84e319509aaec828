import { type KeyboardEvent, type ReactNode, type RefObject, useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useCopy } from '#renderer/api/use-copy.ts'
import { CellBar } from '#renderer/features/reader/table/CellBar.tsx'
import { cellId } from '#renderer/features/reader/table/cell-id.ts'
import { cellAfterKey } from '#renderer/features/reader/table/cell-keys.ts'
import { type CellPlace, cellsAsText } from '#renderer/features/reader/table/cell-place.ts'
import { columnWidths } from '#renderer/features/reader/table/column-widths.ts'
import { GridBody } from '#renderer/features/reader/table/GridBody.tsx'
import { GridHead } from '#renderer/features/reader/table/GridHead.tsx'
import type { Sheet } from '#renderer/features/reader/table/sheets.ts'
import type { GoTo, TableMarks } from '#renderer/features/reader/table/TableView.tsx'
import { useCells } from '#renderer/features/reader/table/use-cells.ts'
import { ROW_PX, useGridRoom } from '#renderer/features/reader/table/use-grid-room.ts'
import type { Direction } from '#shared/model/document'

type Props = Readonly<{
  sheet: Sheet
  label: string
  direction: Direction
  marks: TableMarks
  goTo: GoTo | null
  onScroll: () => void
}>

/** One sheet: only the rows and columns in sight are drawn. The grid has the focus; the cell bar shows the whole of the cell it is at. */
export function SheetGrid({ sheet, label, direction, marks, goTo, onScroll }: Props): ReactNode {
  const scroller = useRef<HTMLDivElement>(null)
  const widths = useMemo(() => columnWidths(sheet), [sheet])
  const room = useGridRoom(scroller, { sheet, widths, isRtl: direction === 'rtl' })
  const cells = useCells(scroller, room, goTo)
  const onKeyDown = useGridKeys({ sheet, direction, scroller, cells })
  return (
    <>
      <CellBar sheet={sheet} cell={cells.active} marks={marks} />
      {/* biome-ignore lint/a11y/useSemanticElements: a <table> draws all of its rows; this one only those in sight. */}
      <div
        ref={scroller}
        className="sheet-grid"
        role="grid"
        tabIndex={0}
        dir={direction}
        data-pane-focus=""
        aria-label={label}
        aria-rowcount={sheet.rows.length + (sheet.header === null ? 0 : 1)}
        aria-colcount={sheet.columns}
        aria-activedescendant={cells.active === null ? undefined : cellId(cells.active)}
        onKeyDown={onKeyDown}
        onClick={(event) => {
          const cell = cellOf(event.target)
          if (cell !== null) cells.move(cell, event.shiftKey)
        }}
        onScroll={onScroll}
        onFocus={() => cells.begin({ row: sheet.header === null ? 0 : -1, column: 0 })}
      >
        <div className="sheet-room" style={{ blockSize: room.height, inlineSize: room.width }}>
          <GridHead sheet={sheet} room={room} cells={cells} marks={marks} />
          <GridBody sheet={sheet} room={room} cells={cells} marks={marks} />
        </div>
      </div>
    </>
  )
}

/** The cell that an element stands in. */
function cellOf(target: EventTarget): CellPlace | null {
  const cell = target instanceof Element ? target.closest<HTMLElement>('[data-column]') : null
  return cell === null ? null : { row: Number(cell.getAttribute('data-row')), column: Number(cell.getAttribute('data-column')) }
}

type Keys = Readonly<{
  sheet: Sheet
  direction: Direction
  scroller: RefObject<HTMLDivElement | null>
  cells: ReturnType<typeof useCells>
}>

/** Arrows walk as in a spreadsheet, with Shift they choose a block of cells, Ctrl+C copies it. */
function useGridKeys({ sheet, direction, scroller, cells }: Keys): (event: KeyboardEvent) => void {
  const { t } = useTranslation()
  const copy = useCopy()
  return (event) => {
    const { active, anchor } = cells
    if (active === null || event.altKey) return
    if ((event.ctrlKey || event.metaKey) && event.code === 'KeyC') {
      event.preventDefault()
      void copy(cellsAsText(sheet, anchor ?? active, active), t('reader.cellsCopied'))
      return
    }
    const next = cellAfterKey(
      event,
      active,
      {
        firstRow: sheet.header === null ? 0 : -1,
        rows: sheet.rows.length,
        columns: sheet.columns,
        pageRows: Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / ROW_PX) - 3)
      },
      direction === 'rtl'
    )
    if (next === undefined) return
    event.preventDefault()
    cells.move(next, event.shiftKey)
  }
}
