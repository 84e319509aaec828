import { rmSync } from 'node:fs'
import Database from 'better-sqlite3'
import { applyKey } from '#engine/store/connection'
import { rawKey } from '#engine/store/database-keys'

/** A database file and its key; null: plain. */
export type KeyedDatabase = Readonly<{ file: string; key: Uint8Array | null }>

/**
 * Writes a whole copy of a database to `to.file`, which must not exist, with another key or none. The copy is compact, and complete only
 * when this returns; it is not flushed. Throws errors of SQLite and of the disk.
 *
 * Subtle: `PRAGMA rekey` would change the file where it lies, but makes room for the cipher's tags by a VACUUM, whose plain temporary file
 * lies in the system's temporary folder. VACUUM INTO needs none; it takes the key of the connection it runs on, not of the database it copies.
 */
export function convertDatabase(from: KeyedDatabase, to: KeyedDatabase): void {
  // A database with the wanted key, of which nothing but the key is used.
  const seed = to.key ? `${to.file}.seed` : ':memory:'
  const db = new Database(seed)
  try {
    applyKey(db, to.key)
    db.pragma('temp_store = MEMORY')
    db.pragma('trusted_schema = OFF')
    const raw = from.key && rawKey(from.key)
    db.prepare('ATTACH ? AS source KEY ?').run(from.file, raw ?? '')
    raw?.fill(0)
    db.prepare('VACUUM source INTO ?').run(to.file)
  } finally {
    db.close()
    if (to.key) for (const end of ['', '-journal', '-wal', '-shm']) rmSync(`${seed}${end}`, { force: true })
  }
}
