import { type Block, blockOffsets } from '#shared/model/block'

/** Tells the 1-based page that an offset of the reader text stands on. */
export type PageFinder = (offset: number) => number

/** Page 1 where the blocks name none. Cost: linear once, then logarithmic. */
export function pageFinder(blocks: readonly Block[]): PageFinder {
  const offsets = blockOffsets(blocks)
  return (offset) => {
    let low = 0
    let high = offsets.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((offsets[middle] ?? 0) <= offset) low = middle + 1
      else high = middle
    }
    return blocks[Math.max(0, low - 1)]?.page ?? 1
  }
}
