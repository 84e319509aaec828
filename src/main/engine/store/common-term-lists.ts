/** The lists of the best documents of common terms, as the writer keeps them: in memory, stored now and then and with every correction. */
import { findFact, setFact } from '#engine/store/archive-facts'
import { BestList, packBest, unpackBest } from '#engine/store/best-list'
import type { CommonTerm } from '#engine/store/common-terms'
import { type WriteDb, whenRolledBack } from '#engine/store/connection'
import type { IndexColumns } from '#engine/store/full-text'
import { type Frequencies, impactOf } from '#engine/store/impact'
import { rows, run, value } from '#engine/store/statement'
import { readIndexColumns } from '#engine/store/stored-terms'
import type { DocumentId } from '#shared/model/ids'

/**
 * Lists change with most documents, and all of them are megabytes: they are stored once in this many new ones. After a crash the documents
 * since then are taken in again, which takes about a millisecond each.
 */
const STORE_EVERY = 2048
const RANKED_TO = 'ranked_to'

type Lists = { terms: Map<string, BestList>; rankedTo: number; unsaved: number }

const kept = new WeakMap<WriteDb, Lists>()

// What was taken in since the lists were stored is read again.
whenRolledBack((db) => kept.delete(db))

function listsOf(db: WriteDb, before: DocumentId): Lists {
  const known = kept.get(db)
  if (known) return known
  const stored = rows<{ term: string; documents: number; best: Uint8Array }>(db, 'SELECT term, documents, best FROM common_term')
  const lists: Lists = {
    terms: new Map(stored.map(({ term, documents, best }) => [term, new BestList(documents, unpackBest(best))])),
    rankedTo: Number(findFact(db, RANKED_TO) ?? 0),
    unsaved: 0
  }
  kept.set(db, lists)
  if (lists.terms.size > 0) {
    const missed = rows<{ id: DocumentId }>(db, 'SELECT id FROM document WHERE id > ? AND id < ? ORDER BY id', [
      lists.rankedTo,
      before
    ])
    for (const { id } of missed) takeIn(db, lists, id, readIndexColumns(db, id))
  }
  return lists
}

/**
 * Keeps the lists current: takes in a document whose row is written, in the same transaction as its index row.
 * Cost: one pass over its terms; for a document that was known, a look into every list.
 */
export function rankDocument(db: WriteDb, id: DocumentId, columns: IndexColumns, isNew: boolean): void {
  const lists = listsOf(db, id)
  if (lists.terms.size === 0) return
  if (!isNew) for (const list of lists.terms.values()) list.remove(id)
  takeIn(db, lists, id, columns)
  if (!isNew || lists.unsaved >= STORE_EVERY) storeCommonTerms(db)
}

function takeIn(db: WriteDb, lists: Lists, id: DocumentId, columns: IndexColumns): void {
  const words = value<number>(db, 'SELECT word_count FROM document WHERE id = ?', [id]) ?? 0
  const isNew = id > lists.rankedTo
  for (const [list, found] of countIn(lists, columns)) {
    list.add(id, impactOf(found, words))
    if (isNew) list.documents++
  }
  if (isNew) lists.rankedTo = id
  lists.unsaved++
}

const noFrequencies = (): Frequencies => ({ body: 0, title: 0, people: 0, rest: 0, notes: 0 })

function countIn(lists: Lists, columns: IndexColumns): Map<BestList, Frequencies> {
  const counted = new Map<BestList, Frequencies>()
  for (const column of ['body', 'title', 'people', 'rest'] as const) {
    const terms = columns[column]
    for (let start = 0; start < terms.length; ) {
      const space = terms.indexOf(' ', start)
      const end = space < 0 ? terms.length : space
      const list = lists.terms.get(terms.slice(start, end))
      start = end + 1
      if (!list) continue
      const known = counted.get(list)
      if (known) known[column]++
      else counted.set(list, { ...noFrequencies(), [column]: 1 })
    }
  }
  return counted
}

/** Writes the lists that changed. To be called inside a transaction, and when an import ends. */
export function storeCommonTerms(db: WriteDb): void {
  const lists = kept.get(db)
  if (!lists) return
  for (const [term, list] of lists.terms) if (list.isChanged) storeList(db, term, list)
  setFact(db, RANKED_TO, String(lists.rankedTo))
  lists.unsaved = 0
}

function storeList(db: WriteDb, term: string, list: BestList): void {
  run(
    db,
    `INSERT INTO common_term (term, documents, best) VALUES (?, ?, ?)
     ON CONFLICT (term) DO UPDATE SET documents = excluded.documents, best = excluded.best`,
    [term, list.documents, packBest(list.best())]
  )
  list.isChanged = false
}

/** True when the term has a list. */
export const hasList = (db: WriteDb, term: string): boolean => listsOf(db, EVERY_ID).terms.has(term)

const EVERY_ID = Number.MAX_SAFE_INTEGER as DocumentId

/** Makes the list of a term from the index, in the caller's transaction. Cost: a few tenths of a microsecond for each occurrence. */
export function makeList(db: WriteDb, { term, documents }: CommonTerm, wordsOf: (id: number) => number): void {
  const lists = listsOf(db, EVERY_ID)
  const list = new BestList(documents)
  let id = 0
  let found = noFrequencies()
  const take = (): void => {
    if (id > 0) list.add(id, impactOf(found, wordsOf(id)))
  }
  for (const place of rows<{ doc: number; col: keyof Frequencies; n: number }>(
    db,
    'SELECT doc, col, count(*) AS n FROM index_place WHERE term = ? GROUP BY doc, col',
    [term]
  )) {
    if (place.doc !== id) {
      take()
      id = place.doc
      found = noFrequencies()
    }
    found[place.col] = place.n
  }
  take()
  lists.terms.set(term, list)
  storeList(db, term, list)
  lists.rankedTo = Math.max(lists.rankedTo, newestDocument(db))
}

/** Largest id of a document; 0 in an empty archive. */
export const newestDocument = (db: WriteDb): number => value<number>(db, 'SELECT max(id) FROM document') ?? 0
