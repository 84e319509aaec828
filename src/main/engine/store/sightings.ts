import type { ReadDb, WriteDb } from '#engine/store/connection'
import { row, rows, run } from '#engine/store/statement'
import type { Sighting } from '#shared/model/document'
import type { DocumentId, FolderId, ImportId } from '#shared/model/ids'

/** Whether the document was seen at this path before, and by which import first. */
export function findSighting(
  db: ReadDb,
  documentId: DocumentId,
  path: string
): Readonly<{ importId: ImportId; isFirst: boolean }> | undefined {
  const found = row<{ importId: ImportId; isFirst: number }>(
    db,
    `SELECT import_id AS importId, id = (SELECT min(id) FROM sighting WHERE document_id = s.document_id) AS isFirst
     FROM sighting s WHERE document_id = ? AND path = ?`,
    [documentId, path]
  )
  return found && { importId: found.importId, isFirst: found.isFirst === 1 }
}

export type NewSighting = Readonly<{
  documentId: DocumentId
  folderId: FolderId
  importId: ImportId
  path: string
  modifiedAt: number
  seenAt: number
}>

export function insertSighting(db: WriteDb, s: NewSighting): void {
  run(
    db,
    `INSERT INTO sighting (document_id, folder_id, import_id, path, modified_at, seen_at) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (document_id, path) DO NOTHING`,
    [s.documentId, s.folderId, s.importId, s.path, s.modifiedAt, s.seenAt]
  )
}

/** Oldest first. */
export function listSightings(db: ReadDb, documentId: DocumentId): Sighting[] {
  return rows<Sighting>(
    db,
    `SELECT path, folder_id AS folderId, import_id AS importId, modified_at AS modifiedAt, seen_at AS seenAt
     FROM sighting WHERE document_id = ? ORDER BY id`,
    [documentId]
  )
}
