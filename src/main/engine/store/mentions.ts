/**
 * Which documents mention which name cards. Kept by whoever writes the index, in the same transaction: so a mention is never older or
 * newer than the text it counts.
 */
import type { ReadDb, WriteDb } from '#engine/store/connection'
import { rows, run } from '#engine/store/statement'
import type { DocumentId, NameId } from '#shared/model/ids'
import { countPhrases, type PhraseSet, phraseSet } from '#shared/text/phrase-set'

/** The switched-on spellings of all cards, remembered until a card changes. */
const remembered = new WeakMap<WriteDb, PhraseSet>()

/** To be called when spellings have changed, and when a transaction that changed them was rolled back. */
export function forgetSpellings(db: WriteDb): void {
  remembered.delete(db)
}

function spellingsOn(db: WriteDb): PhraseSet {
  const known = remembered.get(db)
  if (known) return known
  const made = phraseSet(rows(db, 'SELECT key, name_id AS owner FROM name_spelling WHERE is_on = 1'))
  remembered.set(db, made)
  return made
}

/** Counts the cards' spellings in the index columns of one document. Cost: nothing without cards; else one reading of the terms. */
export function recordMentions(db: WriteDb, id: DocumentId, columns: readonly string[], isNew: boolean): void {
  const set = spellingsOn(db)
  if (!isNew) run(db, 'DELETE FROM mention WHERE document_id = ?', [id])
  for (const [name, hits] of countPhrases(set, columns)) {
    run(db, 'INSERT INTO mention (name_id, document_id, hits) VALUES (?, ?, ?)', [name, id, hits])
  }
}

/** A place of a phrase in the index: a column of a document, the first term's number there, and how many terms. */
export type IndexPlace = Readonly<{ document: DocumentId; column: string; start: number; length: number }>

type Instance = Readonly<{ document: DocumentId; column: string; start: number }>

const quote = (key: string): string => `"${key.replaceAll('"', '""')}"`

const PLACES_OF_TERM = `SELECT doc AS document, col AS "column", "offset" AS start FROM index_place
  WHERE term = ? AND doc IN (SELECT rowid FROM fts WHERE fts MATCH ?)`

/** Every place of one phrase. Cost: the index entries of its terms, about 1 µs each. */
function placesOfPhrase(db: ReadDb, key: string): IndexPlace[] {
  const terms = key.split(' ')
  let places: readonly Instance[] | undefined
  for (const [at, term] of terms.entries()) {
    const found = rows<Instance>(db, PLACES_OF_TERM, [term, quote(key)])
    if (!places) places = found
    else {
      const here = new Set(found.map(({ document, column, start }) => `${document} ${column} ${start - at}`))
      places = places.filter(({ document, column, start }) => here.has(`${document} ${column} ${start}`))
    }
    if (places.length === 0) return []
  }
  return (places ?? []).map((place) => ({ ...place, length: terms.length }))
}

/**
 * Every place of these phrases, one after another, counted as `countPhrases` counts: of those that overlap, the leftmost, and of those
 * that begin together, the longest. Sorted by document, column and place.
 */
export function listPlaces(db: ReadDb, keys: readonly string[]): IndexPlace[] {
  const all = keys.flatMap((key) => placesOfPhrase(db, key))
  all.sort((a, b) => a.document - b.document || compare(a.column, b.column) || a.start - b.start || b.length - a.length)
  const kept: IndexPlace[] = []
  for (const place of all) {
    const last = kept.at(-1)
    const overlaps = last?.document === place.document && last.column === place.column && place.start < last.start + last.length
    if (!overlaps) kept.push(place)
  }
  return kept
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** Makes a card's mentions anew from its switched-on spellings and the whole index. Cost: see `listPlaces`. */
export function refreshMentions(db: WriteDb, name: NameId): void {
  const keys = rows<{ key: string }>(db, 'SELECT key FROM name_spelling WHERE name_id = ? AND is_on = 1', [name])
  const hits = new Map<DocumentId, number>()
  for (const { document } of listPlaces(
    db,
    keys.map(({ key }) => key)
  )) {
    hits.set(document, (hits.get(document) ?? 0) + 1)
  }
  run(db, 'DELETE FROM mention WHERE name_id = ?', [name])
  for (const [document, count] of hits) {
    run(db, 'INSERT INTO mention (name_id, document_id, hits) VALUES (?, ?, ?)', [name, document, count])
  }
}

/** How many documents hold a phrase (index terms with single spaces between). Cost: one look-up. */
export function countPhraseDocuments(db: ReadDb, key: string): number {
  return rows<{ n: number }>(db, 'SELECT count(*) AS n FROM fts WHERE fts MATCH ?', [quote(key)])[0]?.n ?? 0
}

/**
 * True when this document holds the phrase. Cost: one look-up.
 * Subtle: numbers are bound as floating point, and FTS5 passes over a condition on its rowid that is no integer, without a word.
 */
export function holdsPhrase(db: ReadDb, id: DocumentId, key: string): boolean {
  return rows(db, 'SELECT 1 FROM fts WHERE fts MATCH ? AND rowid = CAST(? AS INTEGER)', [quote(key), id]).length > 0
}
