import type { ReadDb, WriteDb } from '#engine/store/connection'
import { parseSearch, searchJson } from '#engine/store/search-json'
import { row, rows, run, value } from '#engine/store/statement'
import { tagKey } from '#engine/store/tags'
import type { SavedSearchId } from '#shared/model/ids'
import type { SavedSearch } from '#shared/model/saved-search'
import type { SearchData } from '#shared/model/search-data'

/** A row, complete. */
export type SavedSearchRow = Readonly<{
  id: SavedSearchId
  name: string
  position: number
  search: string
  seen: Uint8Array
  lookedAt: number
}>

const SELECT = 'SELECT id, name, position, search, seen, looked_at AS lookedAt FROM saved_search'

export function findSavedSearch(db: ReadDb, id: SavedSearchId): SavedSearchRow | undefined {
  return row(db, `${SELECT} WHERE id = ?`, [id])
}

/** Names that differ in spelling only are the same name. */
export function findSavedSearchNamed(db: ReadDb, name: string): SavedSearchRow | undefined {
  return row(db, `${SELECT} WHERE name_key = ?`, [tagKey(name)])
}

export function listSavedSearches(db: ReadDb): SavedSearchRow[] {
  return rows(db, `${SELECT} ORDER BY position, id`)
}

export const asSavedSearch = ({ id, name, search, lookedAt }: SavedSearchRow): SavedSearch => ({
  id,
  name,
  search: parseSearch(search),
  lookedAt
})

export function insertSavedSearch(db: WriteDb, name: string, search: SearchData, seen: Uint8Array, now: number): SavedSearchId {
  const position = (value<number>(db, 'SELECT max(position) FROM saved_search') ?? 0) + 1
  return run(db, 'INSERT INTO saved_search (name, name_key, position, search, seen, looked_at) VALUES (?, ?, ?, ?, ?, ?)', [
    name,
    tagKey(name),
    position,
    searchJson(search),
    seen,
    now
  ]).id as SavedSearchId
}

/** Puts a deleted one back, under its old id and in its old place. */
export function restoreSavedSearch(db: WriteDb, kept: SavedSearchRow): void {
  run(db, 'INSERT INTO saved_search (id, name, name_key, position, search, seen, looked_at) VALUES (?, ?, ?, ?, ?, ?, ?)', [
    kept.id,
    kept.name,
    tagKey(kept.name),
    kept.position,
    kept.search,
    kept.seen,
    kept.lookedAt
  ])
}

export function renameSavedSearch(db: WriteDb, id: SavedSearchId, name: string): void {
  run(db, 'UPDATE saved_search SET name = ?, name_key = ? WHERE id = ?', [name, tagKey(name), id])
}

export function setSavedSearch(db: WriteDb, id: SavedSearchId, search: SearchData): void {
  run(db, 'UPDATE saved_search SET search = ? WHERE id = ?', [searchJson(search), id])
}

export function setSeen(db: WriteDb, id: SavedSearchId, seen: Uint8Array, now: number): void {
  run(db, 'UPDATE saved_search SET seen = ?, looked_at = ? WHERE id = ?', [seen, now, id])
}

export function setPosition(db: WriteDb, id: SavedSearchId, position: number): void {
  run(db, 'UPDATE saved_search SET position = ? WHERE id = ?', [position, id])
}

/** All of them, in one go, as `erasingTransaction` needs it. */
export function deleteSavedSearches(db: WriteDb): void {
  run(db, 'DELETE FROM saved_search')
}
