import { fromWhere } from '#engine/search/compile'
import { compileQuery } from '#engine/search/compile-query'
import type { AskedQuery } from '#engine/search/read-query'
import type { ReadDb } from '#engine/store/connection'
import { rows } from '#engine/store/statement'
import type { SearchFacets, SearchFilter } from '#shared/model/search'

/** The answer's documents by language and by media type, most frequent first. */
export function countFacets(db: ReadDb, asked: AskedQuery | string, filter: SearchFilter): SearchFacets {
  const { sql, params } = fromWhere(compileQuery(db, asked, filter))
  return {
    languages: rows(
      db,
      `SELECT d.language, count(*) AS documents ${sql} GROUP BY d.language ORDER BY documents DESC, d.language`,
      params
    ),
    mediaTypes: rows(
      db,
      `SELECT d.media_type AS mediaType, count(*) AS documents ${sql} GROUP BY d.media_type ORDER BY documents DESC, d.media_type`,
      params
    )
  }
}
