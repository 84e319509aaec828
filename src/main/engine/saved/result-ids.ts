import { fromWhere } from '#engine/search/compile'
import { compileQuery } from '#engine/search/compile-query'
import type { ReadDb } from '#engine/store/connection'
import { rows } from '#engine/store/statement'
import type { DocumentId } from '#shared/model/ids'
import type { SearchData } from '#shared/model/search-data'

/** Ids taken in one step: a few milliseconds. */
const STEP = 5000

/** The ids of everything that a search finds, in order, in steps; documents that come or go between two steps may be among them or not. */
export function* resultIds(db: ReadDb, { query, filter, expansions }: SearchData): Generator<readonly DocumentId[]> {
  const compiled = compileQuery(db, { query, expansions }, filter)
  const id = compiled.match === null ? 'd.id' : 'fts.rowid'
  for (let after = 0; ; ) {
    const conditions = [...compiled.conditions, { sql: `${id} > ?`, params: [after] }]
    const { sql, params } = fromWhere({ ...compiled, conditions })
    const found = rows<{ id: DocumentId }>(db, `SELECT d.id ${sql} ORDER BY ${id} LIMIT ${STEP}`, params)
    yield found.map((row) => row.id)
    const last = found.at(-1)
    if (last === undefined || found.length < STEP) return
    after = last.id
  }
}
