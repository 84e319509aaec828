/** Sets of row ids as bytes: each id's difference to the one before, in LEB128; about a byte an id. */

/** `ids` ascending, without repetition. */
export function packIds(ids: readonly number[]): Uint8Array {
  const bytes: number[] = []
  let last = 0
  for (const id of ids) {
    let rest = id - last
    last = id
    while (rest >= 0x80) {
      bytes.push((rest % 0x80) | 0x80)
      rest = Math.floor(rest / 0x80)
    }
    bytes.push(rest)
  }
  return Uint8Array.from(bytes)
}

/** The ids of `packIds`, ascending. */
export function unpackIds(bytes: Uint8Array): number[] {
  const ids: number[] = []
  let last = 0
  let value = 0
  let place = 1
  for (const byte of bytes) {
    value += (byte & 0x7f) * place
    if (byte >= 0x80) {
      place *= 0x80
      continue
    }
    last += value
    ids.push(last)
    value = 0
    place = 1
  }
  return ids
}
