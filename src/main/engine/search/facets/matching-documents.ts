import { type Compiled, fromWhere } from '#engine/search/compile'
import { knownIds } from '#engine/search/matches'
import type { ReadDb } from '#engine/store/connection'
import { value } from '#engine/store/statement'

/** Ids of the documents that match, of those between the ids `from` and `to`, both included. Cost: linear in the matches. */
export function matchingDocuments(db: ReadDb, compiled: Compiled, from: number, to: number): Uint32Array {
  const known = knownIds(db, compiled)
  if (known) return known.filter((id) => id >= from && id <= to)
  const isTextOnly = compiled.match !== null && compiled.conditions.length === 0
  const { sql, params } = isTextOnly ? { sql: 'FROM fts WHERE fts MATCH ?', params: [compiled.match] } : fromWhere(compiled)
  // The index seeks to a row id of its own; what is joined to it does not make it seek.
  const id = compiled.match === null ? 'd.id' : 'fts.rowid'
  const joins = / WHERE /.test(sql) ? 'AND' : 'WHERE'
  // One text of all ids: making a row of each for JavaScript costs several times as much.
  const ids = value<string>(db, `SELECT json_group_array(${id}) ${sql} ${joins} ${id} BETWEEN ? AND ?`, [...params, from, to])
  return Uint32Array.from(JSON.parse(ids ?? '[]') as number[])
}
