import type { WriteDb } from '#engine/store/connection'
import { erasableTransaction, erasingTransaction } from '#engine/store/erasing'
import { searchJson } from '#engine/store/search-json'
import {
  findLatestSearch,
  insertTrailDocument,
  insertTrailSearch,
  isTrailKept,
  listTrail,
  rewriteTrail,
  setTrailKept,
  updateTrailSearch
} from '#engine/store/trail'
import type { DocumentId, TrailId } from '#shared/model/ids'
import type { SearchData } from '#shared/model/search-data'

/** Older entries are erased when there are this many, and room for more is made at once. */
export const MOST_ENTRIES = 2000
const MADE_ROOM = 100

/** Notes a finished search; the same one again, right after itself, is one entry. On disk when this returns. */
export function recordSearch(db: WriteDb, search: SearchData, documents: number, now: number): void {
  if (search.query.trim() === '' || !isTrailKept(db)) return
  const json = searchJson(search)
  erasableTransaction(db, () => {
    const latest = findLatestSearch(db)
    if (latest?.search === json) updateTrailSearch(db, latest.id, documents, now)
    else insertTrailSearch(db, json, documents, now)
  })
  const entries = listTrail(db)
  if (entries.length > MOST_ENTRIES)
    clearTrail(
      db,
      entries.slice(MOST_ENTRIES - MADE_ROOM).map(({ id }) => id)
    )
}

/** Notes a document opened from the search that was noted last, if it is `search`. */
export function recordOpening(db: WriteDb, search: SearchData, documentId: DocumentId, now: number): void {
  if (!isTrailKept(db)) return
  const latest = findLatestSearch(db)
  if (latest?.search !== searchJson(search)) return
  erasableTransaction(db, () => insertTrailDocument(db, { trailId: latest.id, documentId, openedAt: now }))
}

export function switchTrail(db: WriteDb, isKept: boolean): void {
  erasableTransaction(db, () => setTrailKept(db, isKept))
}

/** Erases these entries, or all, so that their words are not in the file any more. */
export function clearTrail(db: WriteDb, ids: readonly TrailId[] | null): void {
  const gone = new Set(ids)
  erasingTransaction(db, () => rewriteTrail(db, (id) => ids !== null && !gone.has(id)))
}
