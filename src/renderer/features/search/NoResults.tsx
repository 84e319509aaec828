import { SearchX } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { NO_FILTER } from '#renderer/app/state.ts'
import { useActions } from '#renderer/app/store.ts'
import { type Relaxation, relaxations } from '#renderer/features/search/relaxations.ts'
import type { ListRequest } from '#renderer/features/search/use-request.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'

const LABELS = {
  'without-quotes': 'search.tryWithoutQuotes',
  'any-word': 'search.tryAnyWord',
  'without-exclusions': 'search.tryWithoutExclusions'
} as const satisfies Record<Relaxation['kind'], string>

/** Why the list is empty, and what to try. */
export function NoResults({ request }: Readonly<{ request: ListRequest }>): ReactNode {
  const { t } = useTranslation()
  const actions = useActions()
  const query = request.query.trim()
  const isFiltered = JSON.stringify(request.filter) !== JSON.stringify(NO_FILTER)
  return (
    <EmptyState
      icon={<SearchX size={30} strokeWidth={1.4} />}
      title={t('search.nothingTitle')}
      actions={
        <>
          {query !== '' && isFiltered ? (
            <Button onPress={() => actions.showOnly({})}>{t('search.tryWithoutFilters')}</Button>
          ) : null}
          {relaxations(query).map((relaxation) => (
            <Button key={relaxation.kind} onPress={() => actions.setQuery(relaxation.query)}>
              {t(LABELS[relaxation.kind])}
            </Button>
          ))}
          <Button
            onPress={() => {
              actions.setQuery('')
              actions.showOnly({})
            }}
          >
            {t('search.tryClear')}
          </Button>
        </>
      }
    >
      <p dir="auto">{reason()}</p>
    </EmptyState>
  )

  function reason(): string {
    if (query !== '') return t(isFiltered ? 'search.nothingQueryFiltered' : 'search.nothingQuery', { query })
    if (request.filter.section === 'unread') return t('search.nothingUnread')
    if (request.filter.section === 'starred') return t('search.nothingStarred')
    return t('search.nothingFiltered')
  }
}
