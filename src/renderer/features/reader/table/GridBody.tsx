import type { ReactNode } from 'react'
import { GridCells } from '#renderer/features/reader/table/GridCells.tsx'
import type { Sheet } from '#renderer/features/reader/table/sheets.ts'
import type { TableMarks } from '#renderer/features/reader/table/TableView.tsx'
import type { Cells } from '#renderer/features/reader/table/use-cells.ts'
import type { GridRoom } from '#renderer/features/reader/table/use-grid-room.ts'

type Props = Readonly<{ sheet: Sheet; room: GridRoom; cells: Cells; marks: TableMarks }>

/** The rows in sight. Where empty rows were left out between two of them, the line between is stronger. */
export function GridBody({ sheet, room, cells, marks }: Props): ReactNode {
  const before = sheet.header === null ? 1 : 2
  return room.rows.map(({ index, start }) => {
    const row = sheet.rows[index]
    if (row === undefined) return null
    const previous = sheet.rows[index - 1]
    const hasGap = previous !== undefined && row.number > previous.number + 1
    return (
      // biome-ignore lint/a11y/useFocusableInteractive: the grid has the focus and points at its cells.
      // biome-ignore lint/a11y/useSemanticElements: see the grid.
      <div
        key={index}
        className="sheet-row"
        role="row"
        aria-rowindex={index + before}
        data-gap={hasGap || undefined}
        style={{ insetBlockStart: start }}
      >
        <span
          className="sheet-number tabular"
          data-active={cells.active?.row === index || undefined}
          style={{ inlineSize: room.numbersWidth }}
          aria-hidden
        >
          {row.number}
        </span>
        <GridCells row={row} index={index} columns={room.columns} cells={cells} marks={marks} />
      </div>
    )
  })
}
