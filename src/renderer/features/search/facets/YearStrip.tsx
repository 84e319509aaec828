import '#renderer/features/search/facets/years.css'
import { Minus, Plus, X } from 'lucide-react'
import { memo, type ReactNode, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '#renderer/api/use-command.ts'
import { useActions } from '#renderer/app/store.ts'
import { axisStyle } from '#renderer/features/search/facets/axis-style.ts'
import { choose, chooseYears, chosenIn, chosenYears } from '#renderer/features/search/facets/choices.ts'
import type { BarRange } from '#renderer/features/search/facets/use-year-drag.ts'
import { YearBars } from '#renderer/features/search/facets/YearBars.tsx'
import { type YearBin, yearBins } from '#renderer/features/search/facets/year-bins.ts'
import { yearsInWords } from '#renderer/features/search/facets/year-words.ts'
import { Chip } from '#renderer/ui/Chip.tsx'
import { IconButton } from '#renderer/ui/IconButton.tsx'
import type { YearCounts } from '#shared/model/facets'
import type { SearchFilter } from '#shared/model/search'

/** Few bars have their year under each; more have the first and the last. */
const NAMED_EACH = 4

type Props = Readonly<{ filter: SearchFilter; years: YearCounts | undefined }>

/**
 * The results by year, over the list. Its room is there from the start where the archive has documents of several years, so that
 * counts that come after the list do not move it.
 */
export const YearStrip = memo(function YearStrip({ filter, years }: Props): ReactNode {
  const dated = useCommand('search.years', {}).data
  if (dated === undefined || dated === null || dated.first === dated.last) return null
  return <div className="year-strip">{years === undefined ? null : <Histogram filter={filter} years={years} />}</div>
})

function Histogram({ filter, years }: Readonly<{ filter: SearchFilter; years: YearCounts }>): ReactNode {
  const { t } = useTranslation()
  const actions = useActions()
  const chosen = useMemo(() => chosenYears(filter.facets), [filter.facets])
  const bins = useMemo(() => yearBins(withChosen(years.years, chosen)), [years, chosen])
  const bars = chosen === null ? null : barsWithin(bins, chosen.from, chosen.to)
  const direction = chosen?.direction ?? 'include'
  const onChoose = (range: BarRange | null): void => {
    const first = range === null ? undefined : bins[range.first]
    const last = range === null ? undefined : bins[range.last]
    const span = first === undefined || last === undefined ? null : { from: first.from, to: last.to }
    actions.setFilter(chooseYears(filter, span, direction))
  }
  if (bins.length === 0) return years.undated === 0 ? null : <p className="year-note">{t('facets.noDates')}</p>
  return (
    <>
      <YearBars bins={bins} chosen={bars} isExcluded={direction === 'exclude'} onChoose={onChoose} />
      <Caption filter={filter} bins={bins} undated={years.undated} />
    </>
  )
}

/** First and last year, what is chosen with its controls, and how many have no date. */
function Caption({
  filter,
  bins,
  undated
}: Readonly<{ filter: SearchFilter; bins: readonly YearBin[]; undated: number }>): ReactNode {
  const { t, i18n } = useTranslation()
  const actions = useActions()
  const chosen = chosenYears(filter.facets)
  const year = (value: number): string => yearsInWords(value, value, i18n.language)
  const isUndated = chosenIn(filter.facets, 'year', 'include').includes('undated')
  const controls = chosen === null ? null : <ChosenYears filter={filter} chosen={chosen} />
  const isNamedEach = bins.length <= NAMED_EACH
  return (
    <div className="year-caption">
      <span className="year-axis tabular" style={axisStyle(bins)} data-each={isNamedEach}>
        {isNamedEach ? (
          bins.map((bin) => (
            <span key={bin.from} className="year-axis-year">
              {year(bin.from)}
            </span>
          ))
        ) : (
          <>
            <span>{year(bins[0]?.from ?? 0)}</span>
            {controls}
            <span>{year(bins.at(-1)?.to ?? 0)}</span>
          </>
        )}
      </span>
      {isNamedEach ? controls : null}
      {undated === 0 && !isUndated ? null : (
        <span className="year-undated">
          <Chip
            isPlain={!isUndated}
            isOn={isUndated}
            onPress={() => actions.setFilter(choose(filter, 'year', ['undated'], isUndated ? null : 'include'))}
          >
            {t('facets.undatedCount', { count: undated })}
          </Chip>
        </span>
      )}
    </div>
  )
}

function ChosenYears({
  filter,
  chosen
}: Readonly<{ filter: SearchFilter; chosen: NonNullable<ReturnType<typeof chosenYears>> }>): ReactNode {
  const { t, i18n } = useTranslation()
  const actions = useActions()
  const { direction, ...span } = chosen
  const words = yearsInWords(span.from, span.to, i18n.language)
  const isExcluded = direction === 'exclude'
  return (
    <span className="year-chosen">
      <span className="year-span tabular" data-excluded={isExcluded}>
        {isExcluded ? t('facets.not', { name: words }) : words}
      </span>
      <IconButton
        label={isExcluded ? t('facets.onlyYears') : t('facets.leaveOutYears')}
        onPress={() => actions.setFilter(chooseYears(filter, span, isExcluded ? 'include' : 'exclude'))}
      >
        {isExcluded ? <Plus size={12} aria-hidden /> : <Minus size={12} aria-hidden />}
      </IconButton>
      <IconButton label={t('facets.clearYears')} onPress={() => actions.setFilter(chooseYears(filter, null))}>
        <X size={12} aria-hidden />
      </IconButton>
    </span>
  )
}

/** What is chosen stays in sight, also where no document of the answer is dated then. */
function withChosen(years: YearCounts['years'], chosen: ReturnType<typeof chosenYears>): YearCounts['years'] {
  if (chosen === null) return years
  const known = new Set(years.map(({ year }) => year))
  const ends = [...new Set([chosen.from, chosen.to])].filter((year) => !known.has(year))
  return [...years, ...ends.map((year) => ({ year, documents: 0 }))].sort((a, b) => a.year - b.year)
}

/** The bars that lie in these years; a bar counts when any of its years does. */
function barsWithin(bins: readonly YearBin[], from: number, to: number): BarRange | null {
  const first = bins.findIndex((bin) => bin.to >= from)
  const last = bins.findLastIndex((bin) => bin.from <= to)
  return first < 0 || last < first ? null : { first, last }
}
