import type { ReadHandlers } from '#engine/commands/read-session'
import { checkAndCompare } from '#engine/custody/compare-noted'
import { listDocumentsOfEntry, listLog } from '#engine/custody/list-log'
import { summariseLog } from '#engine/custody/summarise-log'
import { findKnownOtherwise } from '#engine/integrity/compare-log'

/** What is read of the custody log. */
export const custodyReading = {
  'custody.summary': ({ db }) => summariseLog(db),
  'custody.list': ({ db }, asked) => listLog(db, asked),
  'custody.documents': ({ db }, { seq }) => listDocumentsOfEntry(db, seq),
  // What is wrong in itself is told first; then what the archive's own copies know otherwise.
  'custody.check': async ({ db, directory }, { noted }) => {
    const check = await checkAndCompare(db, noted)
    return { ...check, fault: check.fault ?? findKnownOtherwise(db, directory)?.fault ?? null }
  }
} satisfies Partial<ReadHandlers>
