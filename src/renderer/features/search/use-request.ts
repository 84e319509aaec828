import { useMemo } from 'react'
import { useAppState } from '#renderer/app/store.ts'
import type { ExpansionSwitches, SearchFilter, SortOrder } from '#shared/model/search'

/** A search without its page: what is looked for, among what, in which order. */
export type ListRequest = Readonly<{
  query: string
  filter: SearchFilter
  sort: SortOrder
  typing: boolean
  expansions: ExpansionSwitches
}>

/** The order that is used when none was chosen: by relevance where there is something to be relevant to. */
function defaultSort(query: string): SortOrder {
  return query.trim() === '' ? 'newest' : 'relevance'
}

/** What the list shows now, from the state. The same object until one of its parts changes. */
export function useRequest(): ListRequest {
  const query = useAppState((state) => state.query)
  const typing = useAppState((state) => state.typing)
  const filter = useAppState((state) => state.filter)
  const expansions = useAppState((state) => state.expansions)
  const chosen = useAppState((state) => state.sort)
  // Without a query nothing is more relevant than anything else; the choice comes back with the next query.
  const sort = chosen === null || (chosen === 'relevance' && query.trim() === '') ? defaultSort(query) : chosen
  return useMemo(() => ({ query, filter, sort, typing, expansions }), [query, filter, sort, typing, expansions])
}
