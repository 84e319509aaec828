import { listBestFirst } from '#engine/search/best-first'
import { type Compiled, fromWhere } from '#engine/search/compile'
import type { Condition } from '#engine/search/condition'
import { matchSource } from '#engine/search/match-source'
import { matchesOf } from '#engine/search/matches'
import { chooseRanking } from '#engine/search/ranking-plan'
import type { ReadDb } from '#engine/store/connection'
import { BM25 } from '#engine/store/full-text'
import { rows } from '#engine/store/statement'
import type { DocumentId } from '#shared/model/ids'
import type { SearchRequest, SortOrder } from '#shared/model/search'

const ORDER: Readonly<Record<Exclude<SortOrder, 'relevance'>, string>> = {
  newest: 'd.first_day DESC, d.id DESC',
  oldest: 'd.first_day ASC NULLS LAST, d.id',
  title: 'd.title_key, d.id'
}

/** Answers of more documents are put in order by walking an index of all documents instead of sorting what was found. */
const WALK_FROM = 2000
const WALKED: Readonly<Record<Exclude<SortOrder, 'relevance'>, string>> = {
  newest: 'document_by_day',
  oldest: 'document_by_day',
  title: 'document_by_title'
}

/** How many documents match; exact. */
export const countMatches = (db: ReadDb, compiled: Compiled): number => matchesOf(db, compiled).total

/** A document that matches; `score` is SQLite's: smaller is better. */
export type Found = Readonly<{ id: DocumentId; score: number }>

export type Page = Readonly<Pick<SearchRequest, 'sort' | 'limit' | 'offset'>>

/**
 * The page of matches that is asked for, in its order, which is total: pages put together hold each match once. `total` is what
 * `countMatches` says. Few matches are ranked by BM25; many by what is known of their common words, the others follow, newest first.
 */
export function listPage(db: ReadDb, compiled: Compiled, page: Page, total: number): Found[] {
  if (page.limit === 0 || page.offset >= total) return []
  if (compiled.match === null || page.sort !== 'relevance') return listSorted(db, compiled, page, total)
  const plan = chooseRanking(db, compiled.match, compiled.conditions.length > 0, total)
  if (plan.kind === 'lists') return listBestFirst(db, compiled, plan, page)
  const { id, sql, params } = matchSource(compiled)
  return rows<Found>(db, `SELECT ${id} AS id, ${BM25} AS score ${sql} ORDER BY score, ${id} LIMIT ? OFFSET ?`, [
    ...params,
    page.limit,
    page.offset
  ])
}

function listSorted(db: ReadDb, compiled: Compiled, page: Page, total: number): Found[] {
  // Without words there is no relevance; the newest documents come first instead.
  const sort = page.sort === 'relevance' ? 'newest' : page.sort
  const { sql, params } = sourceOf(db, compiled, total >= WALK_FROM ? WALKED[sort] : null)
  return rows<Found>(db, `SELECT d.id, 0 AS score ${sql} ORDER BY ${ORDER[sort]} LIMIT ? OFFSET ?`, [
    ...params,
    page.limit,
    page.offset
  ])
}

/** What is sorted: the ids, where they are known. `walked` is the index of documents to go along, if any. */
function sourceOf(db: ReadDb, compiled: Compiled, walked: string | null): Condition {
  if (compiled.match === null) return fromWhere(compiled)
  const { ids } = matchesOf(db, compiled)
  const from = `FROM document d${walked === null ? '' : ` INDEXED BY ${walked}`} WHERE `
  if (ids) return { sql: `${from} d.id IN (SELECT value FROM json_each(?))`, params: [JSON.stringify(Array.from(ids))] }
  if (walked === null) return fromWhere(compiled)
  const conditions = ['d.id IN (SELECT rowid FROM fts WHERE fts MATCH ?)', ...compiled.conditions.map((made) => made.sql)]
  return { sql: `${from}${conditions.join(' AND ')}`, params: fromWhere(compiled).params }
}
