/** Words of many documents, as a search reads them. The rows are kept by `common-term-lists.ts`. */
import { type BestDocuments, unpackBest } from '#engine/store/best-list'
import type { ReadDb } from '#engine/store/connection'
import { row, rows } from '#engine/store/statement'

/** A word of this many documents gets a list of the best of them; those of a rarer one are quickly looked at one by one. */
export const COMMON_FROM = 1000

export type CommonTerm = Readonly<{ term: string; documents: number }>

/** How many documents hold a common term, as of when its list was last written; undefined for a rare one. */
export function findCommonTerm(db: ReadDb, term: string): CommonTerm | undefined {
  return row<CommonTerm>(db, 'SELECT term, documents FROM common_term WHERE term = ?', [term])
}

/** Common terms that begin so, those of the most documents first, at most `limit`. */
export function listCommonBeginning(db: ReadDb, beginning: string, limit: number): CommonTerm[] {
  return rows<CommonTerm>(
    db,
    'SELECT term, documents FROM common_term WHERE term >= ? AND term < ? ORDER BY documents DESC, term LIMIT ?',
    [beginning, `${beginning}\u{10ffff}`, limit]
  )
}

/** The documents a common term says most about, best first; undefined for a rare one. */
export function findBestDocuments(db: ReadDb, term: string): BestDocuments | undefined {
  const found = row<{ best: Uint8Array }>(db, 'SELECT best FROM common_term WHERE term = ?', [term])
  return found && unpackBest(found.best)
}
