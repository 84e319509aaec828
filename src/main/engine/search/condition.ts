import type { SqlValue } from '#engine/store/statement'

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
