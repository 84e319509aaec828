/** That the last attempt at a snapshot failed, as a fact of the archive: whoever opens it tomorrow has none of that day either. */
import { findFact, removeFact, setFact } from '#engine/store/archive-facts'
import type { ReadDb, WriteDb } from '#engine/store/connection'
import { SNAPSHOT_TROUBLES, type SnapshotFailure } from '#shared/model/integrity'

/** Subtle: facts called `snapshot…` are no change of what the archive holds, for which another snapshot would be due. */
const FAILURE = 'snapshot_failure'

export function keepSnapshotFailure(db: WriteDb, { at, trouble, lacking }: SnapshotFailure): void {
  setFact(db, FAILURE, `${at} ${trouble} ${lacking ?? ''}`.trimEnd())
}

export function forgetSnapshotFailure(db: WriteDb): void {
  removeFact(db, FAILURE)
}

/** Null where the last attempt succeeded, or none was made. */
export function findSnapshotFailure(db: ReadDb): SnapshotFailure | null {
  const [at = '', name, lacking = ''] = findFact(db, FAILURE)?.split(' ') ?? []
  const trouble = SNAPSHOT_TROUBLES.find((one) => one === name)
  if (trouble === undefined || !isCount(at)) return null
  return { at: Number(at), trouble, lacking: isCount(lacking) ? Number(lacking) : null }
}

const isCount = (text: string): boolean => /^\d{1,15}$/.test(text)
