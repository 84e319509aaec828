import { useCallback } from 'react'
import { asSanadError } from '#renderer/api/as-sanad-error.ts'
import { call } from '#renderer/api/call.ts'
import { showError } from '#renderer/api/notices.ts'
import { useActions } from '#renderer/app/store.ts'
import { finishedQuery } from '#renderer/features/search/finished-query.ts'
import type { ListRequest } from '#renderer/features/search/use-request.ts'

/** Selects every document of the answer, loaded or not; at most 100,000. */
export function useSelectAll(request: ListRequest): () => Promise<void> {
  const actions = useActions()
  return useCallback(async () => {
    try {
      actions.select(
        await call('search.ids', { query: finishedQuery(request), filter: { ...request.filter }, expansions: request.expansions })
      )
    } catch (error) {
      showError(asSanadError(error).code)
    }
  }, [actions, request])
}
