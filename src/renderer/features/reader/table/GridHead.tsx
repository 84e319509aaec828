import type { ReactNode } from 'react'
import { columnName } from '#renderer/features/reader/table/cell-place.ts'
import { GridCells } from '#renderer/features/reader/table/GridCells.tsx'
import type { Sheet } from '#renderer/features/reader/table/sheets.ts'
import type { TableMarks } from '#renderer/features/reader/table/TableView.tsx'
import type { Cells } from '#renderer/features/reader/table/use-cells.ts'
import { type GridRoom, ROW_PX } from '#renderer/features/reader/table/use-grid-room.ts'

type Props = Readonly<{ sheet: Sheet; room: GridRoom; cells: Cells; marks: TableMarks }>

/** The letters of the columns and the header row, in sight however far one scrolls. */
export function GridHead({ sheet, room, cells, marks }: Props): ReactNode {
  const { columns, headHeight, numbersWidth } = room
  return (
    <div className="sheet-head" style={{ blockSize: headHeight }}>
      <div className="sheet-letters" style={{ blockSize: ROW_PX }} aria-hidden>
        <span className="sheet-corner" style={{ inlineSize: numbersWidth }} />
        {columns.map(({ index, start, size }) => (
          <span
            key={index}
            className="sheet-letter"
            data-active={cells.active?.column === index || undefined}
            style={{ insetInlineStart: start, inlineSize: size }}
          >
            {columnName(index)}
          </span>
        ))}
      </div>
      {sheet.header === null ? null : (
        // biome-ignore lint/a11y/useFocusableInteractive: the grid has the focus and points at its cells.
        // biome-ignore lint/a11y/useSemanticElements: see the grid.
        <div className="sheet-row sheet-row--header" role="row" aria-rowindex={1} style={{ insetBlockStart: ROW_PX }}>
          <span className="sheet-number tabular" style={{ inlineSize: numbersWidth }} aria-hidden>
            {sheet.header.number}
          </span>
          <GridCells row={sheet.header} index={-1} columns={columns} cells={cells} marks={marks} isHeader />
        </div>
      )}
    </div>
  )
}
