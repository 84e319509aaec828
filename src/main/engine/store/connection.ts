/**
 * Connections to `archive.db`. This folder is the only code that imports the SQLite driver.
 *
 * A `WriteDb` may be used wherever a `ReadDb` is wanted, never the other way round.
 */
import Database from 'better-sqlite3'
import { databaseKeyOf, rawKey } from '#engine/store/database-keys'
import { demandInPlace, rememberPlace } from '#engine/store/in-place'
import { addTextFunctions } from '#engine/store/text-functions'

type Connection = InstanceType<typeof Database>

declare const readable: unique symbol
declare const writable: unique symbol
export type ReadDb = Connection & { readonly [readable]: true }
export type WriteDb = ReadDb & { readonly [writable]: true }

/** `SAND` in ASCII: how the file says what it is (`PRAGMA application_id`). */
export const APPLICATION_ID = 0x53414e44

/** Milliseconds a statement waits for another connection's short lock before it fails with SQLITE_BUSY. */
const BUSY_TIMEOUT_MS = 5000

/** Page cache of a connection, in KiB. What the writer touches is mostly new; what the reader touches is asked for again. */
const CACHE_KIB = { write: 8_192, read: 65_536 }

/** Must come before anything is read or written. A wrong key shows with the first page that is read: SQLITE_NOTADB. */
export function applyKey(db: Connection, key: Uint8Array | null): void {
  if (!key) return
  const raw = rawKey(key)
  db.pragma("cipher = 'chacha20'")
  db.key(raw)
  raw.fill(0)
}

function prepare(db: Connection, cacheKib: number): void {
  // Temporary tables and sorts stay in memory: nothing of a document may reach a temporary file.
  db.pragma('temp_store = MEMORY')
  db.pragma(`cache_size = -${cacheKib}`)
  db.pragma('trusted_schema = OFF')
  db.pragma('cell_size_check = ON')
  db.pragma('foreign_keys = ON')
  addTextFunctions(db)
}

/**
 * Opens (or creates) the database for writing, in WAL mode. In the folder of an encrypted archive it is encrypted.
 * `demand` is asked before a byte is changed, and may throw: the change to WAL mode is the first one.
 * Subtle: the page size only takes hold before the first table exists, and must come before WAL.
 */
export function openForWriting(file: string, demand: (db: ReadDb) => void = () => undefined): WriteDb {
  const key = databaseKeyOf(file)
  const db = new Database(file, { timeout: BUSY_TIMEOUT_MS })
  try {
    applyKey(db, key)
    db.pragma('page_size = 8192')
    prepare(db, CACHE_KIB.write)
    demand(db as ReadDb)
    db.pragma('journal_mode = WAL')
    db.pragma('synchronous = NORMAL')
    db.pragma('wal_autocheckpoint = 4000')
    rememberPlace(db)
  } catch (error) {
    db.close()
    throw error
  }
  return db as WriteDb
}

const lastVersion = new WeakMap<ReadDb, Database.Statement<[], number>>()

/**
 * A number that differs from the last one after anything was written, by this connection or another: `data_version` tells of others,
 * `total_changes` of this one. Cost: a few microseconds.
 */
export function dataVersion(db: ReadDb): number {
  let statement = lastVersion.get(db)
  if (!statement) {
    statement = db.prepare<[], number>('SELECT data_version * 4294967296 + total_changes() FROM pragma_data_version').pluck()
    lastVersion.set(db, statement)
  }
  return Number(statement.get())
}

/** Opens an existing database for reading only; a search on it never waits for the writer. `key` is given for one that lies outside its archive. */
export function openForReading(file: string, key = databaseKeyOf(file)): ReadDb {
  const db = new Database(file, { readonly: true, fileMustExist: true, timeout: BUSY_TIMEOUT_MS })
  try {
    applyKey(db, key)
    prepare(db, CACHE_KIB.read)
  } catch (error) {
    db.close()
    throw error
  }
  return db as ReadDb
}

/** Reads everything in `read` as the database was at one moment, whatever is written meanwhile. Cost: two statements. */
export function snapshot<T>(db: ReadDb, read: () => T): T {
  return db.inTransaction ? read() : db.transaction(read).deferred()
}

const forgetting: ((db: WriteDb) => void)[] = []

/** Has `forget` called after each transaction that was rolled back: for what is kept in memory of rows that are not there now. */
export function whenRolledBack(forget: (db: WriteDb) => void): void {
  forgetting.push(forget)
}

/**
 * Runs `work` in one immediate transaction: all of it is committed, or none of it. Nested calls become savepoints. Throws SanadError
 * `archive-moved` when the database is not at its place any more.
 */
export function transaction<T>(db: WriteDb, work: () => T): T {
  demandInPlace(db)
  try {
    return db.transaction(work).immediate()
  } catch (error) {
    for (const forget of forgetting) forget(db)
    throw error
  }
}

/**
 * Like `transaction`, but the commit reaches the disk before the call returns (`synchronous = FULL`): for what a person did by hand,
 * which no second import could bring back.
 */
export function durableTransaction<T>(db: WriteDb, work: () => T): T {
  db.pragma('synchronous = FULL')
  try {
    return transaction(db, work)
  } finally {
    db.pragma('synchronous = NORMAL')
  }
}

/** Writes the whole log back into the database, and empties it. */
export function checkpoint(db: WriteDb): void {
  db.pragma('wal_checkpoint(TRUNCATE)')
}

/** True for errors of the driver that carry an SQLite result code beginning with `code`, e.g. `SQLITE_FULL`. */
export function isSqliteError(error: unknown, code: string): boolean {
  return error instanceof Database.SqliteError && error.code.startsWith(code)
}
