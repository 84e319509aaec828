import type { Mark } from '#renderer/features/reader/marks.ts'
import { buildMatcher, findMatches } from '#shared/text/matcher'
import { parseQuery } from '#shared/text/parse-query'

/** Where a query's words stand in a title. They are no steps of their own, so their index is -1. Inflected forms are not known here. */
export function titleMarks(title: string, query: string, typing: boolean): readonly Mark[] {
  if (query.trim() === '') return []
  const matcher = buildMatcher(parseQuery(query, { typing }))
  return findMatches(title, matcher, { column: 'title' }).map(([start, end]) => ({ start, end, index: -1 }))
}
