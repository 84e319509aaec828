import { isSweepDue, sweepVocabulary } from '#engine/search/sweep-vocabulary'
import type { WriteDb } from '#engine/store/connection'

/** Connections that are being swept: one sweep at a time, or they would undo each other. */
const swept = new WeakSet<WriteDb>()

/**
 * Sweeps the vocabulary in small steps, with room for other work between them, when enough was added to it. Leaves it once `isStopped`.
 * Never rejects: what goes wrong is logged, the earlier vocabulary stays, and the next call tries again.
 */
export async function sweepWhenDue(db: WriteDb, isStopped: () => boolean): Promise<void> {
  if (swept.has(db)) return
  swept.add(db)
  try {
    if (!isSweepDue(db)) return
    for (const _step of sweepVocabulary(db)) {
      await new Promise(setImmediate)
      if (isStopped()) return
    }
  } catch (error) {
    console.error('the vocabulary could not be made anew', error)
  } finally {
    swept.delete(db)
  }
}
