import { useMemo } from 'react'
import { useAppState } from '#renderer/app/store.ts'
import type { SearchData } from '#shared/model/search-data'

/** The search of the results pane as data. The same object until one of its parts changes. */
export function useCurrentSearch(): SearchData {
  const query = useAppState((state) => state.query)
  const filter = useAppState((state) => state.filter)
  const sort = useAppState((state) => state.sort)
  const expansions = useAppState((state) => state.expansions)
  return useMemo(() => ({ query: query.trim(), filter, sort, expansions }), [query, filter, sort, expansions])
}
