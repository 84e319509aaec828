/** The FTS5 table: one row a document, under the document's id, written in the same transaction. */

import { rankDocument } from '#engine/store/common-term-lists'
import type { ReadDb, WriteDb } from '#engine/store/connection'
import { recordMentions } from '#engine/store/mentions'
import { row, rows, run, value } from '#engine/store/statement'
import type { DocumentId } from '#shared/model/ids'

export type IndexColumns = Readonly<{ title: string; people: string; body: string; rest: string }>

/** Weights of bm25 in the order of the columns: body, title, people, rest, notes. */
export const BM25 = 'bm25(fts, 1.0, 8.0, 4.0, 0.3, 2.0)'

/** Puts the document's terms in place of what was indexed for it before. */
export function indexDocument(db: WriteDb, id: DocumentId, columns: IndexColumns, isNew: boolean): void {
  if (!isNew) unindexDocument(db, id)
  run(db, "INSERT INTO fts (rowid, title, people, body, rest, notes) VALUES (?, ?, ?, ?, ?, '')", [
    id,
    columns.title,
    columns.people,
    columns.body,
    columns.rest
  ])
  recordMentions(db, id, [columns.title, columns.people, columns.body, columns.rest], isNew)
  rankDocument(db, id, columns, isNew)
}

function unindexDocument(db: WriteDb, id: DocumentId): void {
  run(db, 'DELETE FROM fts WHERE rowid = ?', [id])
}

/** Those of `terms` that stand in the index, in their order. Terms hold no quotes. Cost: one statement, 2 µs a term. */
export function listStanding(db: ReadDb, terms: readonly string[]): string[] {
  return rows<{ term: string }>(
    db,
    `SELECT value AS term FROM json_each(?) WHERE EXISTS (SELECT 1 FROM fts WHERE fts MATCH '"' || value || '"')`,
    [JSON.stringify(terms)]
  ).map(({ term }) => term)
}

/**
 * Those of `terms` that stand in one document. Cost: one look-up each.
 * Subtle: numbers are bound as floating point, and FTS5 passes over a condition on its rowid that is no integer, without a word.
 */
export function listStandingIn(db: ReadDb, id: DocumentId, terms: readonly string[]): string[] {
  return terms.filter(
    (term) =>
      row(db, 'SELECT 1 FROM fts WHERE fts MATCH ? AND rowid = CAST(? AS INTEGER) LIMIT 1', [`"${term}"`, id]) !== undefined
  )
}

/** How many documents hold a term, counted no further than `limit`. */
export function countUpTo(db: ReadDb, term: string, limit: number): number {
  return value<number>(db, 'SELECT count(*) FROM (SELECT 1 FROM fts WHERE fts MATCH ? LIMIT ?)', [`"${term}"`, limit]) ?? 0
}

/** Merges the index into its smallest and fastest form. Cost: seconds for a large archive. */
export function optimizeIndex(db: WriteDb): void {
  run(db, "INSERT INTO fts (fts) VALUES ('optimize')")
}

const reverse = (term: string): string => [...term].reverse().join('')

/** Long words known to be in the table, so that the same words of the next document cost nothing. Emptied when it grows large. */
const recorded = new WeakMap<WriteDb, Set<string>>()
const MOST_RECORDED = 10_000

/** To be called when a transaction is rolled back: what it recorded is not there. */
export function forgetRecordedCompounds(db: WriteDb): void {
  recorded.delete(db)
}

/** Remembers long words by their ends. */
export function recordCompounds(db: WriteDb, terms: Iterable<string>): void {
  const known = recorded.get(db) ?? new Set()
  recorded.set(db, known)
  if (known.size > MOST_RECORDED) known.clear()
  for (const term of terms) {
    if (known.has(term)) continue
    run(db, 'INSERT OR IGNORE INTO compound (reversed) VALUES (?)', [reverse(term)])
    known.add(term)
  }
}

/** Long words that end with `head`, at most `limit`. */
export function listWordsEndingWith(db: ReadDb, head: string, limit: number): string[] {
  const end = reverse(head)
  return rows<{ reversed: string }>(db, 'SELECT reversed FROM compound WHERE reversed >= ? AND reversed < ? LIMIT ?', [
    end,
    `${end}\u{10ffff}`,
    limit
  ]).map((found) => reverse(found.reversed))
}
