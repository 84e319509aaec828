import { isCommonTermSweepDue, sweepCommonTerms } from '#engine/search/sweep-common-terms'
import { storeCommonTerms } from '#engine/store/common-term-lists'
import { transaction, type WriteDb } from '#engine/store/connection'

/** Sweeps that run, by connection. */
const running = new WeakMap<WriteDb, Promise<void>>()

/**
 * Gives words that became common their lists, in small steps with room for other work between them, when enough documents came for it.
 * Leaves it once `isStopped`. A call during a sweep resolves with it. Never rejects: what goes wrong is logged, a search does without
 * the lists, and the next call tries again.
 */
export function rankWhenDue(db: WriteDb, isStopped: () => boolean): Promise<void> {
  const known = running.get(db)
  if (known) return known
  const sweep = sweepSteps(db, isStopped).finally(() => running.delete(db))
  running.set(db, sweep)
  return sweep
}

/** Stores what an import changed in the lists. Never throws: without it the newest documents are read again at the next start. */
export function storeRanking(db: WriteDb): void {
  try {
    transaction(db, () => storeCommonTerms(db))
  } catch (error) {
    console.error('lists of common words could not be stored', error)
  }
}

async function sweepSteps(db: WriteDb, isStopped: () => boolean): Promise<void> {
  try {
    if (isStopped() || !isCommonTermSweepDue(db)) return
    for (const _step of sweepCommonTerms(db)) {
      await new Promise(setImmediate)
      if (isStopped()) return
    }
  } catch (error) {
    console.error('lists of common words could not be made', error)
  }
}
