/** Damage as it happens to files: ends that are missing, bits that have turned over. The same in every run. */

/** Numbers that look random and are the same for the same seed (linear congruence, Numerical Recipes). */
export function* numbers(seed: number): Generator<number, never> {
  let state = seed >>> 0
  for (;;) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    // The low bits of such a sequence repeat soon.
    yield state >>> 8
  }
}

/** The first `share` (0 to 1) of the bytes, never all of them. */
export function truncated(bytes: Uint8Array, share: number): Uint8Array {
  return bytes.subarray(0, Math.min(Math.floor(bytes.length * share), bytes.length - 1))
}

/** A copy with so many bits turned over, at places that `random` names. */
export function withFlippedBits(bytes: Uint8Array, flips: number, random: Generator<number, never>): Uint8Array {
  const copy = Uint8Array.from(bytes)
  for (let left = flips; left > 0 && copy.length > 0; left--) {
    const at = random.next().value % copy.length
    copy[at] = (copy[at] ?? 0) ^ (1 << (random.next().value % 8))
  }
  return copy
}
