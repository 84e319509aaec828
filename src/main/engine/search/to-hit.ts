import type { Compiled } from '#engine/search/compile'
import { type NameSpelling, spellingsIn } from '#engine/search/name-spellings'
import { passagesOf } from '#engine/search/passages-of'
import type { TextCache } from '#engine/search/text-cache'
import type { ReadDb } from '#engine/store/connection'
import type { DocumentSummary } from '#shared/model/document'
import type { SearchHit } from '#shared/model/search'
import { findMatches, type Matcher } from '#shared/text/matcher'

/** Passages of a hit, and how long one is, in UTF-16 code units. */
const PASSAGES = { max: 3, length: 180 }

/** A document of a page of results; `score` is SQLite's: smaller is better. */
export type SummedUp = Readonly<{ summary: DocumentSummary; score: number }>

/** How a query is looked for in one document. */
export type Looked = Readonly<{ compiled: Compiled; matcher: Matcher; names: readonly NameSpelling[] }>

/** What a result shows. Cost: reading its text, and a look-up for each spelling of a name. */
export function toHit(
  db: ReadDb,
  texts: TextCache,
  { summary, score }: SummedUp,
  { compiled, matcher, names }: Looked
): SearchHit {
  return {
    ...summary,
    // SQLite's bm25 is smaller for better; people expect the opposite.
    score: score === 0 ? 0 : -score,
    titleRanges: findMatches(summary.title, matcher, { column: 'title' }),
    passages: compiled.match === null ? [] : passagesOf(db, texts, summary.id, matcher, PASSAGES),
    spellings: spellingsIn(db, summary.id, names)
  }
}
