import { type Compiled, compile, fromWhere } from '#engine/search/compile'
import { type Forms, formsIn } from '#engine/search/expand'
import { formsOf } from '#engine/search/match-expression'
import type { TextCache } from '#engine/search/text-cache'
import type { ReadDb } from '#engine/store/connection'
import { BM25 } from '#engine/store/full-text'
import { rows, value } from '#engine/store/statement'
import { findSummary } from '#engine/store/summaries'
import type { DocumentId } from '#shared/model/ids'
import type {
  Passage,
  SearchAnswer,
  SearchFacets,
  SearchFilter,
  SearchHit,
  SearchRequest,
  SortOrder,
  UnderstoodTerm
} from '#shared/model/search'
import { describeQuery } from '#shared/text/describe-query'
import { buildMatcher, findMatches, type Matcher } from '#shared/text/matcher'
import { parseQuery } from '#shared/text/parse-query'
import { bestPassages } from '#shared/text/passages'
import type { QueryNode } from '#shared/text/query-node'

/** Passages of a hit, and how long one is, in UTF-16 code units. */
const PASSAGES = { max: 3, length: 180 }

const ORDER: Readonly<Record<SortOrder, string>> = {
  relevance: 'score, d.id',
  newest: 'd.first_day DESC, d.id DESC',
  oldest: 'd.first_day ASC NULLS LAST, d.id',
  title: 'd.title_key, d.id'
}

/**
 * Answers a search: exact total, one page of hits with their passages. Never fails for what was typed.
 * Cost: the index look-up, ranking of all matches, and reading the texts of the page's hits.
 */
export function runSearch(db: ReadDb, texts: TextCache, request: SearchRequest): SearchAnswer {
  const started = performance.now()
  const forms = formsIn(db)
  const node = parseQuery(request.query, { typing: request.typing })
  const compiled = compile(db, node, request.filter, forms)
  const matcher = buildMatcher(node, forms)
  const total = countMatches(db, compiled)
  const hits =
    request.limit === 0 ? [] : listPage(db, compiled, request).map((found) => toHit(db, texts, found, compiled, matcher))
  return {
    total,
    elapsedMs: performance.now() - started,
    understood: describeQuery(node, (words) => formsOf(words, forms)),
    terms: understoodTerms(node, forms, false),
    hits: hits.filter((hit) => hit !== undefined)
  }
}

function countMatches(db: ReadDb, compiled: Compiled): number {
  if (compiled.match !== null && compiled.conditions.length === 0) {
    return value<number>(db, 'SELECT count(*) FROM fts WHERE fts MATCH ?', [compiled.match]) ?? 0
  }
  const { sql, params } = fromWhere(compiled)
  return value<number>(db, `SELECT count(*) ${sql}`, params) ?? 0
}

type Found = Readonly<{ id: DocumentId; score: number }>

function listPage(db: ReadDb, compiled: Compiled, request: SearchRequest): Found[] {
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

function toHit(db: ReadDb, texts: TextCache, found: Found, compiled: Compiled, matcher: Matcher): SearchHit | undefined {
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

function understoodTerms(node: QueryNode, forms: Forms, excluded: boolean): UnderstoodTerm[] {
  if (node.kind === 'words') return [{ text: node.text, also: excluded ? [] : formsOf(node, forms), excluded }]
  if (node.kind === 'not') return understoodTerms(node.child, forms, !excluded)
  if (node.kind === 'and' || node.kind === 'or') return node.children.flatMap((child) => understoodTerms(child, forms, excluded))
  return []
}

const compileFor = (db: ReadDb, query: string, filter: SearchFilter): Compiled =>
  compile(db, parseQuery(query), filter, formsIn(db))

/** The answer's documents by language and by media type, most frequent first. */
export function countFacets(db: ReadDb, query: string, filter: SearchFilter): SearchFacets {
  const { sql, params } = fromWhere(compileFor(db, query, filter))
  return {
    languages: rows(
      db,
      `SELECT d.language, count(*) AS documents ${sql} GROUP BY d.language ORDER BY documents DESC, d.language`,
      params
    ),
    mediaTypes: rows(
      db,
      `SELECT d.media_type AS mediaType, count(*) AS documents ${sql} GROUP BY d.media_type ORDER BY documents DESC, d.media_type`,
      params
    )
  }
}

const MAX_IDS = 100_000

/** Ids of the answer's documents, at most 100,000, in the order they were imported. */
export function listMatchingIds(db: ReadDb, query: string, filter: SearchFilter): DocumentId[] {
  const { sql, params } = fromWhere(compileFor(db, query, filter))
  return rows<{ id: DocumentId }>(db, `SELECT d.id ${sql} ORDER BY d.id LIMIT ${MAX_IDS}`, params).map((found) => found.id)
}
