import { Minus } from 'lucide-react'
import { type ReactNode, useId } from 'react'
import { useTranslation } from 'react-i18next'
import { useActions } from '#renderer/app/store.ts'
import { choose, chosenIn } from '#renderer/features/search/facets/choices.ts'
import type { About } from '#renderer/features/search/facets/conditions.ts'
import { FacetGroupView } from '#renderer/features/search/facets/FacetGroupView.tsx'
import { FacetValueRow } from '#renderer/features/search/facets/FacetValueRow.tsx'
import { facetRows, isWorthShowing } from '#renderer/features/search/facets/facet-rows.ts'
import { useGridKeys } from '#renderer/features/search/facets/use-grid-keys.ts'
import type { ListRequest } from '#renderer/features/search/use-request.ts'
import { ToggleSegment } from '#renderer/ui/ToggleSegment.tsx'
import { LISTED_FACETS, type SearchFacets } from '#shared/model/facets'

type Props = Readonly<{ request: ListRequest; facets: SearchFacets | undefined; words: (about: About) => string }>

/** Everything the results can be narrowed by, with counts that follow each choice. */
export function FacetPanel({ request, facets, words }: Props): ReactNode {
  const { t } = useTranslation()
  if (facets === undefined) return <p className="facet-note">{t('common.loading')}</p>
  const hasSome = LISTED_FACETS.some((facet) =>
    isWorthShowing(facet, facetRows(facet, facets.groups[facet], request.filter.facets))
  )
  const hasUndated = facets.years.undated > 0 || request.filter.facets.year !== undefined
  return (
    <div className="facet-panel">
      <div className="facet-head">
        <Sections request={request} />
        {hasSome ? (
          <span className="facet-hint" aria-hidden>
            <Minus size={12} />
            {t('facets.hint')}
          </span>
        ) : null}
      </div>
      {LISTED_FACETS.map((facet) => (
        <FacetGroupView key={facet} facet={facet} group={facets.groups[facet]} request={request} words={words} />
      ))}
      {hasUndated ? <Undated request={request} documents={facets.years.undated} /> : null}
      {hasSome || hasUndated ? null : <p className="facet-note">{t('facets.nothing')}</p>}
    </div>
  )
}

/** All, unread or starred: the state that the navigation shows too. */
function Sections({ request }: Readonly<{ request: ListRequest }>): ReactNode {
  const { t } = useTranslation()
  const actions = useActions()
  const { section } = request.filter
  return (
    <ToggleSegment
      label={t('search.state')}
      value={section}
      onChange={(chosen) => actions.setFilter({ section: chosen })}
      options={[
        { value: 'all', label: t('search.anyState') },
        { value: 'unread', label: t('search.unread') },
        { value: 'starred', label: t('search.starred') }
      ]}
    />
  )
}

/** Documents without a date: the years themselves are chosen in the histogram. */
function Undated({ request, documents }: Readonly<{ request: ListRequest; documents: number }>): ReactNode {
  const { t } = useTranslation()
  const actions = useActions()
  const heading = useId()
  const keys = useGridKeys(1)
  const isIn = (direction: 'include' | 'exclude'): boolean =>
    chosenIn(request.filter.facets, 'year', direction).includes('undated')
  const chosen = isIn('include') ? 'include' : isIn('exclude') ? 'exclude' : null
  return (
    <section className="facet-group" aria-labelledby={heading}>
      <h3 id={heading}>{t('facets.year')}</h3>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: moves the focus between the buttons inside, which do all there is to do. */}
      <div className="facet-rows" onKeyDown={keys.onKeyDown} onFocus={keys.onFocus}>
        <FacetValueRow
          row={{ detail: '', color: null, documents, chosen }}
          label={t('facets.undated')}
          isTabStop
          onChoose={(direction) => actions.setFilter(choose(request.filter, 'year', ['undated'], direction))}
        />
      </div>
    </section>
  )
}
