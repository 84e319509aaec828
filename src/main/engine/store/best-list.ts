/** Documents kept for one term. */
export const MOST_BEST = 400

/** Ids of documents and their impacts at the same places, best first. */
export type BestDocuments = Readonly<{ ids: Uint32Array; impacts: Uint16Array }>

/** The documents with the largest impact of one term, at most `MOST_BEST`; of two with the same impact the smaller id is the better one. */
export class BestList {
  readonly #ids = new Uint32Array(MOST_BEST)
  readonly #impacts = new Uint16Array(MOST_BEST)
  #size = 0
  /** Documents that hold the term, as far as is known. */
  documents: number
  /** True when the list differs from what was last stored. */
  isChanged = false

  constructor(documents: number, kept?: BestDocuments) {
    this.documents = documents
    if (!kept) return
    this.#ids.set(kept.ids)
    this.#impacts.set(kept.impacts)
    this.#size = kept.ids.length
  }

  /** Takes the document in when it is good enough. It must not be in the list. Cost: a move of what is below it. */
  add(id: number, impact: number): void {
    const at = this.#placeOf(id, impact)
    if (at >= MOST_BEST) return
    const end = Math.min(this.#size, MOST_BEST - 1)
    this.#ids.copyWithin(at + 1, at, end)
    this.#impacts.copyWithin(at + 1, at, end)
    this.#ids[at] = id
    this.#impacts[at] = impact
    this.#size = end + 1
    this.isChanged = true
  }

  /** Takes a document out; nothing happens when it is not in the list. */
  remove(id: number): void {
    const at = this.#ids.subarray(0, this.#size).indexOf(id)
    if (at < 0) return
    this.#ids.copyWithin(at, at + 1, this.#size)
    this.#impacts.copyWithin(at, at + 1, this.#size)
    this.#size--
    this.isChanged = true
  }

  /** What is in the list now; a view that changes with it. */
  best(): BestDocuments {
    return { ids: this.#ids.subarray(0, this.#size), impacts: this.#impacts.subarray(0, this.#size) }
  }

  /** Where the document belongs: a binary search by impact, then id. */
  #placeOf(id: number, impact: number): number {
    let low = 0
    let high = this.#size
    while (low < high) {
      const middle = (low + high) >>> 1
      const there = this.#impacts[middle] ?? 0
      if (there > impact || (there === impact && (this.#ids[middle] ?? 0) < id)) low = middle + 1
      else high = middle
    }
    return low
  }
}

const ID_BYTES = 4
const IMPACT_BYTES = 2

/** As it is stored: all ids, then all impacts. Subtle: typed arrays are little-endian on every machine that Electron runs on. */
export function packBest({ ids, impacts }: BestDocuments): Uint8Array {
  const packed = new Uint8Array(ids.length * (ID_BYTES + IMPACT_BYTES))
  packed.set(new Uint8Array(ids.buffer, ids.byteOffset, ids.byteLength))
  packed.set(new Uint8Array(impacts.buffer, impacts.byteOffset, impacts.byteLength), ids.byteLength)
  return packed
}

/** The inverse of `packBest`. What is left over of damaged bytes is left out. */
export function unpackBest(packed: Uint8Array): BestDocuments {
  const size = Math.min(MOST_BEST, Math.floor(packed.length / (ID_BYTES + IMPACT_BYTES)))
  // A copy: the bytes of a row need not begin where an array of larger numbers may.
  const { buffer } = new Uint8Array(packed.subarray(0, size * (ID_BYTES + IMPACT_BYTES)))
  return { ids: new Uint32Array(buffer, 0, size), impacts: new Uint16Array(buffer, size * ID_BYTES, size) }
}
