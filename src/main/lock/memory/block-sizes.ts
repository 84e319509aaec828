/**
 * The sizes that allocators keep freed blocks by, between two bounds, the largest first: eight steps from each power of two to the next, as in
 * PartitionAlloc, which serves Chromium and all native code in it (`partition_alloc_constants.h`); others have fewer.
 */
export function blockSizes(least: number, most: number): readonly number[] {
  const sizes: number[] = []
  for (let power = 16; power <= most; power *= 2)
    for (let step = 8; step < 16; step += 1) sizes.push(Math.ceil((power * step) / 8 / 16) * 16)
  return [...new Set(sizes)].filter((size) => size >= least && size <= most).reverse()
}

/** In bytes. What is larger goes back to the system soon after it was freed, or lies in one piece that any size is cut from. */
export const LARGEST_BLOCK = 256 * 1024
