/** The document of which pages were read that are not in its text yet: remembered on disk, so that a restart takes it up. One at most. */
import { findFact, setFact } from '#engine/store/archive-facts'
import type { ReadDb, WriteDb } from '#engine/store/connection'
import type { DocumentId } from '#shared/model/ids'

const UNFOLDED = 'ocr.unfolded'

export function findUnfolded(db: ReadDb): DocumentId | undefined {
  const id = Number(findFact(db, UNFOLDED) ?? 0)
  return id > 0 ? (id as DocumentId) : undefined
}

/** Belongs into the transaction that saves the page; undefined: all is in. */
export function setUnfolded(db: WriteDb, id: DocumentId | undefined): void {
  setFact(db, UNFOLDED, String(id ?? 0))
}
