import type { Filler } from '#main/lock/memory/fillers'

export type FillLimits = Readonly<{
  /** Most that all fillers take together. */
  bytes: number
  milliseconds: number
  /** Others get their turn this often. */
  sliceMs: number
}>

/** Taken at one time, before it is looked whether the program has grown. */
const BATCH_BYTES = 64 * 1024

/**
 * Overwrites memory that this process freed and has not given back to the system, by taking it again. Allocators keep freed blocks by size: of
 * each size blocks of zeros are taken until the program grows by what is taken, which says that none of that size lay free. Out of reach is what is
 * in use, what shares its block with something in use, and what other threads keep aside for themselves. Bounded by `limits`.
 */
export async function fillMemory(fillers: readonly Filler[], limits: FillLimits): Promise<void> {
  const end = performance.now() + limits.milliseconds
  let left = limits.bytes
  let turn = performance.now() + limits.sliceMs
  for (const filler of fillers) {
    for (const size of filler.sizes) {
      const count = filler.count ?? Math.ceil(BATCH_BYTES / size)
      for (let isFilled = false; !isFilled && left > 0 && performance.now() < end; left -= count * size) {
        const before = process.memoryUsage.rss()
        filler.take(size, count)
        isFilled = filler.count !== undefined || (process.memoryUsage.rss() - before) * 2 >= count * size
        if (performance.now() < turn) continue
        await new Promise((resolve) => setImmediate(resolve))
        turn = performance.now() + limits.sliceMs
      }
    }
    filler.giveBack()
  }
}
