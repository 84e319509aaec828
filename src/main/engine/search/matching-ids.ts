import { fromWhere } from '#engine/search/compile'
import { compileQuery } from '#engine/search/compile-query'
import type { AskedQuery } from '#engine/search/read-query'
import type { ReadDb } from '#engine/store/connection'
import { rows } from '#engine/store/statement'
import type { DocumentId } from '#shared/model/ids'
import type { SearchFilter } from '#shared/model/search'

const MAX_IDS = 100_000

/** Ids of the answer's documents, at most 100,000, in the order they were imported. */
export function listMatchingIds(db: ReadDb, asked: AskedQuery | string, filter: SearchFilter): DocumentId[] {
  const { sql, params } = fromWhere(compileQuery(db, asked, filter))
  return rows<{ id: DocumentId }>(db, `SELECT d.id ${sql} ORDER BY d.id LIMIT ${MAX_IDS}`, params).map((found) => found.id)
}
