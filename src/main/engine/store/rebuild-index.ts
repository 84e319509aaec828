import type { WriteDb } from '#engine/store/connection'
import { indexDocument, optimizeIndex } from '#engine/store/full-text'
import { rows, run } from '#engine/store/statement'
import { readIndexColumns } from '#engine/store/stored-terms'
import type { DocumentId } from '#shared/model/ids'
import { FOLD_VERSION } from '#shared/text/fold'

/**
 * Fills an empty index from the stored texts, which are then indexed as this version does it; `step` is called after each document. To be called inside a transaction.
 * Cost: about a second for a thousand long documents.
 */
export function rebuildIndex(db: WriteDb, step: () => void): void {
  for (const { id } of rows<{ id: DocumentId }>(db, 'SELECT id FROM document ORDER BY id')) {
    indexDocument(db, id, readIndexColumns(db, id), true)
    step()
  }
  run(db, 'UPDATE document SET fold_version = ?', [FOLD_VERSION])
  optimizeIndex(db)
}
