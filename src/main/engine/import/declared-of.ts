import type { Declared } from '#engine/extract/job'
import type { ReadDb } from '#engine/store/connection'
import { findDeclared } from '#engine/store/declared'
import type { DocumentId } from '#shared/model/ids'

/** What the first file that holds a document says of it; null for a file on disk. */
export function declaredOf(db: ReadDb, id: DocumentId): Declared | null {
  const json = findDeclared(db, id)
  return json === undefined ? null : (JSON.parse(json) as Declared)
}
