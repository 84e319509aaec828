import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { cellsOf } from '#renderer/features/reader/groups.ts'
import { MarkedText } from '#renderer/features/reader/MarkedText.tsx'
import { marksWithin } from '#renderer/features/reader/marks.ts'
import { type CellPlace, columnName, rowOf } from '#renderer/features/reader/table/cell-place.ts'
import type { Sheet } from '#renderer/features/reader/table/sheets.ts'
import type { TableMarks } from '#renderer/features/reader/table/TableView.tsx'

type Props = Readonly<{ sheet: Sheet; cell: CellPlace | null; marks: TableMarks }>

/** The address of the active cell and the whole of its text, however long: it can be selected and copied from here. */
export function CellBar({ sheet, cell, marks }: Props): ReactNode {
  const { t } = useTranslation()
  const row = cell === null ? undefined : rowOf(sheet, cell.row)
  if (cell === null || row === undefined) {
    return <div className="cell-bar cell-bar--idle">{t('reader.cellNone')}</div>
  }
  const { text, start } = cellsOf(row.text)[cell.column] ?? { text: '', start: 0 }
  return (
    <section className="cell-bar" aria-label={t('reader.cell')}>
      <span className="cell-address tabular" dir="ltr">
        {`${columnName(cell.column)}${row.number}`}
      </span>
      <div className="cell-text selectable" dir="auto" tabIndex={text.length > 80 ? 0 : undefined}>
        <MarkedText text={text} marks={marksWithin(marks.ranges, row.offset + start, text.length)} current={-1} />
      </div>
    </section>
  )
}
