import { currentVersion } from '#engine/extract/formats'
import type { Seen } from '#engine/import/write-unit'
import type { ReadDb } from '#engine/store/connection'
import type { DocumentState } from '#engine/store/documents'
import { findSighting } from '#engine/store/sightings'
import type { ProblemCode } from '#shared/model/document'
import { FOLD_VERSION } from '#shared/text/fold'

/** Reading was given up for reasons that may be gone next time, so a repeated import tries again. */
const WORTH_RETRYING: readonly (ProblemCode | null)[] = ['timed-out', 'out-of-memory', 'reader-crashed']

/** There was no room for what it holds, which may have been the fault of the file around it. */
const NO_ROOM: readonly (ProblemCode | null)[] = ['bomb', 'too-many-files', 'nested-too-deep']

/** True when this program would read the same bytes in the same way again. `place` is where they are met now. */
export function isCurrent(db: ReadDb, known: DocumentState, place: Seen): boolean {
  if (WORTH_RETRYING.includes(known.problemCode)) return false
  // What was too much inside another file has room of its own when it lies on disk.
  if (NO_ROOM.includes(known.problemCode) && !place.held && !findSighting(db, known.id, place.path)) return false
  return !isOutdated(known)
}

/** True when a document was read by an earlier version of its format, of the folding, or before its type could be read. */
export function isOutdated(known: Pick<DocumentState, 'format' | 'mediaType' | 'extractorVersion' | 'foldVersion'>): boolean {
  return known.foldVersion !== FOLD_VERSION || known.extractorVersion < currentVersion(known.format, known.mediaType)
}
