import type { WriteDb } from '#engine/store/connection'

const toHex = (sha256: Uint8Array): string => Buffer.from(sha256).toString('hex')

/** Documents being made, by the SHA-256 of their bytes: whoever meets the same bytes meanwhile waits until they are committed. */
export class Claims {
  readonly #held = new Map<string, Promise<void>>()
  readonly #opening = new Map<string, number>()

  /** Resolves with what lets others go on. `beforeWaiting` is called each time that somebody else was first. */
  async take(sha256: Uint8Array, beforeWaiting: () => void): Promise<() => void> {
    const hex = toHex(sha256)
    for (let first = this.#held.get(hex); first; first = this.#held.get(hex)) {
      beforeWaiting()
      await first
    }
    // Subtle: claimed in the same step as the look above, or two who waited would both go on.
    let committed: () => void = () => undefined
    const held = new Promise<void>((resolve) => (committed = resolve))
    this.#held.set(hex, held)
    return () => {
      if (this.#held.get(hex) === held) this.#held.delete(hex)
      committed()
    }
  }

  /** While what a document holds is being taken in, it is not opened a second time, not even inside itself. */
  open(sha256: Uint8Array): () => void {
    const hex = toHex(sha256)
    this.#opening.set(hex, (this.#opening.get(hex) ?? 0) + 1)
    return () => {
      const left = (this.#opening.get(hex) ?? 1) - 1
      if (left > 0) this.#opening.set(hex, left)
      else this.#opening.delete(hex)
    }
  }

  isOpening(sha256: Uint8Array): boolean {
    return this.#opening.has(toHex(sha256))
  }
}

const kept = new WeakMap<WriteDb, Claims>()

/** The claims of an archive, shared by everything that makes documents in it. */
export function claimsOf(db: WriteDb): Claims {
  const claims = kept.get(db) ?? new Claims()
  kept.set(db, claims)
  return claims
}
