import { canonicalJson } from '#engine/custody/canonical-json'
import { BEFORE_THE_FIRST, entryHash } from '#engine/custody/entry-hash'
import type { WriteDb } from '#engine/store/connection'
import { findLastEvent, findNotedHead, insertEvent } from '#engine/store/custody-events'
import type { CustodyDetails, CustodyHead, CustodyKind } from '#shared/model/custody'
import { SANAD_VERSION } from '#shared/version'

/**
 * Appends an entry to the custody log. To be called inside the transaction of the change itself, so that there is neither a change without
 * its entry nor an entry without its change; throws outside of one. Cost: about 40 µs, and 10 µs for each KiB of details.
 *
 * Where the log was cut short behind the program's back, the entry continues after the entries that are gone, not in their place: the gap
 * stays, and a check finds it. When the clock has gone back since the entry before, that entry's time is kept beside this one as `clock`.
 */
export function recordCustody<Kind extends CustodyKind>(
  db: WriteDb,
  kind: Kind,
  details: CustodyDetails[Kind],
  now = Date.now()
): CustodyHead {
  if (!db.inTransaction) throw new Error(`custody of “${kind}” was recorded outside of the transaction of its change`)
  const last = findLastEvent(db)
  const noted = findNotedHead(db)
  const head = noted !== undefined && noted.seq > (last?.seq ?? 0) ? noted : last
  const at = new Date(now).toISOString()
  const clock = last !== undefined && at < last.at ? last.at : undefined
  const entry = {
    seq: (head?.seq ?? 0) + 1,
    at,
    program: SANAD_VERSION,
    kind,
    details: canonicalJson({ ...details, clock }),
    previous: head?.hash ?? BEFORE_THE_FIRST
  }
  const hash = entryHash(entry)
  insertEvent(db, { ...entry, hash })
  return { seq: entry.seq, hash }
}
