import { keepPreviousData, type QueryClient, queryOptions, useQueries, useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useMemo, useState } from 'react'
import { call } from '#renderer/api/call.ts'
import { PAGE_SIZE, pagesFor, placeOf } from '#renderer/features/search/page-window.ts'
import type { ListRequest } from '#renderer/features/search/use-request.ts'
import type { SanadError } from '#shared/errors'
import type { DocumentId } from '#shared/model/ids'
import type { SearchAnswer, SearchHit } from '#shared/model/search'

/** One page with the request it answers, so that the list knows whose rows it draws while a newer request is on its way. */
type Page = Readonly<{ request: ListRequest; answer: SearchAnswer }>

function pageQuery(request: ListRequest, offset: number) {
  return queryOptions<Page, SanadError>({
    queryKey: ['search.run', { ...request, offset, limit: PAGE_SIZE }],
    queryFn: async () => ({ request, answer: await call('search.run', { ...request, offset, limit: PAGE_SIZE }) }),
    gcTime: 30_000,
    // Left out because the list went on to another search: asked again where the list has come back to it meanwhile.
    retry: (_, error) => error.code === 'superseded',
    retryDelay: 0
  })
}

export type Results = Readonly<{
  /** The first page's answer: total, time, how the query was understood. Undefined before the very first answer. */
  answer: SearchAnswer | undefined
  /** The request that `answer` and the rows belong to. */
  request: ListRequest
  /** What is asked for now: `request` as soon as its answer is there. */
  latest: ListRequest
  /** True while rows of an older request stand in for an answer that is not there yet. */
  isCatchingUp: boolean
  error: SanadError | null
  retry: () => void
  /** The hit of a row; undefined while its page is on its way. */
  hitAt: (index: number) => SearchHit | undefined
  /** The row of a document among the pages in memory; undefined when it is in none of them. */
  indexOf: (id: DocumentId) => number | undefined
  /** Which rows are in sight: their pages are asked for. */
  onRange: (first: number, last: number) => void
}>

/**
 * The rows of a search of any length, a few pages of them in memory. While a new request is under way the old rows stay, all from the
 * same request; answers are kept by request, so a late one is never drawn over a newer one.
 */
export function useResults(request: ListRequest, isEnabled: boolean): Results {
  const first = useQuery({ ...pageQuery(request, 0), placeholderData: keepPreviousData, enabled: isEnabled })
  const shown = first.data?.request ?? request
  const total = first.data?.answer.total ?? 0
  const [range, setRange] = useState<readonly [number, number]>([0, 0])
  const offsets = useMemo(() => pagesFor(range[0], range[1], total), [range, total])
  const pages = useQueries({
    queries: offsets.map((offset) => ({ ...pageQuery(shown, offset), enabled: isEnabled && first.data !== undefined })),
    combine: (answers) => new Map(answers.map((page, index) => [offsets[index] ?? 0, page.data?.answer.hits]))
  })
  return {
    answer: first.data?.answer,
    request: shown,
    latest: request,
    isCatchingUp: first.isPlaceholderData,
    error: first.error,
    retry: () => void first.refetch(),
    hitAt: useCallback(
      (index) => {
        const { offset, at } = placeOf(index)
        return pages.get(offset)?.[at]
      },
      [pages]
    ),
    indexOf: useCallback(
      (id) => {
        for (const [offset, hits] of pages) {
          const at = hits?.findIndex((hit) => hit.id === id) ?? -1
          if (at >= 0) return offset + at
        }
        return undefined
      },
      [pages]
    ),
    onRange: useCallback((from, to) => setRange((now) => (now[0] === from && now[1] === to ? now : [from, to])), [])
  }
}

/** Reads the hit of a row wherever it is in the list, from memory or from the engine. Undefined past either end. */
export async function readHit(client: QueryClient, request: ListRequest, index: number): Promise<SearchHit | undefined> {
  if (index < 0) return undefined
  const { offset, at } = placeOf(index)
  const page = await client.ensureQueryData(pageQuery(request, offset))
  return page.answer.hits[at]
}

/** `readHit` for the window's own cache. */
export function useReadHit(request: ListRequest): (index: number) => Promise<SearchHit | undefined> {
  const client = useQueryClient()
  return useCallback((index) => readHit(client, request, index), [client, request])
}
