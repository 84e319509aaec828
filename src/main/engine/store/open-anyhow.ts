/** Reading a database where nothing can be written beside it. */
import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { isSqliteError, openForReading, type ReadDb } from '#engine/store/connection'
import { databaseKeyOf } from '#engine/store/database-keys'

export type OpenedAnyhow = Readonly<{ db: ReadDb; close: () => void }>

/** In memory where the system has such a folder: what is copied there never reaches a disk. */
const MEMORY_FOLDER = '/dev/shm'

/**
 * Opens a database for reading, wherever it lies. SQLite needs to write a file beside one in WAL mode, which a read-only medium refuses:
 * then a copy is read, in a folder that only this person may look into and that `close` removes. Throws errors of SQLite and of the disk.
 */
export function openAnyhow(file: string): OpenedAnyhow {
  try {
    const db = openedForSure(file, databaseKeyOf(file))
    return { db, close: () => db.close() }
  } catch (error) {
    if (!isSqliteError(error, 'SQLITE_CANTOPEN') && !isSqliteError(error, 'SQLITE_READONLY')) throw error
    if (!existsSync(file)) throw error
  }
  const folder = mkdtempSync(join(existsSync(MEMORY_FOLDER) ? MEMORY_FOLDER : tmpdir(), 'sanad-'))
  const remove = (): void => rmSync(folder, { recursive: true, force: true })
  try {
    const copy = join(folder, basename(file))
    for (const end of ['', '-wal']) if (existsSync(file + end)) copyFileSync(file + end, copy + end)
    const db = openedForSure(copy, databaseKeyOf(file))
    return {
      db,
      close: () => {
        db.close()
        remove()
      }
    }
  } catch (error) {
    remove()
    throw error
  }
}

/** Subtle: SQLite opens a file only when something is asked of it. */
function openedForSure(file: string, key: Uint8Array | null): ReadDb {
  const db = openForReading(file, key)
  try {
    db.pragma('schema_version')
    return db
  } catch (error) {
    db.close()
    throw error
  }
}
