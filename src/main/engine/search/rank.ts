import { type Compiled, fromWhere } from '#engine/search/compile'
import type { ReadDb } from '#engine/store/connection'
import { BM25 } from '#engine/store/full-text'
import { rows, value } from '#engine/store/statement'
import type { DocumentId } from '#shared/model/ids'
import type { SearchRequest, SortOrder } from '#shared/model/search'

const ORDER: Readonly<Record<SortOrder, string>> = {
  relevance: 'score, d.id',
  newest: 'd.first_day DESC, d.id DESC',
  oldest: 'd.first_day ASC NULLS LAST, d.id',
  title: 'd.title_key, d.id'
}

/** How many documents match; exact. */
export function countMatches(db: ReadDb, compiled: Compiled): number {
  if (compiled.match !== null && compiled.conditions.length === 0) {
    return value<number>(db, 'SELECT count(*) FROM fts WHERE fts MATCH ?', [compiled.match]) ?? 0
  }
  const { sql, params } = fromWhere(compiled)
  return value<number>(db, `SELECT count(*) ${sql}`, params) ?? 0
}

/** A document that matches; `score` is SQLite's: smaller is better. */
export type Found = Readonly<{ id: DocumentId; score: number }>

/** The page of matches that the request asks for, in its order. */
export function listPage(db: ReadDb, compiled: Compiled, request: SearchRequest): Found[] {
  const { sql, params } = fromWhere(compiled)
  const isRanked = compiled.match !== null && request.sort === 'relevance'
  // Without words there is no relevance; the newest documents come first instead.
  const order = compiled.match === null && request.sort === 'relevance' ? ORDER.newest : ORDER[request.sort]
  return rows<Found>(db, `SELECT d.id, ${isRanked ? BM25 : '0'} AS score ${sql} ORDER BY ${order} LIMIT ? OFFSET ?`, [
    ...params,
    request.limit,
    request.offset
  ])
}
