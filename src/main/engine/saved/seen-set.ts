/** A set of document ids as it is stored: one bit an id, packed. */
import { deflateRawSync, inflateRawSync } from 'node:zlib'

/** Sets of ids up to a thousand million. */
const MAX_BYTES = 1 << 27

export function packIds(ids: Iterable<number>): Uint8Array {
  let bits = new Uint8Array(1024)
  let used = 0
  for (const id of ids) {
    const at = id >>> 3
    if (at >= bits.length) {
      const larger = new Uint8Array(Math.max(bits.length * 2, at + 1))
      larger.set(bits)
      bits = larger
    }
    bits[at] = (bits[at] ?? 0) | (1 << (id & 7))
    used = Math.max(used, at + 1)
  }
  return deflateRawSync(bits.subarray(0, used))
}

/** Whether an id is in the set. Throws when the bytes are damaged. */
export function unpackIds(packed: Uint8Array): (id: number) => boolean {
  const bits = inflateRawSync(packed, { maxOutputLength: MAX_BYTES })
  return (id) => ((bits[id >>> 3] ?? 0) & (1 << (id & 7))) !== 0
}
