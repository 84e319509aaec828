import { type ReactNode, useId } from 'react'
import { useTranslation } from 'react-i18next'
import { axisStyle } from '#renderer/features/search/facets/axis-style.ts'
import { type BarRange, useYearDrag } from '#renderer/features/search/facets/use-year-drag.ts'
import type { YearBin } from '#renderer/features/search/facets/year-bins.ts'
import { otherYears, yearsInWords } from '#renderer/features/search/facets/year-words.ts'

type Props = Readonly<{
  bins: readonly YearBin[]
  chosen: BarRange | null
  /** True: the chosen years are left out. */
  isExcluded: boolean
  onChoose: (range: BarRange | null) => void
}>

/** A bar for each year or decade. One drags over bars, or walks them with the arrow keys, to choose a stretch of years. */
export function YearBars({ bins, chosen, isExcluded, onChoose }: Props): ReactNode {
  const { t } = useTranslation()
  const id = useId()
  const { shown, active, isDragging, handlers } = useYearDrag(bins.length, chosen, onChoose)
  const words = useBarWords()
  const most = Math.max(1, ...bins.map((bin) => bin.documents))
  const isShown = (index: number): boolean => shown !== null && index >= shown.first && index <= shown.last
  const current = isDragging && shown !== null ? together(bins, shown) : active === null ? undefined : bins[active]
  return (
    <div className="year-graph">
      <div
        {...handlers}
        style={axisStyle(bins)}
        className="year-bars"
        role="listbox"
        aria-label={t('facets.histogram')}
        aria-orientation="horizontal"
        aria-multiselectable
        tabIndex={0}
        data-chosen={shown !== null}
        data-excluded={isExcluded}
        {...(active === null ? {} : { 'aria-activedescendant': `${id}-${active}` })}
      >
        {bins.map((bin, index) => (
          <div
            key={bin.from}
            id={`${id}-${index}`}
            className="year-bar"
            role="option"
            aria-selected={isShown(index)}
            tabIndex={-1}
            aria-label={words(bin)}
            data-active={active === index}
          >
            <span style={{ blockSize: `${bin.documents === 0 ? 0 : Math.max(6, (bin.documents / most) * 100)}%` }} />
          </div>
        ))}
      </div>
      {current === undefined ? null : (
        <div className="year-hint" aria-hidden>
          {words(current)}
        </div>
      )}
    </div>
  )
}

/** A stretch of bars as one. */
function together(bins: readonly YearBin[], { first, last }: BarRange): YearBin {
  const within = bins.slice(first, last + 1)
  const documents = within.reduce((sum, bin) => sum + bin.documents, 0)
  return { from: within[0]?.from ?? 0, to: within.at(-1)?.to ?? 0, documents }
}

/** A bar in words, with the same years as Persian and Arabic documents count them. */
function useBarWords(): (bin: YearBin) => string {
  const { t, i18n } = useTranslation()
  return ({ from, to, documents }) => {
    const years = yearsInWords(from, to, i18n.language)
    const counted = { years, documents: t('common.documents', { count: documents }) }
    // Before the first year of the Hijri calendar there is nothing to compare with.
    if (from < 623) return t('facets.bar', counted)
    return t('facets.barOther', { ...counted, ...otherYears(from, to, i18n.language) })
  }
}
