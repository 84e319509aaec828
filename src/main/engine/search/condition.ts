import { remembered } from '#engine/search/remembered'
import type { ReadDb } from '#engine/store/connection'
import { rows, type SqlValue } from '#engine/store/statement'

/** A condition on `document d`; values are bound. */
export type Condition = Readonly<{ sql: string; params: readonly SqlValue[] }>

export const NEVER: Condition = { sql: '0', params: [] }

/** All, or one, of the parts; true when there are none. */
export const join = (parts: readonly Condition[], by: 'AND' | 'OR'): Condition => ({
  sql: parts.length === 0 ? '1' : `(${parts.map((part) => part.sql).join(` ${by} `)})`,
  params: parts.flatMap((part) => part.params)
})

export const oneOf = (column: string, values: readonly SqlValue[]): Condition =>
  values.length === 0 ? NEVER : { sql: `${column} IN (${values.map(() => '?').join(', ')})`, params: values }

/**
 * The documents that a slow statement lists, which runs once while nothing in the archive changes: a query is asked for its count, its
 * page, its facets and its ids. `sql` selects ids, and its parameters are text.
 */
export function listedOnce(db: ReadDb, sql: string, params: readonly string[]): Condition {
  const ids = remembered(db, JSON.stringify([sql, ...params]), () =>
    JSON.stringify(rows<{ id: number }>(db, sql, params).map(({ id }) => id))
  )
  return { sql: 'd.id IN (SELECT value FROM json_each(?))', params: [ids] }
}
