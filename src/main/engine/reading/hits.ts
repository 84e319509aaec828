import { ChunkGuess } from '#engine/search/chunk-guess'
import { readQuery } from '#engine/search/read-query'
import type { TextCache } from '#engine/search/text-cache'
import type { ReadDb } from '#engine/store/connection'
import { type StoredText, wholeOf } from '#engine/text/stored-text'
import type { DocumentId } from '#shared/model/ids'
import type { DocumentHits, HitsRequest, TextRange } from '#shared/model/search'
import { buildMatcher, findMatches, type Matcher } from '#shared/text/matcher'
import { matcherPhrases } from '#shared/text/matcher-phrases'

/** A document full of hits is marked up to here; nobody steps through more. */
const MAX_HITS = 20_000

const NO_HITS: DocumentHits = { reader: [], all: [], allOnly: 0 }

/**
 * Where the query's words stand in a document, with the same expansions that found it. Exact. Cost: reading the chunks that can hold one
 * of the words, about 0.1 s for a million characters of them.
 */
export function findHits(db: ReadDb, texts: TextCache, request: HitsRequest): DocumentHits {
  const { node, expansions } = readQuery(db, request)
  const matcher = buildMatcher(node, expansions.wanted)
  return texts.read(db, request.id, (stored) => {
    if (!stored) return NO_HITS
    const reader = hitsIn(db, request.id, stored.reader, matcher)
    const all = stored.all === stored.reader ? reader : hitsIn(db, request.id, stored.all, matcher)
    return { reader, all, allOnly: Math.max(0, all.length - reader.length) }
  })
}

function hitsIn(db: ReadDb, id: DocumentId, text: StoredText, matcher: Matcher): TextRange[] {
  if (matcher.words === 0) return []
  if (text.chunks.length < 2 || text.chunks[0]?.signature.length === 0)
    return findMatches(wholeOf(text), matcher, { limit: MAX_HITS })
  const hits: TextRange[] = []
  for (const [first, last] of chunkRuns(db, id, text, matcher)) {
    const start = text.chunks[first]?.start ?? 0
    const part = text.chunks.slice(first, last + 1).map(({ ordinal }) => text.read(ordinal))
    for (const [from, to] of findMatches(part.join(''), matcher, { limit: MAX_HITS - hits.length }))
      hits.push([start + from, start + to])
    if (hits.length >= MAX_HITS) break
  }
  return hits
}

/** Runs of neighbouring chunks (first, last) outside of which none of the words can stand. */
function chunkRuns(db: ReadDb, id: DocumentId, text: StoredText, matcher: Matcher): TextRange[] {
  const guess = new ChunkGuess(db, id, text, matcher)
  // Phrases reach into the next chunk; words that must stand near each other may stand on both sides of a border.
  const reach =
    matcher.nears.length > 0 || matcherPhrases(matcher).some((any) => any.some(({ terms }) => terms.length > 1)) ? 1 : 0
  const runs: [number, number][] = []
  for (const { ordinal } of text.chunks) {
    if (guess.wordsIn(ordinal).length === 0) continue
    const [first, last] = [Math.max(0, ordinal - reach), Math.min(text.chunks.length - 1, ordinal + reach)]
    const run = runs.at(-1)
    if (run && first <= run[1] + 1) run[1] = last
    else runs.push([first, last])
  }
  return runs
}
