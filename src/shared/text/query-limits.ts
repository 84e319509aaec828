/** What a query may hold; the rest of it, from the left, is left out, which is said. It bounds what a search can cost. */
export const QUERY_LIMITS = { words: 32, terms: 200, filters: 32, depth: 12 } as const
