import { checkingLog } from '#engine/custody/check-log'
import { faultSentence } from '#engine/custody/fault-sentence'
import { findKnownOtherwise, knownOtherwiseSentence } from '#engine/integrity/compare-log'
import type { Work } from '#engine/integrity/work'
import type { ReadDb } from '#engine/store/connection'
import type { CustodyHead } from '#shared/model/custody'

/** `ok`, or what is wrong with the custody log of a database. `known`: points that it is known to have passed. */
export async function checkLog(db: ReadDb, work: Work, known: readonly CustodyHead[] = []): Promise<string> {
  try {
    const steps = checkingLog(db, known)
    for (;;) {
      const step = steps.next()
      if (step.done) return step.value.fault === null ? 'ok' : faultSentence(step.value.fault)
      if (!(await work.rest())) return 'ok'
    }
  } catch (error) {
    if (error instanceof SyntaxError) return 'An entry of the log can not be read: it was changed after it was written.'
    throw error
  }
}

/** The same of the archive in `directory`, and whether its own copies of the database know another log. */
export async function checkLogOfArchive(
  db: ReadDb,
  directory: string,
  work: Work,
  known?: readonly CustodyHead[]
): Promise<string> {
  const log = await checkLog(db, work, known)
  if (log !== 'ok' || work.isEnded) return log
  const otherwise = findKnownOtherwise(db, directory)
  return otherwise === undefined ? 'ok' : knownOtherwiseSentence(otherwise)
}
