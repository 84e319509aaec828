/** Copying rows from one database to another through the program: so nothing but rows comes along, and others get their turn in between. */
import type { ReadDb, WriteDb } from '#engine/store/connection'
import type { SqlValue } from '#engine/store/statement'

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`

const columnsOf = (db: ReadDb, table: string): string[] =>
  db.prepare<[string], string>('SELECT name FROM pragma_table_info(?) ORDER BY cid').pluck().all(table)

const ROWS_A_STEP = 200

/**
 * Copies all rows of a table, in those columns that both databases have; a step after every few hundred. The source's connection can do
 * nothing else meanwhile. Throws what SQLite throws where the source can not be read.
 */
export function* copyRows(source: ReadDb, target: WriteDb, table: string): Generator<void> {
  const columns = columnsOf(source, table).filter((name) => columnsOf(target, table).includes(name))
  if (columns.length === 0) return
  const list = columns.map(quoted).join(', ')
  const insert = target.prepare(`INSERT INTO ${quoted(table)} (${list}) VALUES (${columns.map(() => '?').join(', ')})`)
  // Subtle: by way of the table and not of an index, where a damaged database may hold less than all rows.
  const found = source
    .prepare<[], SqlValue[]>(`SELECT ${list} FROM ${quoted(table)} NOT INDEXED`)
    .raw()
    .iterate()
  let n = 0
  for (const values of found) {
    insert.run(...values)
    if (++n % ROWS_A_STEP === 0) yield
  }
}
