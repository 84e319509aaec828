import { type Compiled, compile } from '#engine/search/compile'
import { type AskedQuery, readQuery } from '#engine/search/read-query'
import type { ReadDb } from '#engine/store/connection'
import type { SearchFilter } from '#shared/model/search'

/** A query ready to be asked. Never fails for what was typed. */
export const compileQuery = (db: ReadDb, asked: AskedQuery | string, filter: SearchFilter): Compiled =>
  compile(db, readQuery(db, typeof asked === 'string' ? { query: asked } : asked), filter)
