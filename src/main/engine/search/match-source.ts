import { type Compiled, fromWhere } from '#engine/search/compile'
import type { ReadDb } from '#engine/store/connection'
import { rows, type SqlValue, value } from '#engine/store/statement'

/** Where the matches of a query come from, as SQL that conditions may be added to with AND. */
export type MatchSource = Readonly<{ id: string; sql: string; params: readonly SqlValue[] }>

/** Documents with the words from which on it pays to look whether few documents meet the conditions. */
const MANY_WITH_WORDS = 10_000
/** Documents that meet the conditions and are then looked up in the index one by one, at about 10 µs each. */
const FEW_MEET = 600

/** The matches of a query, under `id`, to be ranked by FTS5. Without conditions no document's row is touched: half of the cost. */
export function matchSource(compiled: Compiled): MatchSource {
  if (compiled.match !== null && compiled.conditions.length === 0)
    return { id: 'fts.rowid', sql: 'FROM fts WHERE fts MATCH ?', params: [compiled.match] }
  return { id: 'd.id', ...fromWhere(compiled) }
}

const known = new WeakMap<Compiled, MatchSource>()

/**
 * The matches of a query, under `id`, to be counted or listed but not ranked: begins with the documents that meet the conditions when they
 * are few and the words are in many. FTS5 would be asked first otherwise, whatever it finds.
 */
export function cheapestSource(db: ReadDb, compiled: Compiled): MatchSource {
  const remembered = known.get(compiled)
  if (remembered) return remembered
  const source = conditionsFirst(db, compiled) ?? matchSource(compiled)
  known.set(compiled, source)
  return source
}

function conditionsFirst(db: ReadDb, { match, conditions }: Compiled): MatchSource | undefined {
  if (match === null || conditions.length === 0) return undefined
  const many = 'SELECT count(*) FROM (SELECT 1 FROM fts WHERE fts MATCH ? LIMIT ?)'
  if ((value<number>(db, many, [match, MANY_WITH_WORDS]) ?? 0) < MANY_WITH_WORDS) return undefined
  const where = conditions.map((made) => made.sql).join(' AND ')
  const params = conditions.flatMap((made) => made.params)
  const met = value<number>(db, `SELECT count(*) FROM (SELECT 1 FROM document d WHERE ${where} LIMIT ?)`, [...params, FEW_MEET])
  if ((met ?? 0) >= FEW_MEET) return undefined
  // CROSS JOIN keeps SQLite to this order. What is found is so few that it is looked up once, for count and page.
  const found = rows<{ id: number }>(
    db,
    `SELECT d.id FROM document d CROSS JOIN fts ON fts.rowid = d.id WHERE ${where} AND fts MATCH ?`,
    [...params, match]
  )
  const ids = JSON.stringify(found.map(({ id }) => id))
  return { id: 'd.id', sql: 'FROM document d WHERE d.id IN (SELECT value FROM json_each(?))', params: [ids] }
}
