import * as v from 'valibot'
import { type SearchData, searchDataSchema } from '#shared/model/search-data'

/** A stored search. Where a newer or damaged row says more than this program knows, its query is kept and the rest left at rest. */
export function parseSearch(json: string): SearchData {
  const stored: unknown = JSON.parse(json)
  const whole = v.safeParse(searchDataSchema, stored)
  if (whole.success) return whole.output
  const query = v.safeParse(v.object({ query: v.string() }), stored)
  return v.parse(searchDataSchema, { query: query.success ? query.output.query : '' })
}

/** The same search is always the same text. */
export const searchJson = (search: SearchData): string => {
  const { query, filter, sort, expansions } = v.parse(searchDataSchema, search)
  const switches = Object.fromEntries(Object.entries(expansions).sort(([a], [b]) => (a < b ? -1 : 1)))
  return JSON.stringify({ query: query.trim(), filter, sort, expansions: switches })
}
