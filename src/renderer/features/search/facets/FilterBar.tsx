import '#renderer/features/search/facets/facets.css'
import { Plus } from 'lucide-react'
import { memo, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useActions } from '#renderer/app/store.ts'
import { conditionsOf, quickOffers } from '#renderer/features/search/facets/conditions.ts'
import { FacetPanel } from '#renderer/features/search/facets/FacetPanel.tsx'
import { useAboutWords } from '#renderer/features/search/facets/use-about-words.ts'
import type { ListRequest } from '#renderer/features/search/use-request.ts'
import { Chip } from '#renderer/ui/Chip.tsx'
import { Popover } from '#renderer/ui/Popover.tsx'
import type { SearchFacets } from '#shared/model/facets'

const QUICK = 3

type Props = Readonly<{ request: ListRequest; facets: SearchFacets | undefined }>

/** The conditions that hold, as chips that take them away; the likeliest others, one press away; all others in a panel. */
export const FilterBar = memo(function FilterBar({ request, facets }: Props): ReactNode {
  const { t } = useTranslation()
  const actions = useActions()
  const words = useAboutWords(facets)
  const active = conditionsOf(request.filter)
  const quick = facets === undefined ? [] : quickOffers(facets, request.filter, QUICK)
  const trigger = (
    <Chip aria-label={t('search.filterMenu')}>
      <span className="chip-add">
        <Plus size={12} aria-hidden />
        {t('search.addFilter')}
      </span>
    </Chip>
  )
  return (
    <fieldset className="filter-chips" aria-label={t('search.filters')}>
      {active.map(({ key, about, isExcluded, without }) => {
        const name = isExcluded ? t('facets.not', { name: words(about) }) : words(about)
        return (
          <Chip
            key={key}
            isOn
            isExcluded={isExcluded}
            isRemovable
            aria-label={t('search.removeFilter', { name })}
            onPress={() => actions.setFilter(without)}
          >
            {name}
          </Chip>
        )
      })}
      {active.length > 1 ? (
        <Chip
          isPlain
          aria-label={t('facets.clearAllLabel')}
          onPress={() => actions.setFilter({ tagIds: [], folderId: null, importId: null, facets: {} })}
        >
          {t('facets.clearAll')}
        </Chip>
      ) : null}
      <span className="filter-more">
        {/* Offers that do not fit are left out: a line of them coming late would move the list. */}
        <span className="filter-offers">
          {quick.map((offer) => (
            <Chip key={offer.key} onPress={() => actions.setFilter(offer.with)}>
              {words(offer.about)}
            </Chip>
          ))}
        </span>
        <Popover label={t('facets.panel')} trigger={trigger} placement="bottom start">
          <FacetPanel request={request} facets={facets} words={words} />
        </Popover>
      </span>
    </fieldset>
  )
})
