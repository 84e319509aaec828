import { useAfterTyping } from '#renderer/api/use-after-typing.ts'
import { useCommand } from '#renderer/api/use-command.ts'
import type { ListRequest } from '#renderer/features/search/use-request.ts'
import type { Results } from '#renderer/features/search/use-results.ts'
import type { CommandInput } from '#shared/contract'
import type { SearchFacets } from '#shared/model/facets'

/** A search as the commands of facets take it: without an order. */
export function askedOf({ sort: _, ...asked }: ListRequest): CommandInput<'search.facets'> {
  return asked
}

/**
 * The counts beside the filters of what the list shows: asked for once its first rows are there and typing
 * has paused, so that no rows wait for them.
 * Those of the search before stand in meanwhile; undefined before the very first.
 */
export function useFacets(results: Results): SearchFacets | undefined {
  const request = useAfterTyping(results.request)
  const isReady = results.answer !== undefined && !results.isCatchingUp && request === results.request
  return useCommand('search.facets', askedOf(request), { enabled: isReady, keepPrevious: true }).data
}
