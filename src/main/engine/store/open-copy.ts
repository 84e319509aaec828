import Database from 'better-sqlite3'
import { applyKey, type ReadDb, type WriteDb } from '#engine/store/connection'
import { databaseKeyOf } from '#engine/store/database-keys'
import { rows } from '#engine/store/statement'

/**
 * Opens (or creates) a database that nobody else uses and that has another name than an archive's: without a log beside it. What is
 * written is on disk only once the file is flushed. In the folder of an encrypted archive it is encrypted.
 */
export function openCopy(file: string): WriteDb {
  const key = databaseKeyOf(file)
  const db = new Database(file)
  try {
    applyKey(db, key)
    db.pragma('page_size = 8192')
    db.pragma('temp_store = MEMORY')
    db.pragma('journal_mode = MEMORY')
    db.pragma('synchronous = OFF')
    db.pragma('trusted_schema = OFF')
    db.pragma('cell_size_check = ON')
    db.pragma('foreign_keys = OFF')
    db.pragma('secure_delete = ON')
  } catch (error) {
    db.close()
    throw error
  }
  return db as WriteDb
}

/** Makes these tables of `source` in an empty database, without their indexes and triggers. */
export function copyTables(source: ReadDb, target: WriteDb, tables: readonly string[]): void {
  for (const { name, sql } of rows<{ name: string; sql: string }>(
    source,
    "SELECT name, sql FROM sqlite_schema WHERE type = 'table'"
  ))
    if (tables.includes(name)) target.exec(sql)
}
