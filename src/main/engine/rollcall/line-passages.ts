import * as v from 'valibot'
import { lineQuery } from '#engine/rollcall/line-query'
import { runSearch } from '#engine/search/run'
import type { TextCache } from '#engine/search/text-cache'
import type { ReadDb } from '#engine/store/connection'
import type { StoredLine } from '#engine/store/rollcall-lines'
import type { LineDocument, RollCallMode } from '#shared/model/rollcall'
import { searchRequestSchema } from '#shared/model/search'

/** The documents that a line is found in, best first, each with its best passage. Cost: a search for that many hits. */
export function linePassages(
  db: ReadDb,
  texts: TextCache,
  line: Pick<StoredLine, 'text' | 'problem'>,
  mode: RollCallMode,
  limit: number
): readonly LineDocument[] {
  const query = lineQuery(db, line, mode)
  if (query === '') return []
  const { hits } = runSearch(db, texts, v.parse(searchRequestSchema, { query, limit }))
  return hits.map(({ id, title, fileName, date, passages, tags, heldWarnings }) => ({
    id,
    title: title === '' ? fileName : title,
    date,
    // They come in the order of the document.
    passage: passages.find(({ isBest }) => isBest) ?? passages[0] ?? null,
    tags,
    heldWarnings
  }))
}
