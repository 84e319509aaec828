import { type ReactNode, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '#renderer/api/use-command.ts'
import { useActions } from '#renderer/app/store.ts'
import { choose } from '#renderer/features/search/facets/choices.ts'
import type { About } from '#renderer/features/search/facets/conditions.ts'
import { FacetValueRow } from '#renderer/features/search/facets/FacetValueRow.tsx'
import { facetRows, isWorthShowing } from '#renderer/features/search/facets/facet-rows.ts'
import { askedOf } from '#renderer/features/search/facets/use-facets.ts'
import { useGridKeys } from '#renderer/features/search/facets/use-grid-keys.ts'
import type { ListRequest } from '#renderer/features/search/use-request.ts'
import { SearchField } from '#renderer/ui/SearchField.tsx'
import type { FacetGroup, ListedFacet } from '#shared/model/facets'

/** Rows of a group before all are asked for, and from how many on one can look for one by its name. */
const FEW = 5
const MANY = 8
const MOST = 60

type Props = Readonly<{
  facet: ListedFacet
  group: FacetGroup
  request: ListRequest
  words: (about: About) => string
}>

/** The values of one facet: the most frequent, then all, and a box to look for one where there are many. */
export function FacetGroupView({ facet, group, request, words }: Props): ReactNode {
  const { t } = useTranslation()
  const actions = useActions()
  const heading = useId()
  const [isOpen, setOpen] = useState(false)
  const [text, setText] = useState('')
  const found = useFound(facet, group, request, text, words)
  const all = facetRows(facet, found ?? group, request.filter.facets)
  const rows = isOpen ? all : all.filter((row, index) => index < FEW || row.chosen !== null)
  const keys = useGridKeys(rows.length)
  if (text === '' && !isWorthShowing(facet, all)) return null
  // Several types are one kind: what counts is what is drawn.
  const distinct = facet === 'type' ? all.length : group.distinct
  return (
    <section className="facet-group" aria-labelledby={heading}>
      <h3 id={heading}>{t(`facets.${facet}`)}</h3>
      {isOpen && distinct > MANY ? (
        <SearchField
          label={t('facets.find', { facet: t(`facets.${facet}`) })}
          placeholder={t('facets.find', { facet: t(`facets.${facet}`) })}
          clearLabel={t('facets.clearFind')}
          value={text}
          onChange={setText}
        />
      ) : null}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: moves the focus among the buttons inside, which do all there is to do. */}
      <div className="facet-rows" onKeyDown={keys.onKeyDown} onFocus={keys.onFocus}>
        {rows.map((row, index) => (
          <FacetValueRow
            key={row.key}
            row={row}
            label={words(row.about)}
            isTabStop={index === keys.activeRow}
            onChoose={(direction) => actions.setFilter(choose(request.filter, facet, row.values, direction))}
          />
        ))}
      </div>
      {text !== '' && rows.length === 0 ? <p className="facet-note">{t('facets.noneFound')}</p> : null}
      {isOpen && text === '' && distinct > all.length ? (
        <p className="facet-note">{t('facets.shown', { count: all.length })}</p>
      ) : null}
      {distinct > FEW ? (
        <button
          type="button"
          className="facet-more"
          aria-expanded={isOpen}
          onClick={() => {
            setOpen(!isOpen)
            setText('')
          }}
        >
          {isOpen ? t('facets.fewer') : t('facets.more', { count: distinct })}
        </button>
      ) : null}
    </section>
  )
}

/** The values whose names hold what was typed: from the engine, or from here where the window alone knows the names. */
function useFound(
  facet: ListedFacet,
  group: FacetGroup,
  request: ListRequest,
  text: string,
  words: (about: About) => string
): Pick<FacetGroup, 'values'> | undefined {
  const isNamedHere = facet === 'type' || facet === 'language'
  const isLooking = text.trim() !== ''
  const asked = { ...askedOf(request), facet, text, limit: MOST }
  const { data } = useCommand('search.facetValues', asked, { enabled: isLooking && !isNamedHere, keepPrevious: true })
  if (!isLooking) return undefined
  if (!isNamedHere) return data
  const sought = text.trim().toLocaleLowerCase()
  const isSought = (about: About): boolean => words(about).toLocaleLowerCase().includes(sought)
  const kept = new Set(
    facetRows(facet, group, {})
      .filter((row) => isSought(row.about))
      .flatMap((row) => row.values)
  )
  return { values: group.values.filter((value) => kept.has(value.value)) }
}
