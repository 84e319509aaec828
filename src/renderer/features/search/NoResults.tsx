import { SearchX } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { NO_FILTER } from '#renderer/app/state.ts'
import { useActions } from '#renderer/app/store.ts'
import { Offers } from '#renderer/features/search/query/Offers.tsx'
import type { ListRequest } from '#renderer/features/search/use-request.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'

/** Why the list is empty, and what would find something. */
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
        <Button
          onPress={() => {
            actions.setQuery('')
            actions.showOnly({})
          }}
        >
          {t('search.tryClear')}
        </Button>
      }
    >
      <p className="nothing-why" dir="auto" title={query}>
        {reason()}
      </p>
      {query === '' && !isFiltered ? null : <Offers request={request} />}
    </EmptyState>
  )

  function reason(): string {
    if (query !== '') return t(isFiltered ? 'search.nothingQueryFiltered' : 'search.nothingQuery', { query })
    if (request.filter.section === 'unread') return t('search.nothingUnread')
    if (request.filter.section === 'starred') return t('search.nothingStarred')
    return t('search.nothingFiltered')
  }
}
