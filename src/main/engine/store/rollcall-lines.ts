import type { ReadDb } from '#engine/store/connection'
import { row, rows, type SqlValue } from '#engine/store/statement'
import type { RollCallId } from '#shared/model/ids'
import type { RollCallLine, RollCallSort, RollCallTab, SpellingCount } from '#shared/model/rollcall'
import { indexText } from '#shared/text/index-text'

/** A line with its result; a line that repeats another has that one's. */
export type StoredLine = Omit<RollCallLine, 'query'>

export type LineQuery = Readonly<{
  tab: RollCallTab
  /** Only lines with new documents. */
  freshOnly: boolean
  /** Words that the line must have, spelled anyhow. */
  text: string
  sort: RollCallSort
  offset: number
  limit: number
}>

const FROM = `FROM rollcall_line l
  LEFT JOIN rollcall_line o ON o.rollcall_id = l.rollcall_id AND o.position = l.same_as
  LEFT JOIN rollcall_result r ON r.rollcall_id = l.rollcall_id AND r.position = coalesce(l.same_as, l.position)`
const COLUMNS = `l.position, l.number, l.text, l.problem, o.number AS repeats, r.documents, coalesce(r.fresh, 0) AS fresh, r.hits,
  coalesce(r.spellings, '[]') AS spellings`

const TABS: Readonly<Record<RollCallTab, string>> = {
  all: '1',
  found: 'l.problem IS NULL AND r.documents > 0',
  missing: 'l.problem IS NULL AND r.documents = 0',
  malformed: 'l.problem IS NOT NULL'
}

const ORDER: Readonly<Record<RollCallSort, string>> = {
  number: 'l.position',
  text: 'l.key, l.position',
  documents: 'r.documents DESC NULLS LAST, l.position',
  fresh: 'coalesce(r.fresh, 0) DESC, l.position'
}

type Row = Omit<StoredLine, 'spellings'> & Readonly<{ spellings: string }>

const toLine = (found: Row): StoredLine => ({ ...found, spellings: JSON.parse(found.spellings) as SpellingCount[] })

/** A page of a roll-call's lines, and how many there are in all that fit. Cost: reading the list's rows once. */
export function listLines(db: ReadDb, id: RollCallId, query: LineQuery): Readonly<{ total: number; lines: StoredLine[] }> {
  const conditions = ['l.rollcall_id = ?', TABS[query.tab]]
  const params: SqlValue[] = [id]
  if (query.freshOnly) conditions.push('r.fresh > 0')
  for (const term of indexText(query.text).split(' ').filter(Boolean)) {
    conditions.push('instr(l.key, ?) > 0')
    params.push(term)
  }
  const where = `WHERE ${conditions.join(' AND ')}`
  const total = row<{ total: number }>(db, `SELECT count(*) AS total ${FROM} ${where}`, params)?.total ?? 0
  const found = rows<Row>(db, `SELECT ${COLUMNS} ${FROM} ${where} ORDER BY ${ORDER[query.sort]} LIMIT ? OFFSET ?`, [
    ...params,
    query.limit,
    query.offset
  ])
  return { total, lines: found.map(toLine) }
}

/** One line; undefined when there is none at this position. */
export function findLine(db: ReadDb, id: RollCallId, position: number): StoredLine | undefined {
  const found = row<Row>(db, `SELECT ${COLUMNS} ${FROM} WHERE l.rollcall_id = ? AND l.position = ?`, [id, position])
  return found && toLine(found)
}
