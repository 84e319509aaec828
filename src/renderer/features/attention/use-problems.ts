import { useInfiniteQuery } from '@tanstack/react-query'
import { useEffect, useMemo } from 'react'
import { call } from '#renderer/api/call.ts'
import type { CommandName } from '#shared/contract'
import type { SanadError } from '#shared/errors'
import type { Problem } from '#shared/model/document'

const PAGE = 1000
/** More files in trouble than anybody reads through; the number in the heading stays exact. */
const MOST = 20_000

export type Problems = Readonly<{
  /** Exact; undefined until the first answer. */
  total: number | undefined
  problems: readonly Problem[]
  error: SanadError | null
}>

/** Every file that needs attention, page after page, up to the first 20,000. */
export function useProblems(): Problems {
  const query = useInfiniteQuery({
    // Under the command's own name, so that it is asked again when documents change.
    queryKey: ['problems.list' satisfies CommandName, 'pages'],
    queryFn: ({ pageParam }) => call('problems.list', { offset: pageParam, limit: PAGE }),
    initialPageParam: 0,
    getNextPageParam: (last, pages) => {
      const known = pages.reduce((sum, page) => sum + page.problems.length, 0)
      return last.problems.length === 0 || known >= Math.min(last.total, MOST) ? undefined : known
    }
  })
  const { hasNextPage, isFetching, fetchNextPage, data } = query
  useEffect(() => {
    if (hasNextPage && !isFetching) void fetchNextPage()
  }, [hasNextPage, isFetching, fetchNextPage])
  const problems = useMemo(() => data?.pages.flatMap((page) => page.problems) ?? [], [data])
  return { total: data?.pages[0]?.total, problems, error: query.error as SanadError | null }
}
