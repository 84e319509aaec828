import { sealedBytes } from '#engine/sealed/padded-size'
import type { ReadDb } from '#engine/store/connection'
import { eachOriginalRow } from '#engine/store/original-rows'

/**
 * The bytes of the largest original when it is converted, and how much more all originals take then on a disk with blocks of this size: sealed
 * files are padded. Cost: reads the row of each original.
 */
export function roomForOriginals(
  db: ReadDb,
  to: 'plain' | 'sealed',
  block: number
): Readonly<{ largest: number; growth: number }> {
  const onDisk = (bytes: number): number => Math.ceil(bytes / block) * block
  let [largest, growth] = [0, 0]
  for (const { sizeBytes } of eachOriginalRow(db)) {
    const converted = to === 'sealed' ? sealedBytes(sizeBytes) : sizeBytes
    largest = Math.max(largest, converted)
    if (to === 'sealed') growth += onDisk(converted) - onDisk(sizeBytes)
  }
  return { largest, growth }
}
