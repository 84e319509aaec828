/** Prepared statements, kept per connection. SQL comes from this program only; values are always bound. */
import type { ReadDb, WriteDb } from '#engine/store/connection'

export type SqlValue = string | number | bigint | Uint8Array | null
type Params = readonly SqlValue[]
type Prepared = Readonly<{
  all: (params: Params) => unknown[]
  get: (params: Params) => unknown
  run: (params: Params) => Readonly<{ changes: number; lastInsertRowid: number | bigint }>
}>

/** Statements of composed searches differ from one another without end; past this many, the oldest is prepared anew. */
const KEPT = 400
const kept = new WeakMap<ReadDb, Map<string, Prepared>>()

function prepared(db: ReadDb, sql: string): Prepared {
  let statements = kept.get(db)
  if (!statements) {
    statements = new Map()
    kept.set(db, statements)
  }
  let statement = statements.get(sql)
  if (!statement) {
    if (statements.size >= KEPT) {
      const oldest = statements.keys().next().value
      if (oldest !== undefined) statements.delete(oldest)
    }
    statement = db.prepare(sql)
    statements.set(sql, statement)
  }
  return statement
}

/** All rows. `Row` states what the SQL selects: the one place where a shape is taken on trust. */
export function rows<Row>(db: ReadDb, sql: string, params: Params = []): Row[] {
  return prepared(db, sql).all(params) as Row[]
}

/** The first row, or undefined. */
export function row<Row>(db: ReadDb, sql: string, params: Params = []): Row | undefined {
  return prepared(db, sql).get(params) as Row | undefined
}

/** The first column of the first row, or undefined. */
export function value<Value extends SqlValue>(db: ReadDb, sql: string, params: Params = []): Value | undefined {
  const found = prepared(db, sql).get(params) as Record<string, Value> | undefined
  return found === undefined ? undefined : Object.values(found)[0]
}

/** The number of rows changed and the row id of the last insert. */
export function run(db: WriteDb, sql: string, params: Params = []): Readonly<{ changes: number; id: number }> {
  const result = prepared(db, sql).run(params)
  return { changes: result.changes, id: Number(result.lastInsertRowid) }
}
