import type { ExtractPool } from '#engine/extract/pool/pool'
import type { ArchivePlace } from '#engine/integrity/archive-place'
import { startThread, type Thread } from '#engine/threads/thread-client'
import type { RepairProgress } from '#shared/model/integrity'

export type RepairThreadParts = ArchivePlace &
  Readonly<{ threadEntry: URL; pool: ExtractPool; onProgress: (progress: RepairProgress | null) => void }>

/** Starts a thread that can say what is wrong with an archive that is not open, and mend it. */
export function startRepair({ directory, keys, threadEntry, pool, onProgress }: RepairThreadParts): Promise<Thread> {
  const data = {
    role: 'repair',
    directory,
    create: false,
    extractWidth: pool.width,
    keys,
    isUnclean: false,
    isReadOnly: false
  } as const
  return startThread(threadEntry, data, pool, {
    event: (name, payload) => {
      if (name === 'integrity.repairing') onProgress(payload as RepairProgress | null)
    },
    changed: () => undefined,
    pass: () => undefined
  })
}
