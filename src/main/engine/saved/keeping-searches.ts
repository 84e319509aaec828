import { randomUUID } from 'node:crypto'
import { resultIds } from '#engine/saved/result-ids'
import { packIds } from '#engine/saved/seen-set'
import type { ReadDb, WriteDb } from '#engine/store/connection'
import { erasableTransaction, erasingTransaction } from '#engine/store/erasing'
import {
  asSavedSearch,
  deleteSavedSearches,
  findSavedSearch,
  findSavedSearchNamed,
  insertSavedSearch,
  listSavedSearches,
  renameSavedSearch,
  restoreSavedSearch,
  type SavedSearchRow,
  setPosition,
  setSavedSearch,
  setSeen
} from '#engine/store/saved-searches'
import { parseSearch } from '#engine/store/search-json'
import { SanadError } from '#shared/errors'
import type { SavedSearchId } from '#shared/model/ids'
import type { SavedSearch } from '#shared/model/saved-search'
import type { SearchData } from '#shared/model/search-data'

/** Throws SanadError `not-found`. */
function getRow(db: ReadDb, id: SavedSearchId): SavedSearchRow {
  const found = findSavedSearch(db, id)
  if (!found) throw new SanadError('not-found', `There is no saved search ${id} in this archive.`)
  return found
}

function refuseSameName(db: ReadDb, name: string, except?: SavedSearchId): void {
  const same = findSavedSearchNamed(db, name)
  if (same && same.id !== except) throw new SanadError('name-taken', `There is a saved search “${same.name}” already.`)
}

function seenNow(db: ReadDb, search: SearchData): Uint8Array {
  return packIds([...resultIds(db, search)].flat())
}

/** Throws SanadError `name-taken`. Cost: finds everything that the search finds. */
export function saveSearch(db: WriteDb, name: string, search: SearchData, now: number): SavedSearch {
  return erasableTransaction(db, () => {
    refuseSameName(db, name)
    return asSavedSearch(getRow(db, insertSavedSearch(db, name, search, seenNow(db, search), now)))
  })
}

/** Throws SanadError `not-found`. */
export function updateSearch(db: WriteDb, id: SavedSearchId, search: SearchData, now: number): SavedSearch {
  return erasableTransaction(db, () => {
    getRow(db, id)
    setSavedSearch(db, id, search)
    setSeen(db, id, seenNow(db, search), now)
    return asSavedSearch(getRow(db, id))
  })
}

/** Throws SanadError `not-found` or `name-taken`. */
export function renameSearch(db: WriteDb, id: SavedSearchId, name: string): SavedSearch {
  return erasableTransaction(db, () => {
    getRow(db, id)
    refuseSameName(db, name, id)
    renameSavedSearch(db, id, name)
    return asSavedSearch(getRow(db, id))
  })
}

/** One place up (-1) or down (1); at either end nothing changes. Throws SanadError `not-found`. */
export function moveSearch(db: WriteDb, id: SavedSearchId, step: -1 | 1): void {
  erasableTransaction(db, () => {
    getRow(db, id)
    const ids = listSavedSearches(db).map((row) => row.id)
    const at = ids.indexOf(id)
    const to = Math.min(ids.length - 1, Math.max(0, at + step))
    ids.splice(at, 1)
    ids.splice(to, 0, id)
    for (const [position, one] of ids.entries()) setPosition(db, one, position + 1)
  })
}

/** What the search finds now is new no more. Throws SanadError `not-found`. */
export function lookAtSearch(db: WriteDb, id: SavedSearchId, now: number): void {
  erasableTransaction(db, () => setSeen(db, id, seenNow(db, parseSearch(getRow(db, id).search)), now))
}

/** Deleted saved searches of this session, so that each can be put back once. In memory only: in the file they are erased. */
export class SavedSearchUndoList {
  readonly #kept = new Map<string, SavedSearchRow>()

  /** Throws SanadError `not-found`. */
  delete(db: WriteDb, id: SavedSearchId): { undoId: string } {
    const gone = getRow(db, id)
    erasingTransaction(db, () => {
      const others = listSavedSearches(db).filter((row) => row.id !== id)
      deleteSavedSearches(db)
      for (const row of others) restoreSavedSearch(db, row)
    })
    const undoId = randomUUID()
    this.#kept.set(undoId, gone)
    return { undoId }
  }

  /** Throws SanadError `not-found` when it was put back before, `name-taken` when another one has its name now. */
  undo(db: WriteDb, undoId: string): void {
    const gone = this.#kept.get(undoId)
    if (!gone) throw new SanadError('not-found', 'This can not be undone any more.')
    erasableTransaction(db, () => {
      refuseSameName(db, gone.name)
      restoreSavedSearch(db, gone)
    })
    this.#kept.delete(undoId)
  }
}
