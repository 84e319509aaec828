import { type ReactNode, useMemo } from 'react'
import { Tab, TabList, Tabs } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { MarkedText } from '#renderer/features/reader/MarkedText.tsx'
import { marksWithin } from '#renderer/features/reader/marks.ts'
import type { Sheet } from '#renderer/features/reader/table/sheets.ts'
import { useFormat } from '#renderer/i18n/use-format.ts'
import type { TextRange } from '#shared/model/search'

type Props = Readonly<{
  sheets: readonly Sheet[]
  index: number
  ranges: readonly TextRange[]
  /** Index of the hit that is being looked at; -1 for none. */
  current: number
  onChoose: (index: number) => void
}>

/** The sheets of a spreadsheet, each with how many hits stand in it; those in its name are marked there. */
export function SheetTabs({ sheets, index, ranges, current, onChoose }: Props): ReactNode {
  const { t } = useTranslation()
  const format = useFormat()
  const hits = useMemo(() => hitsPerSheet(sheets, ranges), [sheets, ranges])
  return (
    <Tabs selectedKey={String(index)} onSelectionChange={(key) => onChoose(Number(key))} className="sheet-tabs">
      <TabList aria-label={t('reader.sheets')} className="sheet-tab-list">
        {sheets.map((sheet, at) => (
          <Tab key={sheet.page} id={String(at)} className="sheet-tab">
            <bdi>
              {sheet.name === null ? (
                t('reader.mark-sheet', { number: sheet.page })
              ) : (
                <MarkedText text={sheet.name} marks={marksWithin(ranges, sheet.offset, sheet.name.length)} current={current} />
              )}
            </bdi>
            {(hits[at] ?? 0) === 0 ? null : (
              <span className="sheet-hits tabular" title={t('reader.hitCount', { count: hits[at] ?? 0 })}>
                {format.number(hits[at] ?? 0)}
              </span>
            )}
          </Tab>
        ))}
      </TabList>
    </Tabs>
  )
}

function hitsPerSheet(sheets: readonly Sheet[], ranges: readonly TextRange[]): readonly number[] {
  const counts = sheets.map(() => 0)
  let sheet = 0
  for (const [start] of ranges) {
    while (sheet + 1 < sheets.length && (sheets[sheet + 1]?.offset ?? 0) <= start) sheet++
    counts[sheet] = (counts[sheet] ?? 0) + 1
  }
  return counts
}
