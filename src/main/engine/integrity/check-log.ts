import type { ReadDb } from '#engine/store/connection'
import { listEventsAfter } from '#engine/store/custody-events'

/** `ok`, or what is wrong with the custody log. */
export function checkLog(db: ReadDb): string {
  return listEventsAfter(db, 0, 1).length === 1 ? 'ok' : 'the custody log is empty.'
}
