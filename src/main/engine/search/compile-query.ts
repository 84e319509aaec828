import { type Compiled, compile } from '#engine/search/compile'
import { formsIn } from '#engine/search/expand'
import type { ReadDb } from '#engine/store/connection'
import type { SearchFilter } from '#shared/model/search'
import { parseQuery } from '#shared/text/parse-query'

/** A finished query, as typed, ready to be asked. */
export const compileQuery = (db: ReadDb, query: string, filter: SearchFilter): Compiled =>
  compile(db, parseQuery(query), filter, formsIn(db))
