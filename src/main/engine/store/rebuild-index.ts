import type { WriteDb } from '#engine/store/connection'
import { indexDocument, optimizeIndex } from '#engine/store/full-text'
import { rows } from '#engine/store/statement'
import { readIndexColumns } from '#engine/store/stored-terms'
import type { DocumentId } from '#shared/model/ids'

/**
 * Fills an empty index from the stored texts. To be called inside a transaction.
 * Cost: about a second for a thousand long documents.
 */
export function rebuildIndex(db: WriteDb): void {
  for (const { id } of rows<{ id: DocumentId }>(db, 'SELECT id FROM document ORDER BY id'))
    indexDocument(db, id, readIndexColumns(db, id), true)
  optimizeIndex(db)
}
