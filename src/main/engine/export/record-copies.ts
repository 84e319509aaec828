import { recordCustodyOf } from '#engine/custody/record-list'
import { recordOutward } from '#engine/custody/record-outward'
import type { WriteDb } from '#engine/store/connection'
import type { SavedCopy } from '#shared/model/copy'

export type RecordedCopy = Pick<SavedCopy, 'kind' | 'sha256' | 'original'> & Readonly<{ isPicture: boolean }>

/** Records in the custody log that copies left the archive: of what, in which form, and their hashes; never where to. */
export function recordCopies(db: WriteDb, copies: readonly RecordedCopy[]): null {
  recordOutward(db, () => {
    for (const { kind, sha256, original, isPicture } of copies) {
      const exported = {
        what: isPicture ? 'picture' : 'document',
        form: kind,
        withoutMetadata: kind === 'clean',
        copy: sha256
      } as const
      recordCustodyOf(db, 'exported', exported, [Buffer.from(original, 'hex')])
    }
  })
  return null
}
