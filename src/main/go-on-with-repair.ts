import type { ExtractPool } from '#engine/extract/pool/pool'
import type { ArchivePlace } from '#engine/integrity/archive-place'
import { isRepairUnfinished } from '#engine/integrity/unfinished-repair'
import type { EventHub } from '#main/event-hub'
import type { Log } from '#main/log'
import { startRepair } from '#main/repair-thread'

export type GoOnParts = Readonly<{ threadEntry: URL; pool: ExtractPool; events: EventHub; log: Log }>

/**
 * Goes on with a repair that was cut off, before its archive is opened; at once where there is none. The window is told how far it is, as with an
 * archive of an earlier version. Never rejects: where it fails, the archive is opened all the same, and it is tried again the next time.
 */
export async function goOnWithRepair(place: ArchivePlace, { threadEntry, pool, events, log }: GoOnParts): Promise<void> {
  if (!isRepairUnfinished(place.directory)) return
  try {
    const thread = await startRepair({
      ...place,
      threadEntry,
      pool,
      onProgress: (progress) => {
        if (progress) events.emit('archive.upgrading', { done: progress.done, total: progress.total })
      }
    })
    await thread.call('engine.finishRepair', {}).finally(thread.close)
  } catch (error) {
    log.error('a repair that was cut off could not be finished yet', error)
  }
}
