import { findCopySource } from '#engine/export/copy-source'
import type { Extractor } from '#engine/extract/job'
import type { Originals } from '#engine/originals/originals'
import type { ReadDb } from '#engine/store/connection'
import { SanadError } from '#shared/errors'
import { uncleanReason } from '#shared/model/cleanable-types'
import type { CopyPreview, Remainder, Trace, UncleanReason } from '#shared/model/copy'
import type { ProblemCode } from '#shared/model/document'
import type { DocumentId } from '#shared/model/ids'

export type CopySession = Readonly<{ db: ReadDb; originals: Originals; extractor: Extractor }>

/** `left`: what is in the copy against the promise; such a copy is not to be given away. */
export type CleanCopy = Readonly<{
  removed: readonly Trace[]
  remains: readonly Remainder[]
  left: readonly Trace[]
  bytes: Uint8Array | null
}>

/** A copy of a document without metadata, made in a parser process; or why there can be none. Throws SanadError `not-found`. */
export async function makeCleanCopy(
  { db, originals, extractor }: CopySession,
  id: DocumentId,
  bytes: boolean
): Promise<CleanCopy | Readonly<{ reason: UncleanReason }>> {
  const { file, mediaType } = findCopySource(db, originals, id)
  const reason = uncleanReason(mediaType)
  if (reason !== null) return { reason }
  const answer = await extractor.run({ task: 'clean', file, mediaType, bytes })
  if (answer.task === 'refused') return { reason: reasonOf(answer.code) }
  return { removed: answer.removed, remains: answer.remains, left: answer.left, bytes: answer.bytes }
}

/** Throws SanadError for an original that can not be read at all: that is no question of its type. */
function reasonOf(code: ProblemCode): UncleanReason {
  if (code === 'vanished' || code === 'permission-denied' || code === 'io-error')
    throw new SanadError('disk-error', 'The original can not be read.')
  if (code === 'locked' || code === 'wrong-password') return 'locked'
  return code === 'too-large' || code === 'out-of-memory' || code === 'timed-out' ? 'too-large' : 'not-understood'
}

/** What copies of a document there can be, told from the file itself. Throws SanadError `not-found`. */
export async function previewCopy(session: CopySession, id: DocumentId): Promise<CopyPreview> {
  const { sha256, hasText } = findCopySource(session.db, session.originals, id)
  const made = await makeCleanCopy(session, id, false)
  const { left } = { left: [], ...made }
  const clean: CopyPreview['clean'] =
    'reason' in made
      ? { isPossible: false, reason: made.reason }
      : left.length > 0
        ? { isPossible: false, reason: 'not-understood' }
        : { isPossible: true, removed: made.removed, remains: made.remains }
  return { id, sha256, clean, hasText }
}
