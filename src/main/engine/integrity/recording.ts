/** What the writing thread records of verifications and snapshots. */
import { recordCustody } from '#engine/custody/record'
import { setFact } from '#engine/store/archive-facts'
import { durableTransaction, type WriteDb } from '#engine/store/connection'
import { forgetSnapshotFailure, keepSnapshotFailure } from '#engine/store/snapshot-failure'
import { insertVerification } from '#engine/store/verifications'
import type { SnapshotFailure, Verification, VerificationOutcome, VerifySchedule } from '#shared/model/integrity'

const SCHEDULE = 'verify_schedule'
const SIGNATURE = 'snapshot_signature'

export const INTEGRITY_FACTS = { schedule: SCHEDULE, signature: SIGNATURE } as const

export function recordVerification(db: WriteDb, outcome: VerificationOutcome): Verification {
  return durableTransaction(db, () => {
    const recorded = insertVerification(db, outcome)
    const { state, checked, ok, changed, missing, extra, database, log } = recorded
    recordCustody(db, 'verified', { state, checked, ok, changed, missing, extra, database, log })
    return recorded
  })
}

/** `signature`: of what the snapshot holds, so that the next one is taken only when something has changed. */
export function recordSnapshot(db: WriteDb, day: string, signature: string): void {
  durableTransaction(db, () => {
    setFact(db, SIGNATURE, signature)
    forgetSnapshotFailure(db)
    recordCustody(db, 'snapshot-taken', { name: day })
  })
}

/** Not in the custody log: nothing was done. */
export function recordSnapshotFailure(db: WriteDb, failure: SnapshotFailure): void {
  durableTransaction(db, () => keepSnapshotFailure(db, failure))
}

export function setVerifySchedule(db: WriteDb, schedule: VerifySchedule): void {
  durableTransaction(db, () => setFact(db, SCHEDULE, schedule))
}
