import '#renderer/features/reader/table/table.css'
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Beside } from '#renderer/features/reader/table/Beside.tsx'
import { type CellPlace, placeOf } from '#renderer/features/reader/table/cell-place.ts'
import { SheetGrid } from '#renderer/features/reader/table/SheetGrid.tsx'
import { SheetTabs } from '#renderer/features/reader/table/SheetTabs.tsx'
import { sheetsOf } from '#renderer/features/reader/table/sheets.ts'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import type { DocumentContent } from '#shared/contract'
import type { DocumentDetail } from '#shared/model/document'
import type { TextRange } from '#shared/model/search'

/** The hits to mark, and the wish to see one of them. */
export type TableMarks = Readonly<{
  ranges: readonly TextRange[]
  current: number
  /** Another object each time the current hit is to be gone to; null before the first time. */
  wish: object | null
  /** Whether the focus goes along: the person chose this place. */
  takesFocus: boolean
}>

type Props = Readonly<{ document: DocumentDetail; content: DocumentContent; marks: TableMarks; onScroll: () => void }>

/** A spreadsheet as tables, one a sheet, opened at the cell of the hit. */
export function TableView({ document, content, marks, onScroll }: Props): ReactNode {
  const { t } = useTranslation()
  const sheets = useMemo(() => sheetsOf(content.blocks), [content.blocks])
  const { index, place, choose } = useSheet(sheets, marks)
  const sheet = sheets[index]
  if (sheet === undefined) return <EmptyState title={t('reader.tableEmpty')} />
  return (
    <div className="table-view">
      <SheetGrid
        key={index}
        sheet={sheet}
        label={sheet.name ?? document.title}
        direction={content.direction}
        marks={marks}
        goTo={place}
        onScroll={onScroll}
      />
      {sheet.beside.length === 0 ? null : <Beside documentId={document.id} pieces={sheet.beside} marks={marks} />}
      {content.cut > 0 ? <p className="table-note">{t('reader.cut', { count: content.cut })}</p> : null}
      {sheets.length < 2 && sheet.name === null ? null : (
        <SheetTabs sheets={sheets} index={index} ranges={marks.ranges} current={marks.current} onChoose={choose} />
      )}
    </div>
  )
}

/** A cell to go to; another object each time. */
export type GoTo = Readonly<{ cell: CellPlace; takesFocus: boolean }>

type ChosenSheet = Readonly<{ index: number; place: GoTo | null; choose: (index: number) => void }>

/** Which sheet is shown: the one with the current hit whenever a hit is gone to, else the one that was chosen. */
function useSheet(sheets: ReturnType<typeof sheetsOf>, marks: TableMarks): ChosenSheet {
  const [shown, setShown] = useState<Readonly<{ index: number; place: GoTo | null }>>({ index: 0, place: null })
  const granted = useRef<object | null>(null)
  useEffect(() => {
    const { wish, current, ranges, takesFocus } = marks
    if (wish === null || granted.current === wish) return
    granted.current = wish
    const found = current < 0 ? null : placeOf(sheets, ranges[current]?.[0] ?? 0)
    if (found !== null) setShown({ index: found.sheet, place: found.cell && { cell: found.cell, takesFocus } })
  }, [sheets, marks])
  return { ...shown, choose: (index) => setShown({ index, place: null }) }
}
