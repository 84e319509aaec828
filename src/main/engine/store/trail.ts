/** The research trail: searches that were run, and the documents opened from them. */

import { findFact, setFact } from '#engine/store/archive-facts'
import type { ReadDb, WriteDb } from '#engine/store/connection'
import { parseSearch } from '#engine/store/search-json'
import { row, rows, run } from '#engine/store/statement'
import type { DocumentId, TrailId } from '#shared/model/ids'
import type { TrailEntry } from '#shared/model/trail'

const SWITCH = 'trail'

type SearchRow = Readonly<{ id: TrailId; search: string; documents: number; at: number }>
type DocumentRow = Readonly<{ trailId: TrailId; documentId: DocumentId; openedAt: number }>

/** Whether the trail is kept in this archive: until a person switches it off. */
export const isTrailKept = (db: ReadDb): boolean => findFact(db, SWITCH) !== 'off'

export function setTrailKept(db: WriteDb, isKept: boolean): void {
  setFact(db, SWITCH, isKept ? 'on' : 'off')
}

/** The one noted last, whatever the clock said then: it may have been put back since. */
export function findLatestSearch(db: ReadDb): SearchRow | undefined {
  return row(db, 'SELECT id, search, documents, at FROM trail_search ORDER BY id DESC LIMIT 1')
}

export function insertTrailSearch(db: WriteDb, search: string, documents: number, at: number): void {
  run(db, 'INSERT INTO trail_search (search, documents, at) VALUES (?, ?, ?)', [search, documents, at])
}

export function updateTrailSearch(db: WriteDb, id: TrailId, documents: number, at: number): void {
  run(db, 'UPDATE trail_search SET documents = ?, at = ? WHERE id = ?', [documents, at, id])
}

export function insertTrailDocument(db: WriteDb, { trailId, documentId, openedAt }: DocumentRow): void {
  run(
    db,
    `INSERT INTO trail_document (trail_id, document_id, opened_at) SELECT ?, id, ? FROM document WHERE id = ?
     ON CONFLICT (trail_id, document_id) DO NOTHING`,
    [trailId, openedAt, documentId]
  )
}

/** Last noted first, which a clock put back does not change; the documents of each in the order they were opened. */
export function listTrail(db: ReadDb): TrailEntry[] {
  const opened = new Map<TrailId, { id: DocumentId; title: string }[]>()
  for (const { trailId, id, title } of rows<{ trailId: TrailId; id: DocumentId; title: string }>(
    db,
    `SELECT t.trail_id AS trailId, d.id, d.title FROM trail_document t JOIN document d ON d.id = t.document_id
     ORDER BY t.opened_at, d.id`
  )) {
    const documents = opened.get(trailId) ?? []
    documents.push({ id, title })
    opened.set(trailId, documents)
  }
  return rows<SearchRow>(db, 'SELECT id, search, documents, at FROM trail_search ORDER BY id DESC').map((entry) => ({
    ...entry,
    search: parseSearch(entry.search),
    opened: opened.get(entry.id) ?? []
  }))
}

/** Empties both tables and writes back what `keeps` says, for `erasingTransaction`. */
export function rewriteTrail(db: WriteDb, keeps: (id: TrailId) => boolean): void {
  const searches = rows<SearchRow>(db, 'SELECT id, search, documents, at FROM trail_search ORDER BY id')
  const documents = rows<DocumentRow>(
    db,
    'SELECT trail_id AS trailId, document_id AS documentId, opened_at AS openedAt FROM trail_document'
  )
  run(db, 'DELETE FROM trail_document')
  run(db, 'DELETE FROM trail_search')
  for (const { id, search, documents: found, at } of searches.filter((entry) => keeps(entry.id)))
    run(db, 'INSERT INTO trail_search (id, search, documents, at) VALUES (?, ?, ?, ?)', [id, search, found, at])
  for (const opened of documents) if (keeps(opened.trailId)) insertTrailDocument(db, opened)
}
