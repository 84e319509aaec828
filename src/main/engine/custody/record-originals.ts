import { createHash } from 'node:crypto'
import { recordCustodyOf } from '#engine/custody/record-list'
import { findFact, setFact } from '#engine/store/archive-facts'
import type { ReadDb, WriteDb } from '#engine/store/connection'
import { listAddedBy, listOriginalsAfter, newestOriginal } from '#engine/store/custody-events'
import type { ImportId } from '#shared/model/ids'

/** Up to which row the log has recorded the originals. */
const RECORDED = 'custody_original'

/** Up to which row the log's first entry holds the originals, without naming them. */
const BEGUN_WITH = 'custody_begun_with'

/** What is in the archive now is held by the log's first entry. */
export function countAsRecorded(db: WriteDb): void {
  for (const fact of [RECORDED, BEGUN_WITH]) setFact(db, fact, String(newestOriginal(db)))
}

/** True for the row of an original that was in the archive before its log. */
export function isOlderThanLog(db: ReadDb, original: number): boolean {
  return original <= Number(findFact(db, BEGUN_WITH) ?? 0)
}

/** Up to which row the originals are in the log; later rows are not. */
export function lastRecordedOriginal(db: ReadDb): number {
  return Number(findFact(db, RECORDED) ?? 0)
}

/**
 * Records the originals that came into the archive since this was last called. To be called at the end of every transaction that may have
 * brought some. Cost: a look at the end of the table; for each 64 originals about 0.1 ms.
 */
export function recordAddedOriginals(db: WriteDb, importId: ImportId | null): void {
  const added = listOriginalsAfter(db, lastRecordedOriginal(db))
  const newest = added.at(-1)
  if (!newest) return
  recordCustodyOf(
    db,
    'originals-added',
    { import: importId },
    added.map(({ sha256 }) => sha256)
  )
  setFact(db, RECORDED, String(newest.id))
}

/** How many originals an import added, and the digest of their list. Cost: about 1 µs each. */
export function digestOfAdded(db: ReadDb, importId: ImportId): Readonly<{ originals: number; originalsDigest: string }> {
  const digest = createHash('sha256')
  let originals = 0
  for (const sha256 of listAddedBy(db, importId)) {
    digest.update(`${sha256}\n`)
    originals += 1
  }
  return { originals, originalsDigest: digest.digest('hex') }
}
