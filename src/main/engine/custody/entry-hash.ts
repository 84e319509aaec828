import { createHash } from 'node:crypto'
import type { CustodyRow } from '#engine/store/custody-events'

/** What stands as `previous` in the first entry. */
export const BEFORE_THE_FIRST = '0'.repeat(64)

/** The canonical JSON of an entry without its hash. `details` must be canonical JSON already. */
export function hashedText({ seq, at, program, kind, details, previous }: Omit<CustodyRow, 'hash'>): string {
  const q = JSON.stringify
  return `{"at":${q(at)},"details":${details},"kind":${q(kind)},"previous":${q(previous)},"program":${q(program)},"seq":${seq}}`
}

/** SHA-256 of `hashedText` in UTF-8, in hex. */
export function entryHash(entry: Omit<CustodyRow, 'hash'>): string {
  return createHash('sha256').update(hashedText(entry), 'utf8').digest('hex')
}
