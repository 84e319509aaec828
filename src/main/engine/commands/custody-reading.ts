import type { ReadHandlers } from '#engine/commands/read-session'
import { checkAndCompare } from '#engine/custody/compare-noted'
import { listDocumentsOfEntry, listLog } from '#engine/custody/list-log'
import { summariseLog } from '#engine/custody/summarise-log'

/** What is read of the custody log. */
export const custodyReading = {
  'custody.summary': ({ db }) => summariseLog(db),
  'custody.list': ({ db }, asked) => listLog(db, asked),
  'custody.documents': ({ db }, { seq }) => listDocumentsOfEntry(db, seq),
  'custody.check': ({ db }, { noted }) => checkAndCompare(db, noted)
} satisfies Partial<ReadHandlers>
