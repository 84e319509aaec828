import type { ReadDb, WriteDb } from '#engine/store/connection'
import { row, rows, run, value } from '#engine/store/statement'
import type { ErrorCode } from '#shared/errors'
import type { Problem, ProblemCode } from '#shared/model/document'
import type { DocumentId, ImportId } from '#shared/model/ids'
import type { ImportCounts, ImportRecord, ImportState } from '#shared/model/importing'

type ImportRow = Readonly<{
  id: ImportId
  name: string
  sources: string
  state: ImportState
  startedAt: number
  endedAt: number | null
  failure: ErrorCode | null
  seconds: number
}> &
  ImportCounts

const SELECT = `SELECT id, name, sources, state, files, documents, copies, without_text AS withoutText, failed, unchanged, parts, inside,
  inside_failed AS insideFailed, scans, bytes, started_at AS startedAt, ended_at AS endedAt, failure, seconds FROM import`

export type StoredImport = ImportRecord & Readonly<{ seconds: number }>

function toRecord(found: ImportRow): StoredImport {
  const { id, name, sources, state, startedAt, endedAt, failure, seconds, ...counts } = found
  return { id, name, sources: JSON.parse(sources) as string[], state, counts, startedAt, endedAt, failure, seconds }
}

export function insertImport(db: WriteDb, name: string, sources: readonly string[], now: number): ImportId {
  return run(db, "INSERT INTO import (name, sources, state, started_at) VALUES (?, ?, 'running', ?)", [
    name,
    JSON.stringify(sources),
    now
  ]).id as ImportId
}

export function findImport(db: ReadDb, id: ImportId): StoredImport | undefined {
  const found = row<ImportRow>(db, `${SELECT} WHERE id = ?`, [id])
  return found && toRecord(found)
}

/** Newest first. */
export function listImports(db: ReadDb): StoredImport[] {
  return rows<ImportRow>(db, `${SELECT} ORDER BY id DESC`).map(toRecord)
}

/** The newest import that something cut short, when nothing was imported after it. */
export function findInterrupted(db: ReadDb): StoredImport | undefined {
  const found = row<ImportRow>(db, `${SELECT} WHERE id = (SELECT max(id) FROM import) AND state = 'interrupted'`)
  return found && toRecord(found)
}

/** What a crash left running is interrupted: it can be taken up again. The imports that were so. */
export function markInterruptedImports(db: WriteDb): StoredImport[] {
  const left = rows<ImportRow>(db, `${SELECT} WHERE state IN ('walking', 'running', 'paused') ORDER BY id`)
  for (const { id } of left) run(db, "UPDATE import SET state = 'interrupted' WHERE id = ?", [id])
  return left.map((found) => toRecord({ ...found, state: 'interrupted' }))
}

export function saveImport(
  db: WriteDb,
  id: ImportId,
  state: ImportState,
  counts: ImportCounts,
  endedAt: number | null,
  seconds: number,
  failure: ErrorCode | null
): void {
  run(
    db,
    `UPDATE import SET state = ?, files = ?, documents = ?, copies = ?, without_text = ?, failed = ?, unchanged = ?, parts = ?,
       inside = ?, inside_failed = ?, scans = ?, bytes = ?,
       ended_at = ?, seconds = ?, failure = ? WHERE id = ?`,
    [
      state,
      counts.files,
      counts.documents,
      counts.copies,
      counts.withoutText,
      counts.failed,
      counts.unchanged,
      counts.parts,
      counts.inside,
      counts.insideFailed,
      counts.scans,
      counts.bytes,
      endedAt,
      seconds,
      failure,
      id
    ]
  )
}

export type ImportProblem = Readonly<{
  importId: ImportId
  path: string
  code: ProblemCode
  message: string
  documentId: DocumentId | null
}>

export function recordProblem(db: WriteDb, problem: ImportProblem): void {
  run(
    db,
    `INSERT INTO import_problem (import_id, path, code, message, document_id) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (import_id, path) DO UPDATE SET code = excluded.code, message = excluded.message, document_id = excluded.document_id`,
    [problem.importId, problem.path, problem.code, problem.message, problem.documentId]
  )
}

/** Rows of an import about what lies inside the file at `path` and never became a document. Cost: linear in the import's rows. */
export function countRefusedInside(db: ReadDb, importId: ImportId, path: string): number {
  return (
    value<number>(
      db,
      'SELECT count(*) FROM import_problem WHERE import_id = ? AND document_id IS NULL AND substr(path, 1, ?) = ?',
      [importId, path.length + 1, `${path}/`]
    ) ?? 0
  )
}

/**
 * The file at this path has been read after all: earlier rows about it stop asking for attention.
 *
 * Subtle: asked first, because an UPDATE of several rows opens a savepoint, and with each savepoint the full-text index writes out the
 * terms it holds for the commit. Done for each document, that makes a segment of each, which must all be merged again.
 */
export function settleProblems(db: WriteDb, path: string, documentId: DocumentId): void {
  if (row(db, 'SELECT 1 FROM import_problem WHERE path = ? AND document_id IS NULL', [path]) === undefined) return
  run(db, 'UPDATE import_problem SET document_id = ? WHERE path = ? AND document_id IS NULL', [documentId, path])
}

export function listImportProblems(db: ReadDb, id: ImportId, limit: number): { total: number; problems: Problem[] } {
  return {
    total: value<number>(db, 'SELECT count(*) FROM import_problem WHERE import_id = ?', [id]) ?? 0,
    problems: rows<Problem>(
      db,
      'SELECT path, code, message, document_id AS documentId FROM import_problem WHERE import_id = ? ORDER BY path LIMIT ?',
      [id, limit]
    )
  }
}

// Documents that need attention, and paths that never became a document (their newest row only).
const ATTENTION = `
  SELECT (SELECT path FROM sighting WHERE document_id = d.id ORDER BY id LIMIT 1) AS path,
    d.problem_code AS code, d.problem_message AS message, d.id AS documentId
  FROM document d WHERE d.problem_code IS NOT NULL
  UNION ALL
  SELECT path, code, message, NULL FROM import_problem
  WHERE id IN (SELECT max(id) FROM import_problem WHERE document_id IS NULL GROUP BY path)`

export function listAttention(db: ReadDb, offset: number, limit: number): { total: number; problems: Problem[] } {
  return {
    total: countAttention(db),
    problems: rows<Problem>(db, `SELECT * FROM (${ATTENTION}) ORDER BY code, path LIMIT ? OFFSET ?`, [limit, offset])
  }
}

export function countAttention(db: ReadDb): number {
  return value<number>(db, `SELECT count(*) FROM (${ATTENTION})`) ?? 0
}
