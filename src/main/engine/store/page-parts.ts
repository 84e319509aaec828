import type { ReadDb, WriteDb } from '#engine/store/connection'
import { row, rows, run } from '#engine/store/statement'
import type { DocumentId, ImportId } from '#shared/model/ids'

export type NewPagePart = Readonly<{ documentId: DocumentId; key: string; originalId: number; importId: ImportId; path: string }>

/** True when the part was new, false when the page had exactly this part already. */
export function recordPagePart(db: WriteDb, part: NewPagePart): boolean {
  return (
    run(
      db,
      `INSERT INTO page_part (document_id, key, original_id, import_id, path) VALUES (?, ?, ?, ?, ?)
       ON CONFLICT (document_id, key, original_id) DO NOTHING`,
      [part.documentId, part.key, part.originalId, part.importId, part.path]
    ).changes > 0
  )
}

/** The import that first brought this part, or undefined. */
export function findPagePartImport(db: ReadDb, documentId: DocumentId, key: string, sha256: Uint8Array): ImportId | undefined {
  return row<{ importId: ImportId }>(
    db,
    `SELECT p.import_id AS importId FROM page_part p JOIN original o ON o.id = p.original_id
     WHERE p.document_id = ? AND p.key = ? AND o.sha256 = ?`,
    [documentId, key, sha256]
  )?.importId
}

/**
 * SHA-256 of the part of a page with this key, the most recently imported one: its own, or for a captured page one of the web archive that
 * holds it. Undefined when there is none.
 */
export function findPartOfPage(db: ReadDb, documentId: DocumentId, key: string): Uint8Array | undefined {
  return row<{ sha256: Uint8Array }>(
    db,
    `SELECT o.sha256 FROM page_part p JOIN original o ON o.id = p.original_id
     WHERE p.key = ? AND (p.document_id = ? OR p.document_id IN (SELECT container_id FROM embedding WHERE document_id = ?))
     ORDER BY p.document_id = ? DESC, p.import_id DESC, o.id DESC LIMIT 1`,
    [key, documentId, documentId, documentId]
  )?.sha256
}

/** Keys of all parts that a page may ask for, its own and those of the web archives that hold it. */
export function listKeysOfPage(db: ReadDb, documentId: DocumentId): string[] {
  return rows<{ key: string }>(
    db,
    `SELECT DISTINCT key FROM page_part
     WHERE document_id = ? OR document_id IN (SELECT container_id FROM embedding WHERE document_id = ?) ORDER BY key`,
    [documentId, documentId]
  ).map((part) => part.key)
}
