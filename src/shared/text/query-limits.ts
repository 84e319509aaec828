/**
 * What a query may hold; the rest of it, from the left, is left out, which is said. It bounds what a search can cost: each shape looks through
 * the vocabulary, each regular expression through every title.
 */
export const QUERY_LIMITS = { words: 32, terms: 200, shapes: 8, filters: 32, regexes: 4, depth: 12 } as const
