import type { ReadDb } from '#engine/store/connection'

/** The version of the SQLite library that runs here, e.g. `3.53.4`. */
export function sqliteVersion(db: ReadDb): string {
  return String(db.prepare('SELECT sqlite_version()').pluck().get())
}
