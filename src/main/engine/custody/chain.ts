import { type Canonical, canonicalJson } from '#engine/custody/canonical-json'
import { BEFORE_THE_FIRST, entryHash } from '#engine/custody/entry-hash'
import type { CustodyRow } from '#engine/store/custody-events'
import type { CustodyFault, CustodyHead } from '#shared/model/custody'

export const faultAt = (code: CustodyFault['code'], seq: number, until = seq, sha256: readonly string[] = []): CustodyFault => ({
  code,
  seq,
  until,
  sha256
})

/** Follows a log entry by entry from its first, and tells what is wrong with the first one that does not hold. */
export class Chain {
  #seq = 0
  #hash = BEFORE_THE_FIRST
  readonly #known: ReadonlyMap<number, string>

  /** `known`: points that the log is known to have passed, from elsewhere; of a hash its first digits are enough, as a fingerprint has them. */
  constructor(known: readonly CustodyHead[]) {
    this.#known = new Map(known.map(({ seq, hash }) => [seq, hash]))
  }

  /** The last entry that holds. */
  get head(): CustodyHead | null {
    return this.#seq === 0 ? null : { seq: this.#seq, hash: this.#hash }
  }

  /** Takes the next entry; undefined when it holds. */
  take(entry: CustodyRow): CustodyFault | undefined {
    const { seq, hash, previous } = entry
    const expected = this.#seq + 1
    if (seq !== expected) return faultAt('missing', expected, seq - 1)
    if (entryHash(entry) !== hash || !isCanonical(entry.details)) return faultAt('changed', seq)
    if (previous !== this.#hash) return faultAt('detached', seq)
    const known = this.#known.get(seq)
    if (known !== undefined && !hash.startsWith(known)) return faultAt('rewritten', seq)
    this.#seq = seq
    this.#hash = hash
    return undefined
  }

  /** Takes the end of the log, and where it ends by the archive's own note. */
  end(noted: CustodyHead | undefined): CustodyFault | undefined {
    const furthest = Math.max(1, noted?.seq ?? 0, ...this.#known.keys())
    if (furthest > this.#seq) return faultAt('cut-off', this.#seq + 1, furthest)
    if (!noted) return faultAt('no-note', this.#seq)
    return noted.hash === this.#hash ? undefined : faultAt('rewritten', noted.seq)
  }
}

function isCanonical(details: string): boolean {
  try {
    const value = JSON.parse(details) as Canonical
    return value !== null && typeof value === 'object' && !Array.isArray(value) && canonicalJson(value) === details
  } catch {
    // Neither JSON, nor something that the log could have written: that is the answer.
    return false
  }
}
