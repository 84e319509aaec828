import type { SearchData } from '#shared/model/search-data'

/** Whether two searches ask for the same: words, conditions, order and switches. */
export function isSameSearch(one: SearchData, other: SearchData): boolean {
  return keyOf(one) === keyOf(other)
}

/** The same for the same search, whatever order its parts are written in. */
function keyOf({ query, filter, sort, expansions }: SearchData): string {
  return JSON.stringify([query.trim(), sorted(filter), sort, sorted(expansions)])
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  return Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, inner]) => [key, sorted(inner)])
}
