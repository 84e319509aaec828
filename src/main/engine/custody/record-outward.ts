import { durableTransaction, type WriteDb } from '#engine/store/connection'

/**
 * Records what left the archive without changing it. An archive that lies where nothing can be written is not changed either, and its log
 * says nothing: what was taken out of it then is known to whoever took it.
 */
export function recordOutward(db: WriteDb, record: () => void): void {
  if (!db.readonly) durableTransaction(db, record)
}
