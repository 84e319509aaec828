import { Plus } from 'lucide-react'
import { type ReactNode, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '#renderer/api/use-command.ts'
import { useActions } from '#renderer/app/store.ts'
import { type Condition, conditionsOf, ofKind, quickConditions } from '#renderer/features/search/conditions.ts'
import { finishedQuery } from '#renderer/features/search/finished-query.ts'
import { kindsOfTypes } from '#renderer/features/search/kinds-of-types.ts'
import type { ListRequest } from '#renderer/features/search/use-request.ts'
import { sentenceCase } from '#renderer/i18n/sentence-case.ts'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { Chip } from '#renderer/ui/Chip.tsx'
import { Menu, type MenuGroup } from '#renderer/ui/Menu.tsx'
import type { SearchFacets } from '#shared/model/search'

const NO_FACETS: SearchFacets = { languages: [], mediaTypes: [] }
const QUICK = 3

/** The conditions that hold, as chips that take them away; the likeliest others, one press away; all others in a menu. */
export function FilterChips({ request }: Readonly<{ request: ListRequest }>): ReactNode {
  const { t } = useTranslation()
  const actions = useActions()
  const name = useConditionName()
  const facets = useCommand(
    'search.facets',
    { query: finishedQuery(request), filter: { ...request.filter }, expansions: request.expansions },
    { keepPrevious: true }
  ).data
  const active = conditionsOf(request.filter)
  const quick = quickConditions(facets ?? NO_FACETS, request.filter, QUICK)
  const groups = useFilterGroups(facets ?? NO_FACETS, request)
  const chipTrigger = (
    <Chip aria-label={t('search.filterMenu')}>
      <span className="chip-add">
        <Plus size={12} aria-hidden />
        {t('search.addFilter')}
      </span>
    </Chip>
  )
  return (
    <fieldset className="filter-chips" aria-label={t('search.filters')}>
      {active.map((condition) => (
        <Chip
          key={condition.key}
          isOn
          isRemovable
          aria-label={t('search.removeFilter', { name: name(condition) })}
          onPress={() => actions.setFilter(condition.without)}
        >
          {name(condition)}
        </Chip>
      ))}
      {quick.map((condition) => (
        <Chip key={condition.key} onPress={() => actions.setFilter(condition.with)}>
          {name(condition)}
        </Chip>
      ))}
      <Menu label={t('search.filterMenu')} trigger={chipTrigger} groups={groups} />
    </fieldset>
  )
}

/** The words of a condition, from the catalogue, the sidebar's names or the language names. */
function useConditionName(): (condition: Pick<Condition, 'about'>) => string {
  const { t, i18n } = useTranslation()
  const format = useFormat()
  const sidebar = useCommand('library.sidebar', {}).data
  return useMemo(() => {
    const tags = new Map(sidebar?.tags.map((tag) => [tag.id, tag.name]))
    const folders = new Map(sidebar?.folders.map((folder) => [folder.id, folder.name]))
    return ({ about }) => {
      switch (about.kind) {
        case 'tag':
          return tags.get(about.id) ?? t('search.tags')
        case 'folder':
          return folders.get(about.id) ?? t('search.folders')
        case 'import':
          return t('search.thisImport')
        case 'language':
          return format.language(about.language) ?? t('search.unknownLanguage')
        case 'mediaTypes':
          return sentenceCase(t(about.key), i18n.language)
      }
    }
  }, [sidebar, t, i18n.language, format])
}

function useFilterGroups(facets: SearchFacets, request: ListRequest): MenuGroup[] {
  const { t } = useTranslation()
  const actions = useActions()
  const format = useFormat()
  const name = useConditionName()
  const { filter } = request
  const section = (id: 'unread' | 'starred', label: string) => ({
    id,
    label,
    isChosen: filter.section === id,
    onSelect: () => actions.setFilter({ section: filter.section === id ? 'all' : id })
  })
  const toggled = (values: readonly string[], value: string): string[] =>
    values.includes(value) ? values.filter((other) => other !== value) : [...values, value]
  const count = (label: string, documents: number): string => `${label} (${format.number(documents)})`
  return [
    {
      id: 'state',
      title: t('search.state'),
      entries: [section('unread', t('search.unread')), section('starred', t('search.starred'))]
    },
    {
      id: 'languages',
      title: t('search.languages'),
      entries: facets.languages.map(({ language, documents }) => ({
        id: language,
        label: count(name({ about: { kind: 'language', language } }), documents),
        isChosen: filter.languages.includes(language),
        onSelect: () => actions.setFilter({ languages: toggled(filter.languages, language) })
      }))
    },
    {
      id: 'types',
      title: t('search.mediaTypes'),
      entries: kindsOfTypes(facets.mediaTypes).map((kind) => {
        const condition = ofKind(filter, kind)
        const isChosen = kind.types.every((type) => filter.mediaTypes.includes(type))
        return {
          id: kind.key,
          label: count(name(condition), kind.documents),
          isChosen,
          onSelect: () => actions.setFilter(isChosen ? condition.without : condition.with)
        }
      })
    }
  ]
}
