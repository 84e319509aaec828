import type { WriteDb } from '#engine/store/connection'

/**
 * Closes the last connection to a database so that one file is left, without a log beside it: a copy of it is whole, and it can be read from
 * a disk that is full or write-protected (in WAL mode SQLite would want to make files beside it). Where another connection or the disk
 * prevents that, the log stays, and nothing is lost.
 */
export function closeAtRest(db: WriteDb): void {
  try {
    db.pragma('busy_timeout = 0')
    db.pragma('journal_mode = DELETE')
  } catch (error) {
    // The code alone: no path, and nothing that looks as if it were the answer.
    console.error('the log of the database stays beside it:', error instanceof Error && 'code' in error ? error.code : error)
  }
  db.close()
}
