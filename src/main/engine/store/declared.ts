import type { ReadDb } from '#engine/store/connection'
import { value } from '#engine/store/statement'
import type { DocumentId } from '#shared/model/ids'

/** JSON of what the first file that holds a document says of it; undefined for a file on disk. */
export function findDeclared(db: ReadDb, id: DocumentId): string | undefined {
  return (
    value<string | null>(
      db,
      'SELECT declared FROM embedding WHERE document_id = ? AND declared IS NOT NULL ORDER BY container_id, ordinal LIMIT 1',
      [id]
    ) ?? undefined
  )
}
