/**
 * What a query may hold; the rest of it, from the left, is left out, which is said. It bounds what a search can cost: each shape looks through
 * the vocabulary, each regular expression through every title, each scan (of a path, a file's name, a sender) through every document; what
 * begins with one or two letters is a good part of all words, and a NEAR looks at the places of every word.
 */
export const QUERY_LIMITS = {
  words: 32,
  terms: 200,
  shapes: 8,
  beginnings: 3,
  nears: 6,
  filters: 32,
  scans: 8,
  regexes: 4,
  depth: 12
} as const
/** A beginning of fewer letters counts among `beginnings`. */
export const LONG_BEGINNING = 3
