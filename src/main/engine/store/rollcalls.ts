/** Roll-calls as rows: the lists, what their last run found, and their counts. */

import type { ReadDb, WriteDb } from '#engine/store/connection'
import { packIds, unpackIds } from '#engine/store/id-set'
import { row, rows, run, value } from '#engine/store/statement'
import type { RollCallId } from '#shared/model/ids'
import type { ListLine, RollCall, RollCallMode, RollCallState, SpellingCount } from '#shared/model/rollcall'

export type NewRollCall = Readonly<{
  name: string
  source: string
  mode: RollCallMode
  contentKey: Uint8Array
  now: number
  lines: readonly (ListLine & Readonly<{ key: string; sameAs: number | null }>)[]
}>

const newestDocument = (db: ReadDb): number => value<number>(db, 'SELECT coalesce(max(id), 0) FROM document') ?? 0

/** Stores a list; its first run counts as begun. Cost: a row a line. */
export function insertRollCall(db: WriteDb, { name, source, mode, contentKey, now, lines }: NewRollCall): RollCallId {
  const malformed = lines.filter(({ problem }) => problem !== null).length
  const { id } = run(
    db,
    `INSERT INTO rollcall (name, source, mode, content_key, created_at, state, run, ran_at, last_document, lines, malformed)
     VALUES (?, ?, ?, ?, ?, 'running', 1, ?, ?, ?, ?)`,
    [name, source, mode, contentKey, now, now, newestDocument(db), lines.length, malformed]
  )
  for (const [position, { number, text, key, problem, sameAs }] of lines.entries()) {
    run(
      db,
      'INSERT INTO rollcall_line (rollcall_id, position, number, text, key, problem, same_as) VALUES (?, ?, ?, ?, ?, ?, ?)',
      [id, position, number, text, key, problem, sameAs]
    )
  }
  return id as RollCallId
}

/** The roll-call with just these lines and mode, newest first; undefined when there is none. */
export function findSameList(db: ReadDb, contentKey: Uint8Array): RollCallId | undefined {
  return value<RollCallId>(db, 'SELECT id FROM rollcall WHERE content_key = ? AND deleted_at IS NULL ORDER BY id DESC LIMIT 1', [
    contentKey
  ])
}

type Row = Readonly<{
  id: RollCallId
  name: string
  source: string
  mode: RollCallMode
  createdAt: number
  state: RollCallState
  runs: number
  ranAt: number
  endedAt: number | null
  lines: number
  malformed: number
  found: number
  missing: number
  fresh: number
  newDocuments: number
}>

const COLUMNS = `id, name, source, mode, created_at AS createdAt, state, run AS runs, ran_at AS ranAt, ended_at AS endedAt, lines, malformed,
  found, missing, fresh, (SELECT count(*) FROM document d WHERE d.id > r.last_document) AS newDocuments`

function toRollCall({ lines, malformed, found, missing, fresh, ...rest }: Row): RollCall {
  const waiting = lines - malformed - found - missing
  return { ...rest, counts: { lines, malformed, found, missing, fresh, waiting } }
}

/** Undefined when there is none, or it was deleted. */
export function findRollCall(db: ReadDb, id: RollCallId): RollCall | undefined {
  const found = row<Row>(db, `SELECT ${COLUMNS} FROM rollcall r WHERE id = ? AND deleted_at IS NULL`, [id])
  return found && toRollCall(found)
}

/** Newest first. */
export function listRollCalls(db: ReadDb): RollCall[] {
  return rows<Row>(db, `SELECT ${COLUMNS} FROM rollcall r WHERE deleted_at IS NULL ORDER BY id DESC`).map(toRollCall)
}

export function renameRollCall(db: WriteDb, id: RollCallId, name: string): void {
  run(db, 'UPDATE rollcall SET name = ? WHERE id = ?', [name, id])
}

/** Hides it; null takes that back. */
export function setRollCallDeleted(db: WriteDb, id: RollCallId, at: number | null): void {
  run(db, 'UPDATE rollcall SET deleted_at = ? WHERE id = ?', [at, id])
}

/** To be called when an archive is opened: a run that did not end was interrupted. */
export function settleRollCalls(db: WriteDb): void {
  for (const { id } of rows<{ id: RollCallId }>(db, "SELECT id FROM rollcall WHERE state = 'running'"))
    endRun(db, id, 'interrupted', null)
}

/** Begins another run: every line waits again, and keeps what was found for it until it is looked for. */
export function beginRun(db: WriteDb, id: RollCallId, now: number): void {
  run(db, "UPDATE rollcall SET state = 'running', run = run + 1, ran_at = ?, ended_at = NULL, last_document = ? WHERE id = ?", [
    now,
    newestDocument(db),
    id
  ])
  // What was new before is no longer new.
  run(db, 'UPDATE rollcall_result SET fresh = 0 WHERE rollcall_id = ? AND fresh > 0', [id])
  countLines(db, id)
}

/** Goes on with a run that was cut short. */
export function resumeRun(db: WriteDb, id: RollCallId): void {
  run(db, "UPDATE rollcall SET state = 'running', ended_at = NULL WHERE id = ?", [id])
}

export function endRun(db: WriteDb, id: RollCallId, state: RollCallState, now: number | null): void {
  run(db, 'UPDATE rollcall SET state = ?, ended_at = ? WHERE id = ?', [state, now, id])
  countLines(db, id)
}

/** Cost: reading the results' rows. */
function countLines(db: WriteDb, id: RollCallId): void {
  run(
    db,
    `UPDATE rollcall SET (found, missing, fresh) = (
       SELECT count(*) FILTER (WHERE r.documents > 0), count(*) FILTER (WHERE r.documents = 0), count(*) FILTER (WHERE r.fresh > 0)
       FROM rollcall_line l JOIN rollcall_result r ON r.rollcall_id = l.rollcall_id AND r.position = coalesce(l.same_as, l.position)
       WHERE l.rollcall_id = ? AND l.problem IS NULL
     ) WHERE id = ?`,
    [id, id]
  )
}

export type WaitingLine = Readonly<{ position: number; text: string }>

/** Lines that the run under way has not looked for yet, in order. */
export function listWaiting(db: ReadDb, id: RollCallId): WaitingLine[] {
  return rows<WaitingLine>(
    db,
    `SELECT l.position, l.text FROM rollcall_line l JOIN rollcall c ON c.id = l.rollcall_id
     LEFT JOIN rollcall_result r ON r.rollcall_id = l.rollcall_id AND r.position = l.position
     WHERE l.rollcall_id = ? AND l.problem IS NULL AND l.same_as IS NULL AND (r.run IS NULL OR r.run < c.run) ORDER BY l.position`,
    [id]
  )
}

/** Lines that the run under way has looked for. */
export function countDone(db: ReadDb, id: RollCallId): number {
  const sql = 'SELECT count(*) FROM rollcall_result r JOIN rollcall c ON c.id = r.rollcall_id WHERE c.id = ? AND r.run = c.run'
  return value<number>(db, sql, [id]) ?? 0
}

/** What one line found. `ids` ascending. */
export type LineResult = Readonly<{
  position: number
  ids: readonly number[]
  hits: number | null
  spellings: readonly SpellingCount[]
}>

/** A longer set is not kept: what is new is then what came into the archive since. */
const MOST_KEPT = 10_000

/** Puts a line's result in place of that of the run before, and tells how many of its documents that one did not have. */
export function saveResult(db: WriteDb, id: RollCallId, result: LineResult): number {
  const { position, ids, hits, spellings } = result
  const fresh = countFresh(db, id, position, ids)
  run(
    db,
    `INSERT INTO rollcall_result (rollcall_id, position, run, documents, fresh, hits, spellings, found)
     VALUES (?, ?, (SELECT run FROM rollcall WHERE id = ?), ?, ?, ?, ?, ?)
     ON CONFLICT (rollcall_id, position) DO UPDATE SET run = excluded.run, documents = excluded.documents, fresh = excluded.fresh,
       hits = excluded.hits, spellings = excluded.spellings, found = excluded.found`,
    [id, position, id, ids.length, fresh, hits, JSON.stringify(spellings), ids.length > MOST_KEPT ? null : packIds(ids)]
  )
  return fresh
}

function countFresh(db: WriteDb, id: RollCallId, position: number, ids: readonly number[]): number {
  const before = row<{ documents: number; found: Uint8Array | null }>(
    db,
    'SELECT documents, found FROM rollcall_result WHERE rollcall_id = ? AND position = ?',
    [id, position]
  )
  if (!before) return 0
  if (before.found === null) return Math.max(0, ids.length - before.documents)
  const known = new Set(unpackIds(before.found))
  return ids.reduce((sum, one) => sum + (known.has(one) ? 0 : 1), 0)
}
