import type { Compiled } from '#engine/search/compile'
import type { Found } from '#engine/search/rank'
import type { TextCache } from '#engine/search/text-cache'
import type { ReadDb } from '#engine/store/connection'
import { findSummary } from '#engine/store/summaries'
import type { DocumentId } from '#shared/model/ids'
import type { Passage, SearchHit } from '#shared/model/search'
import { findMatches, type Matcher } from '#shared/text/matcher'
import { bestPassages } from '#shared/text/passages'

/** Passages of a hit, and how long one is, in UTF-16 code units. */
const PASSAGES = { max: 3, length: 180 }

/** What a result shows; undefined when the document went away meanwhile. Cost: reading its text. */
export function toHit(db: ReadDb, texts: TextCache, found: Found, compiled: Compiled, matcher: Matcher): SearchHit | undefined {
  const summary = findSummary(db, found.id)
  if (!summary) return undefined
  return {
    ...summary,
    // SQLite's bm25 is smaller for better; people expect the opposite.
    score: found.score === 0 ? 0 : -found.score,
    titleRanges: findMatches(summary.title, matcher, { column: 'title' }),
    passages: compiled.match === null ? [] : passagesOf(db, texts, found.id, matcher)
  }
}

function passagesOf(db: ReadDb, texts: TextCache, id: DocumentId, matcher: Matcher): Passage[] {
  const text = texts.get(db, id)
  const inReader = bestPassages(text.reader, matcher, PASSAGES)
  if (inReader.length > 0) return inReader.map((passage) => ({ ...passage, view: 'reader' as const }))
  return bestPassages(text.all, matcher, PASSAGES).map((passage) => ({ ...passage, view: 'all' as const }))
}
