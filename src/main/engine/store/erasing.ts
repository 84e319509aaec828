import { durableTransaction, type WriteDb } from '#engine/store/connection'

/** Like `durableTransaction`, for rows that may have to leave the file one day: what it frees is overwritten, not only marked as free. */
export function erasableTransaction<T>(db: WriteDb, work: () => T): T {
  db.pragma('secure_delete = ON')
  try {
    return durableTransaction(db, work)
  } finally {
    db.pragma('secure_delete = OFF')
  }
}

/**
 * Like `erasableTransaction`, and what was deleted is out of the file when it returns: the log that still holds the old pages is emptied.
 * Rows that stay in a table of which others were erased have to be written anew by `work`: SQLite may leave copies of moved rows in the
 * gaps of a page, but not in a table that was emptied by one `DELETE` without a condition. Foreign keys are not followed meanwhile: then
 * SQLite would empty a table row by row, gaps and all.
 * Cost: writes the whole log back; waits up to five seconds for a search that is still reading.
 */
export function erasingTransaction<T>(db: WriteDb, work: () => T): T {
  db.pragma('foreign_keys = OFF')
  try {
    return erasableTransaction(db, work)
  } finally {
    db.pragma('foreign_keys = ON')
    db.pragma('wal_checkpoint(TRUNCATE)')
  }
}
