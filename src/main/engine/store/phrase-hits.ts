/** Where phrases of index terms stand, by the index alone: no text is read. */

import type { ReadDb } from '#engine/store/connection'
import { rows } from '#engine/store/statement'

const ready = new WeakSet<ReadDb>()

/** Subtle: the table is a temporary one, in memory, which a reading connection may have; it holds nothing of its own. */
function prepare(db: ReadDb): void {
  if (ready.has(db)) return
  db.exec("CREATE VIRTUAL TABLE IF NOT EXISTS temp.fts_place USING fts5vocab('main', 'fts', 'instance')")
  ready.add(db)
}

const quote = (terms: readonly string[]): string => `"${terms.join(' ').replaceAll('"', '""')}"`

/** Documents with these terms next to each other, in any column of the index; ascending. */
export function documentsWithPhrase(db: ReadDb, terms: readonly string[]): number[] {
  return rows<{ id: number }>(db, 'SELECT rowid AS id FROM fts WHERE fts MATCH ? ORDER BY rowid', [quote(terms)]).map(
    ({ id }) => id
  )
}

/** How many documents have these terms next to each other. */
export function countWithPhrase(db: ReadDb, terms: readonly string[]): number {
  return (
    rows<{ documents: number }>(db, 'SELECT count(*) AS documents FROM fts WHERE fts MATCH ?', [quote(terms)])[0]?.documents ?? 0
  )
}

type Place = Readonly<{ doc: number; col: string; offset: number }>

/** A title or an author is no text that is read. */
const TEXT_COLUMNS = ['body', 'rest', 'notes']
const IN_TEXT = `col IN (${TEXT_COLUMNS.map((name) => `'${name}'`).join(', ')})`
/** Words of more places than this are not counted: one line would hold up others for longer than a tenth of a second. */
const MOST_PLACES = 100_000
/** More than any text has words. */
const OFFSETS = 2 ** 27

/**
 * How often these terms stand next to each other in the text of the documents `among`, which are those that have them so; exact.
 * Null where they are words of too many places to count. Cost: reading the places of each term, about a microsecond each.
 */
export function countHits(db: ReadDb, terms: readonly string[], among: ReadonlySet<number>): number | null {
  prepare(db)
  let begun: ReadonlySet<number> | undefined
  for (const [index, term] of terms.entries()) {
    const places = placesOf(db, term, index, among, begun)
    if (places === undefined) return null
    begun = places
  }
  return begun?.size ?? 0
}

/** Places of a term in these documents, each as where its phrase would begin; only those that `begun` has. */
function placesOf(
  db: ReadDb,
  term: string,
  index: number,
  among: ReadonlySet<number>,
  begun: ReadonlySet<number> | undefined
): ReadonlySet<number> | undefined {
  const places = new Set<number>()
  const statement = db.prepare<[string], Place>(`SELECT doc, col, "offset" FROM temp.fts_place WHERE term = ? AND ${IN_TEXT}`)
  let read = 0
  for (const { doc, col, offset } of statement.iterate(term)) {
    if (++read > MOST_PLACES) return undefined
    if (!among.has(doc)) continue
    const place = (doc * TEXT_COLUMNS.length + TEXT_COLUMNS.indexOf(col)) * OFFSETS + offset - index
    if (begun === undefined || begun.has(place)) places.add(place)
  }
  return places
}
