import { readQuery } from '#engine/search/read-query'
import type { TextCache } from '#engine/search/text-cache'
import type { ReadDb } from '#engine/store/connection'
import type { DocumentHits, HitsRequest } from '#shared/model/search'
import { buildMatcher, findMatches } from '#shared/text/matcher'

/** A document full of hits is marked up to here; nobody steps through more. */
const MAX_HITS = 20_000

/** Where the query's words stand in a document, with the same expansions that found it. */
export function findHits(db: ReadDb, texts: TextCache, request: HitsRequest): DocumentHits {
  const text = texts.get(db, request.id)
  const { node, expansions } = readQuery(db, request)
  const matcher = buildMatcher(node, expansions.wanted)
  const reader = findMatches(text.reader, matcher, { limit: MAX_HITS })
  const all = text.all === text.reader ? reader : findMatches(text.all, matcher, { limit: MAX_HITS })
  return { reader, all, allOnly: Math.max(0, all.length - reader.length) }
}
