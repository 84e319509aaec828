import { VERIFY_SCHEDULES, type Verification, type VerifySchedule } from '#shared/model/integrity'

const DAY_MS = 24 * 60 * 60 * 1000
const EVERY_MS = { weekly: 7 * DAY_MS, monthly: 30 * DAY_MS } as const

export const asSchedule = (text: string | undefined): VerifySchedule =>
  VERIFY_SCHEDULES.find((schedule) => schedule === text) ?? 'monthly'

/**
 * Whether it is time to verify. `since`: when the archive was made, which counts as verified. A clock that has gone back makes nothing due, but
 * one that has gone back further than the time between two does: it would be long until it has caught up.
 */
export function isVerificationDue(schedule: VerifySchedule, last: Verification | undefined, since: number, now: number): boolean {
  if (schedule === 'off') return false
  return Math.abs(now - Math.max(last?.endedAt ?? 0, since)) >= EVERY_MS[schedule]
}

/** Whether today's snapshot is to be taken: none was today, and something has changed since the last one; or the last attempt failed. */
export function isSnapshotDue(
  today: string,
  newestDay: string | undefined,
  signature: string,
  lastSignature: string | undefined,
  hasFailed = false
): boolean {
  return hasFailed || newestDay === undefined || (newestDay !== today && signature !== lastSignature)
}
