import { formsIn } from '#engine/search/expand'
import type { TextCache } from '#engine/search/text-cache'
import type { ReadDb } from '#engine/store/connection'
import type { DocumentId } from '#shared/model/ids'
import type { DocumentHits } from '#shared/model/search'
import { buildMatcher, findMatches } from '#shared/text/matcher'
import { parseQuery } from '#shared/text/parse-query'

/** A document full of hits is marked up to here; nobody steps through more. */
const MAX_HITS = 20_000

/** Where the query's words stand in a document, with the same forms that found it. */
export function findHits(db: ReadDb, texts: TextCache, id: DocumentId, query: string, typing: boolean): DocumentHits {
  const text = texts.get(db, id)
  const matcher = buildMatcher(parseQuery(query, { typing }), formsIn(db))
  const reader = findMatches(text.reader, matcher, { limit: MAX_HITS })
  const all = text.all === text.reader ? reader : findMatches(text.all, matcher, { limit: MAX_HITS })
  return { reader, all, allOnly: Math.max(0, all.length - reader.length) }
}
