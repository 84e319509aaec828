import { verifyCustodyLogInTurns } from '#engine/custody/check-log'
import type { ReadDb } from '#engine/store/connection'
import { findEvent } from '#engine/store/custody-events'
import {
  type CustodyCheck,
  type CustodyCompared,
  type CustodyFault,
  type CustodyHead,
  type CustodyNoted,
  readNoted
} from '#shared/model/custody'

/** With these the chain is broken, and entries may follow that were not followed; with the others it was followed to its end. */
const BROKEN: ReadonlySet<CustodyFault['code']> = new Set(['missing', 'changed', 'detached', 'other-archive'])

/**
 * Checks the log, with other work of the thread in between, and looks for what a person noted in it. Text that `readNoted` can not read is
 * as none. Cost: that of the check.
 */
export async function checkAndCompare(db: ReadDb, text: string | undefined): Promise<CustodyCompared> {
  const head = text === undefined ? undefined : readNoted(text)
  const check = await verifyCustodyLogInTurns(db)
  return { ...check, noted: head === undefined ? null : findNoted(db, head, check) }
}

/** Only an entry that the check has followed counts: what stands in the row of another may be anything. */
function findNoted(db: ReadDb, { seq, hash }: CustodyHead, { entries, fault }: CustodyCheck): CustodyNoted {
  if (seq > entries) return { outcome: fault !== null && BROKEN.has(fault.code) ? 'untold' : 'shorter', seq, since: 0 }
  const stands = findEvent(db, seq)?.hash.startsWith(hash) === true
  return { outcome: stands ? 'stands' : 'other', seq, since: entries - seq }
}
