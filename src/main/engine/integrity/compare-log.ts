/**
 * Holds the custody log against those in the archive's own copies of its database. A log whose last entries were removed holds in itself, and
 * so does an older one put in its place; a snapshot or the manifest that was taken before still knows the end.
 */
import { faultAt } from '#engine/custody/chain'
import { entryHash } from '#engine/custody/entry-hash'
import { manifestFile, manifestTime } from '#engine/integrity/manifest'
import { listSnapshots, snapshotFile } from '#engine/integrity/snapshots'
import { isRepairUnfinished } from '#engine/integrity/unfinished-repair'
import { openForReading, type ReadDb } from '#engine/store/connection'
import { findEvent, findLastEvent, listGoingsBack } from '#engine/store/custody-events'
import type { CustodyFault } from '#shared/model/custody'

/** What a copy knows otherwise: `cut-off` or `rewritten`. `day`: of the snapshot; null for the manifest. */
export type KnownOtherwise = Readonly<{ day: string | null; fault: CustodyFault }>

/**
 * The first copy that knows another log, the newest snapshot first; undefined when each knows a beginning of this one. Going back to a snapshot
 * and a new database from the originals leave an entry that says so, and are no contradiction. A copy that can not be read, or whose own entries
 * do not hold, says nothing. `db`: outside of a transaction, so that it is newer than every copy. Cost: some milliseconds a copy.
 */
export function findKnownOtherwise(db: ReadDb, directory: string): KnownOtherwise | undefined {
  // The entry that says that it went back comes last.
  if (isRepairUnfinished(directory)) return undefined
  for (const { day, file } of copiesIn(directory)) {
    const fault = faultAgainst(db, file)
    if (fault) return { day, fault }
  }
  return undefined
}

export function knownOtherwiseSentence({ day, fault: { code, seq, until } }: KnownOtherwise): string {
  const copy = day === null ? 'the manifest' : `the snapshot of ${day}`
  return code === 'cut-off'
    ? `The log ends before entry ${seq}, and ${copy} knows it up to entry ${until}: its end was cut off, or an older database was put in its place.`
    : `Entry ${seq} of the log is another than the one that ${copy} knows: the log was cut off there or written anew, or another database was put in its place.`
}

function copiesIn(directory: string): Readonly<{ day: string | null; file: string }>[] {
  const snapshots = listSnapshots(directory).map(({ day }) => ({ day, file: snapshotFile(directory, day) }))
  return manifestTime(directory) === undefined ? snapshots : [...snapshots, { day: null, file: manifestFile(directory) }]
}

function faultAgainst(db: ReadDb, file: string): CustodyFault | undefined {
  let copy: ReadDb | undefined
  try {
    copy = openForReading(file)
    return differenceOf(db, copy)
  } catch {
    // It is damaged, of another key, or older than the log. What is wrong with the archive itself is told by the other checks.
    return undefined
  } finally {
    copy?.close()
  }
}

function differenceOf(db: ReadDb, copy: ReadDb): CustodyFault | undefined {
  const last = findLastEvent(copy)
  if (!last || hasEntry(db, last.seq, last.hash)) return undefined
  const shared = lastShared(db, copy, last.seq)
  const next = findEvent(copy, shared + 1)
  const isSound = entryHash(last) === last.hash && next !== undefined && entryHash(next) === next.hash
  if (!isSound || hasGoneBack(db, copy, shared, last.seq)) return undefined
  return findEvent(db, shared + 1) ? faultAt('rewritten', shared + 1) : faultAt('cut-off', shared + 1, last.seq)
}

const hasEntry = (db: ReadDb, seq: number, hash: string): boolean => findEvent(db, seq)?.hash === hash

/** The last entry that both have; 0 for none. Each hash depends on all before it: where one is the same, so are those. */
function lastShared(db: ReadDb, copy: ReadDb, end: number): number {
  let [shared, other] = [0, end]
  while (other - shared > 1) {
    const middle = (shared + other) >> 1
    const { hash } = findEvent(copy, middle) ?? {}
    if (hash !== undefined && hasEntry(db, middle, hash)) shared = middle
    else other = middle
  }
  return shared
}

/**
 * Whether the log says, after the last entry that both have, that the archive went back. Where it says how far the log had got until then, and
 * the copy knows that very entry and later ones, something was removed before it went back.
 */
const hasGoneBack = (db: ReadDb, copy: ReadDb, shared: number, end: number): boolean =>
  listGoingsBack(db, shared).some((lost) => lost === null || lost.seq >= end || !hasEntry(copy, lost.seq, lost.hash))
