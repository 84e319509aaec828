/** Which document lies in which. */
import type { ReadDb, WriteDb } from '#engine/store/connection'
import { row, rows, run, value } from '#engine/store/statement'
import type { DocumentStatus, DocumentSummary } from '#shared/model/document'
import type { Holder, Relation } from '#shared/model/family'
import type { DocumentId, ImportId } from '#shared/model/ids'

export type NewEmbedding = Readonly<{
  containerId: DocumentId
  /** Order inside the container, from 0. */
  ordinal: number
  documentId: DocumentId
  relation: Relation
  path: string
  /** JSON of `Declared`, or null. */
  declared: string | null
}>

/** Takes the place of what lay there before under the same number. */
export function recordEmbedding(db: WriteDb, made: NewEmbedding): void {
  run(
    db,
    `INSERT INTO embedding (container_id, ordinal, document_id, relation, path, declared) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (container_id, ordinal) DO UPDATE SET
       document_id = excluded.document_id, relation = excluded.relation, path = excluded.path, declared = excluded.declared`,
    [made.containerId, made.ordinal, made.documentId, made.relation, made.path, made.declared]
  )
}

/** What lay in a container under `ordinal` is not there any more. */
export function removeEmbedding(db: WriteDb, containerId: DocumentId, ordinal: number): void {
  run(db, 'DELETE FROM embedding WHERE container_id = ? AND ordinal = ?', [containerId, ordinal])
}

/** A container that was read again holds no more than `count` members. */
export function trimEmbeddings(db: WriteDb, containerId: DocumentId, count: number): void {
  run(db, 'DELETE FROM embedding WHERE container_id = ? AND ordinal >= ?', [containerId, count])
}

export type MemberRow = Readonly<{ id: DocumentId; relation: Relation; path: string }>

/** What a document holds, in its order there, at most `limit`. */
export function listMembers(db: ReadDb, containerId: DocumentId, limit: number): MemberRow[] {
  return rows<MemberRow>(
    db,
    'SELECT document_id AS id, relation, path FROM embedding WHERE container_id = ? ORDER BY ordinal LIMIT ?',
    [containerId, limit]
  )
}

/**
 * Documents that an import first met below `path`, inside a container on any level: what that import counted there.
 * Cost: linear in what the container holds.
 */
export function listFirstMetInside(db: ReadDb, containerId: DocumentId, path: string, importId: ImportId): DocumentStatus[] {
  return rows<{ status: DocumentStatus }>(
    db,
    `WITH RECURSIVE inside (id) AS (
       SELECT document_id FROM embedding WHERE container_id = ?
       UNION SELECT e.document_id FROM embedding e JOIN inside ON e.container_id = inside.id
     )
     SELECT d.status FROM inside JOIN document d ON d.id = inside.id
     JOIN sighting s ON s.id = (SELECT min(id) FROM sighting WHERE document_id = d.id)
     WHERE d.import_id = ? AND substr(s.path, 1, ?) = ?`,
    [containerId, importId, path.length + 1, `${path}/`]
  ).map((found) => found.status)
}

export function countMembers(db: ReadDb, containerId: DocumentId): number {
  return value<number>(db, 'SELECT count(*) FROM embedding WHERE container_id = ?', [containerId]) ?? 0
}

/** The file that holds a document, the first when several do; null for one that was only seen on disk. */
export function findHolder(db: ReadDb, id: DocumentId): DocumentSummary['holder'] {
  return (
    row<{ id: DocumentId; title: string; relation: Relation }>(
      db,
      `SELECT d.id, d.title, e.relation FROM embedding e JOIN document d ON d.id = e.container_id
       WHERE e.document_id = ? ORDER BY e.container_id, e.ordinal LIMIT 1`,
      [id]
    ) ?? null
  )
}

/** What `findHolder` says of many documents at once; those that lie in nothing are left out. */
export function listFirstHolders(
  db: ReadDb,
  ids: readonly DocumentId[]
): Map<DocumentId, NonNullable<DocumentSummary['holder']>> {
  if (ids.length === 0) return new Map()
  const found = rows<NonNullable<DocumentSummary['holder']> & { documentId: DocumentId }>(
    db,
    `SELECT e.document_id AS documentId, d.id, d.title, e.relation FROM embedding e JOIN document d ON d.id = e.container_id
     WHERE e.document_id IN (SELECT value FROM json_each(?)) ORDER BY e.container_id DESC, e.ordinal DESC`,
    [JSON.stringify(ids)]
  )
  // The first one comes last, and stays.
  return new Map(found.map(({ documentId, ...holder }) => [documentId, holder]))
}

/** All files that hold a document directly. */
export function listHolders(db: ReadDb, id: DocumentId): Holder[] {
  return rows<Holder>(
    db,
    `SELECT d.id, d.title, d.file_name AS fileName, d.media_type AS mediaType, e.relation, e.path
     FROM embedding e JOIN document d ON d.id = e.container_id WHERE e.document_id = ? ORDER BY e.container_id, e.ordinal`,
    [id]
  )
}
