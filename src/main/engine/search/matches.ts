/** Which documents a query finds: listed once, for its count, its page and its facets. */
import type { Compiled } from '#engine/search/compile'
import { matchSource } from '#engine/search/match-source'
import { isUnion } from '#engine/search/ranked-phrases'
import { dataVersion, type ReadDb } from '#engine/store/connection'
import { type SqlValue, value } from '#engine/store/statement'

/** What a query finds. `ids` ascend; they are there where listing them costs hardly more than counting them. */
export type Matches = Readonly<{ total: number; ids: Uint32Array | undefined }>

/** Documents that are listed at most: 0.1 µs each, and four bytes of memory. */
const MOST_LISTED = 20_000
/** Documents with the words up to which the conditions are asked of each of them, at about 2 µs. */
const FEW_WITH_WORDS = 2_000
/** Documents that meet the conditions up to which they come first. */
const MOST_MEETING = 20_000
/** A look into the index costs as much as walking past this many of its documents. */
const WALKED_FOR_A_LOOK = 100

/** Kept of one state of the archive: answers, and ids of all of them together (8 MB). */
const MOST_KEPT = 200
const MOST_IDS = 2_000_000

type Memory = { state: number; answers: Map<string, Matches>; ids: number }
const memories = new WeakMap<ReadDb, Memory>()

function memoryOf(db: ReadDb): Memory {
  const state = dataVersion(db)
  const known = memories.get(db)
  if (known?.state === state && known.answers.size < MOST_KEPT && known.ids < MOST_IDS) return known
  const memory = { state, answers: new Map(), ids: 0 }
  memories.set(db, memory)
  return memory
}

const keys = new WeakMap<Compiled, string>()

function keyOf(compiled: Compiled): string {
  const known = keys.get(compiled)
  if (known !== undefined) return known
  const key = compiled.conditions.length === 0 ? (compiled.match ?? '') : JSON.stringify(compiled)
  keys.set(compiled, key)
  return key
}

/** Empties what is remembered of queries, so that they are measured as if they were asked for the first time. */
export const forgetMatches = (db: ReadDb): boolean => memories.delete(db)

/**
 * What `compiled` finds, exactly; from memory while nothing in the archive changes. Cost: one walk over the index. Where few documents meet
 * the conditions, only the places of the index where they are.
 */
export function matchesOf(db: ReadDb, compiled: Compiled): Matches {
  const memory = memoryOf(db)
  const key = keyOf(compiled)
  const known = memory.answers.get(key)
  if (known) return known
  const found = find(db, compiled)
  memory.answers.set(key, found)
  memory.ids += found.ids?.length ?? 0
  return found
}

/** The ids that `matchesOf` knows already, without looking for them. */
export const knownIds = (db: ReadDb, compiled: Compiled): Uint32Array | undefined =>
  memoryOf(db).answers.get(keyOf(compiled))?.ids

function find(db: ReadDb, compiled: Compiled): Matches {
  const ids = isCountedBest(compiled) ? undefined : (conditionsFirst(db, compiled) ?? listed(db, compiled))
  if (ids) return { total: ids.length, ids }
  const { sql, params } = matchSource(compiled)
  return { total: value<number>(db, `SELECT count(*) ${sql}`, params) ?? 0, ids: undefined }
}

/** Alternatives are ranked without knowing all that match, and conditions alone are counted by their index. */
const isCountedBest = ({ match, conditions }: Compiled): boolean => match === null || (conditions.length === 0 && isUnion(match))

function listed(db: ReadDb, compiled: Compiled): Uint32Array | undefined {
  const { id, sql, params } = matchSource(compiled)
  const ids = idsOf(db, `SELECT ${id} AS id ${sql} LIMIT ${MOST_LISTED + 1}`, params)
  // FTS5 gives them in order, but nothing says that what is joined to it keeps it.
  return ids.length > MOST_LISTED ? undefined : ids.sort()
}

/**
 * Begins with the documents that meet the conditions, when they are few beside those that hold the words; undefined otherwise. SQLite would ask
 * FTS5 first, whatever it finds. Documents with near ids are looked for together: files of one kind often lie in one folder.
 */
function conditionsFirst(db: ReadDb, { match, conditions }: Compiled): Uint32Array | undefined {
  if (match === null || conditions.length === 0) return undefined
  const many = 'SELECT count(*) FROM (SELECT 1 FROM fts WHERE fts MATCH ? LIMIT ?)'
  if ((value<number>(db, many, [match, FEW_WITH_WORDS]) ?? 0) < FEW_WITH_WORDS) return undefined
  const where = conditions.map((made) => made.sql).join(' AND ')
  const params = conditions.flatMap((made) => made.params)
  const meeting = idsOf(db, `SELECT d.id AS id FROM document d WHERE ${where} LIMIT ${MOST_MEETING + 1}`, params).sort()
  if (meeting.length > MOST_MEETING) return undefined
  // CROSS JOIN keeps SQLite to this order.
  const inRuns = idsOf(
    db,
    `SELECT fts.rowid AS id FROM json_each(?) run CROSS JOIN fts
     WHERE fts MATCH ? AND fts.rowid BETWEEN run.value ->> 0 AND run.value ->> 1`,
    [JSON.stringify(runsOf(meeting)), match]
  )
  return inRuns.filter((id) => holds(meeting, id))
}

/** First and last of ids that lie close together. */
function runsOf(ids: Uint32Array): [number, number][] {
  const runs: [number, number][] = []
  let run: [number, number] | undefined
  for (const id of ids) {
    if (run && id - run[1] <= WALKED_FOR_A_LOOK) run[1] = id
    else {
      run = [id, id]
      runs.push(run)
    }
  }
  return runs
}

/** True when `id` is among `ids`, which ascend. Cost: a binary search. */
export function holds(ids: Uint32Array, id: number): boolean {
  let low = 0
  let high = ids.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((ids[middle] ?? 0) < id) low = middle + 1
    else high = middle
  }
  return ids[low] === id
}

/** One text of all ids: making a row of each for JavaScript costs more. */
function idsOf(db: ReadDb, sql: string, params: readonly SqlValue[]): Uint32Array {
  const ids = value<string>(db, `SELECT json_group_array(id) FROM (${sql})`, params)
  return Uint32Array.from(JSON.parse(ids ?? '[]') as number[])
}
