import { useQuery } from '@tanstack/react-query'
import { call } from '#renderer/api/call.ts'
import { useAfterTyping } from '#renderer/api/use-after-typing.ts'
import type { ListRequest } from '#renderer/features/search/use-request.ts'
import type { SearchAnswer, UnderstoodTerm } from '#shared/model/search'

/** The words of the query with everything there is to switch on: those of the answer until the rest, which takes longer, is there. */
export function useAllTerms(request: ListRequest, answer: SearchAnswer | undefined): readonly UnderstoodTerm[] {
  const isSettled = useAfterTyping(request) === request
  const { query, typing, expansions } = request
  const asked = { query, typing, expansions }
  const { data } = useQuery({
    queryKey: ['search.terms', asked],
    queryFn: () => call('search.terms', asked),
    enabled: isSettled && answer !== undefined && answer.terms.length > 0,
    gcTime: 30_000
  })
  return data ?? answer?.terms ?? []
}
