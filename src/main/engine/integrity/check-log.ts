import { checkingLog } from '#engine/custody/check-log'
import { faultSentence } from '#engine/custody/fault-sentence'
import type { Work } from '#engine/integrity/work'
import type { ReadDb } from '#engine/store/connection'

/** `ok`, or what is wrong with the custody log. */
export async function checkLog(db: ReadDb, work: Work): Promise<string> {
  try {
    const steps = checkingLog(db)
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
