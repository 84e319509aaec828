/** The rows of the custody log, and the head of the log as the archive's facts keep it beside them. */
import { findFact, setFact } from '#engine/store/archive-facts'
import type { ReadDb, WriteDb } from '#engine/store/connection'
import { row, rows, run, type SqlValue, value } from '#engine/store/statement'
import type { CustodyHead } from '#shared/model/custody'
import type { DocumentId, ImportId } from '#shared/model/ids'

/** An entry as it is stored; `details` is canonical JSON. */
export type CustodyRow = Readonly<{
  seq: number
  at: string
  program: string
  kind: string
  details: string
  previous: string
  hash: string
}>

const HEAD = 'custody_head'
const COLUMNS = 'seq, at, program, kind, details, previous, hash'

export function insertEvent(db: WriteDb, { seq, at, program, kind, details, previous, hash }: CustodyRow): void {
  run(db, `INSERT INTO custody_event (${COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?)`, [
    seq,
    at,
    program,
    kind,
    details,
    previous,
    hash
  ])
  setFact(db, HEAD, `${seq} ${hash}`)
}

/** The newest entry that is in the table. */
export function findLastEvent(db: ReadDb): CustodyRow | undefined {
  return row<CustodyRow>(db, `SELECT ${COLUMNS} FROM custody_event ORDER BY seq DESC LIMIT 1`)
}

/** How far the log had got, as noted beside it when the newest entry was written; undefined before the first, or when the note is gone. */
export function findNotedHead(db: ReadDb): CustodyHead | undefined {
  const [seq = '', hash = ''] = findFact(db, HEAD)?.split(' ') ?? []
  return /^[1-9]\d{0,15}$/.test(seq) && /^[0-9a-f]{64}$/.test(hash) ? { seq: Number(seq), hash } : undefined
}

/** At most `limit` entries after `seq`, in order. */
export function listEventsAfter(db: ReadDb, seq: number, limit: number): CustodyRow[] {
  return rows<CustodyRow>(db, `SELECT ${COLUMNS} FROM custody_event WHERE seq > ? ORDER BY seq LIMIT ?`, [seq, limit])
}

/** What the first entry of an older archive's log says of it. */
export function countForLog(db: ReadDb) {
  const counts = row<Record<'originals' | 'bytes' | 'documents' | 'imports' | 'corrections' | 'tags' | 'cards', number>>(
    db,
    `SELECT count(*) AS originals, coalesce(sum(size_bytes), 0) AS bytes, (SELECT count(*) FROM document) AS documents,
       (SELECT count(*) FROM import) AS imports, (SELECT count(*) FROM correction) AS corrections, (SELECT count(*) FROM tag) AS tags,
       (SELECT count(*) FROM name) AS cards FROM original`
  )
  if (!counts) throw new Error('counting rows answered with no row')
  return counts
}

export type StoredOriginal = Readonly<{ sha256: string; sizeBytes: number }>

const ORIGINALS_AT_ONCE = 1000

/** All originals up to row `newest`, in the order of their SHA-256, in hex. Other statements may run in between. */
export function* eachOriginal(db: ReadDb, newest = newestOriginal(db)): Generator<StoredOriginal> {
  let after: Uint8Array = new Uint8Array(0)
  for (;;) {
    const some = rows<{ sha256: Buffer; sizeBytes: number }>(
      db,
      'SELECT sha256, size_bytes AS sizeBytes FROM original WHERE sha256 > ? AND id <= ? ORDER BY sha256 LIMIT ?',
      [after, newest, ORIGINALS_AT_ONCE]
    )
    for (const { sha256, sizeBytes } of some) yield { sha256: sha256.toString('hex'), sizeBytes }
    const last = some.at(-1)
    if (!last) return
    after = last.sha256
  }
}

export function newestOriginal(db: ReadDb): number {
  return value<number>(db, 'SELECT coalesce(max(id), 0) FROM original') ?? 0
}

/** Originals whose row came after row `id`, in the order they came. */
export function listOriginalsAfter(db: ReadDb, id: number): Readonly<{ id: number; sha256: Uint8Array }>[] {
  return rows<{ id: number; sha256: Uint8Array }>(db, 'SELECT id, sha256 FROM original WHERE id > ? ORDER BY id', [id])
}

/** SHA-256, in hex, of what the entries `originals-added` of an import list, in order. */
export function* listAddedBy(db: ReadDb, importId: ImportId): Generator<string> {
  const isStart = "kind = 'import-started' AND json_extract(details, '$.import') = ?"
  let seq = value<number>(db, `SELECT seq FROM custody_event WHERE ${isStart} ORDER BY seq LIMIT 1`, [importId]) ?? 0
  for (;;) {
    const some = rows<{ seq: number; list: string }>(
      db,
      `SELECT seq, details ->> '$.sha256' AS list FROM custody_event
       WHERE seq > ? AND kind = 'originals-added' AND json_extract(details, '$.import') = ? ORDER BY seq LIMIT 50`,
      [seq, importId]
    )
    for (const { list } of some) yield* JSON.parse(list) as string[]
    const last = some.at(-1)
    if (!last) return
    seq = last.seq
  }
}

export type EventFilter = Readonly<{
  kinds?: readonly string[] | undefined
  /** Entries that name these bytes (hex), and with `orFirst` the first entry. */
  sha256?: string | undefined
  orFirst?: boolean
}>

function conditionOf({ kinds, sha256, orFirst = false }: EventFilter): { where: string; params: SqlValue[] } {
  const [conditions, params]: [string[], SqlValue[]] = [[], []]
  if (kinds) {
    conditions.push('kind IN (SELECT value FROM json_each(?))')
    params.push(JSON.stringify(kinds))
  }
  if (sha256 !== undefined) {
    conditions.push(`(instr(details, ?) > 0${orFirst ? ' OR seq = 1' : ''})`)
    params.push(`"${sha256}"`)
  }
  return { where: conditions.length === 0 ? '1' : conditions.join(' AND '), params }
}

/** Newest first. Cost: with `sha256`, one reading of the log. */
export function listEvents(db: ReadDb, filter: EventFilter, offset: number, limit: number): CustodyRow[] {
  const { where, params } = conditionOf(filter)
  return rows<CustodyRow>(db, `SELECT ${COLUMNS} FROM custody_event WHERE ${where} ORDER BY seq DESC LIMIT ? OFFSET ?`, [
    ...params,
    limit,
    offset
  ])
}

export function countEvents(db: ReadDb, filter: EventFilter = {}): number {
  const { where, params } = conditionOf(filter)
  return value<number>(db, `SELECT count(*) FROM custody_event WHERE ${where}`, params) ?? 0
}

export function findEvent(db: ReadDb, seq: number): CustodyRow | undefined {
  return row<CustodyRow>(db, `SELECT ${COLUMNS} FROM custody_event WHERE seq = ?`, [seq])
}

/**
 * Entries after `after` that say that the archive went back, to a snapshot or to a new database from its originals, by where the log had got to
 * before; null where that is not known.
 */
export function listGoingsBack(db: ReadDb, after: number): (CustodyHead | null)[] {
  return rows<{ seq: number | null; hash: string | null }>(
    db,
    `SELECT details ->> '$.lost.seq' AS seq, details ->> '$.lost.hash' AS hash FROM custody_event
     WHERE seq > ? AND (kind = 'restored' OR (kind = 'repaired' AND details ->> '$.what' = 'database')) ORDER BY seq`,
    [after]
  ).map(({ seq, hash }) => (seq === null || hash === null ? null : { seq, hash }))
}

/** The documents with these bytes (hex), in no order. */
export function listDocumentsOf(
  db: ReadDb,
  sha256: readonly string[]
): Readonly<{ sha256: string; id: DocumentId; title: string }>[] {
  return rows<{ sha256: string; id: DocumentId; title: string }>(
    db,
    `SELECT lower(hex(o.sha256)) AS sha256, d.id, d.title FROM original o JOIN document d ON d.original_id = o.id
     WHERE o.sha256 IN (SELECT unhex(value) FROM json_each(?))`,
    [JSON.stringify(sha256)]
  )
}

/** The original of a document. */
export function findOriginalOfDocument(db: ReadDb, id: DocumentId): Readonly<{ id: number; sha256: string }> | undefined {
  return row<{ id: number; sha256: string }>(
    db,
    'SELECT o.id, lower(hex(o.sha256)) AS sha256 FROM document d JOIN original o ON o.id = d.original_id WHERE d.id = ?',
    [id]
  )
}
