import { findFact } from '#engine/store/archive-facts'
import type { ReadDb } from '#engine/store/connection'
import { countEvents, findLastEvent, listEventsAfter } from '#engine/store/custody-events'
import type { CustodySummary } from '#shared/model/custody'

/** The log as a whole. Nothing is checked. */
export function summariseLog(db: ReadDb): CustodySummary {
  const last = findLastEvent(db)
  return {
    archive: findFact(db, 'archive_id') ?? null,
    entries: countEvents(db),
    head: last ? { seq: last.seq, hash: last.hash } : null,
    begunAt: listEventsAfter(db, 0, 1)[0]?.at ?? null
  }
}
