import { Worker } from 'node:worker_threads'
import { createInTurn } from '#main/in-turn'
import { collectGarbage } from '#main/lock/memory/collect-garbage'
import { fillMemory } from '#main/lock/memory/fill-memory'
import { bufferFiller, messageFiller } from '#main/lock/memory/fillers'

/**
 * Makes what overwrites text that this process has freed: call it once the threads and processes that held text have ended. Resolves when done, some
 * seconds later; never rejects; the window answers meanwhile. `entry` is the built `wipe-thread`.
 *
 * It can overwrite what nobody uses any more, as far as JavaScript can reach it, and that is nearly all; it promises nothing. Measured: docs/decisions (35).
 */
export function createMemoryWipe(entry: URL, onFault: (sentence: string, error: unknown) => void): () => Promise<void> {
  const turns = createInTurn()
  const wipe = async (): Promise<void> => {
    await collectGarbage()
    await endOf(new Worker(entry, { name: 'sanad-wipe' }))
    // This thread keeps aside what it freed, for itself.
    await fillMemory([bufferFiller(), messageFiller()], { bytes: 2 ** 28, milliseconds: 3_000, sliceMs: 8 })
    await collectGarbage()
  }
  return () => turns.run(wipe).catch((error: unknown) => onFault('freed memory was not overwritten', error))
}

function endOf(worker: Worker): Promise<void> {
  return new Promise((resolve, reject) => {
    worker.once('error', reject)
    worker.once('exit', () => resolve())
  })
}
