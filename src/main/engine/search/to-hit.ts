import type { Compiled } from '#engine/search/compile'
import { passagesOf } from '#engine/search/passages-of'
import type { Found } from '#engine/search/rank'
import type { TextCache } from '#engine/search/text-cache'
import type { ReadDb } from '#engine/store/connection'
import { findSummary } from '#engine/store/summaries'
import type { SearchHit } from '#shared/model/search'
import { findMatches, type Matcher } from '#shared/text/matcher'

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
    passages: compiled.match === null ? [] : passagesOf(db, texts, found.id, matcher, PASSAGES)
  }
}
