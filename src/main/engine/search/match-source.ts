import { type Compiled, fromWhere } from '#engine/search/compile'
import type { SqlValue } from '#engine/store/statement'

/** Where the matches of a query come from, as SQL that conditions may be added to with AND. */
export type MatchSource = Readonly<{ id: string; sql: string; params: readonly SqlValue[] }>

/** The matches of a query, under `id`, to be ranked by FTS5. Without conditions no document's row is touched: half of the cost. */
export function matchSource(compiled: Compiled): MatchSource {
  if (compiled.match !== null && compiled.conditions.length === 0)
    return { id: 'fts.rowid', sql: 'FROM fts WHERE fts MATCH ?', params: [compiled.match] }
  return { id: 'd.id', ...fromWhere(compiled) }
}
