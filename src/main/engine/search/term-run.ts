/**
 * Words in order, in a form that can be walked like the tree of their beginnings: what two neighbours share is looked at once.
 *
 * The distance is optimal string alignment: letters put in, left out or changed, and neighbours swapped, count one each (Damerau 1964;
 * no letter is edited twice). Letters are UTF-16 code units. Rows of the usual table are kept for each depth of the shared beginning, as
 * in Navarro and Baeza-Yates, "A hybrid indexing method for approximate string matching" (2000).
 */
import { LONGEST_TERM } from '#engine/store/vocabulary'

/** What reads words letter by letter, and says when no word that begins so can be wanted. */
export type TermReader = Readonly<{
  /** The letters of the word being read, in UTF-16 code units; filled before `extend`. Room for `LONGEST_TERM`. */
  current: Uint16Array
  /** Reads the letters `from` to `to`; answers the depth at which no continuation can be wanted, or more than `to`. */
  extend: (from: number, to: number) => number
}>

/** The first `length` letters of the word being read. */
export const lettersRead = ({ current }: TermReader, length: number): string =>
  String.fromCharCode(...current.subarray(0, length))

export class TermRun {
  readonly size: number
  /** How many letters a word shares with the one before it. */
  readonly #shared: Uint8Array
  /** Where the letters a word does not share begin in `#letters`; one entry more than there are words. */
  readonly #starts: Uint32Array
  readonly #letters: Uint16Array
  readonly #weights: Uint8Array

  /** `terms` in an order that keeps words of the same beginning together, each at most `LONGEST_TERM` letters, none twice. */
  constructor(terms: readonly string[], weights: Uint8Array) {
    this.size = terms.length
    this.#shared = new Uint8Array(terms.length)
    this.#starts = new Uint32Array(terms.length + 1)
    this.#weights = weights
    let letters = new Uint16Array(terms.length * 5 + LONGEST_TERM)
    let end = 0
    let before = ''
    for (const [i, term] of terms.entries()) {
      let shared = 0
      while (shared < term.length && term.charCodeAt(shared) === before.charCodeAt(shared)) shared++
      this.#shared[i] = shared
      this.#starts[i] = end
      if (end + LONGEST_TERM > letters.length) {
        const larger = new Uint16Array(letters.length * 2)
        larger.set(letters)
        letters = larger
      }
      for (let at = shared; at < term.length; at++) letters[end++] = term.charCodeAt(at)
      before = term
    }
    this.#starts[terms.length] = end
    this.#letters = letters.slice(0, end)
  }

  /** All words within `most` edits of `word`, with their distance and weight, in order. Cost: a few milliseconds for a million words. */
  near(word: string, most: number, visit: (term: string, distance: number, weight: number) => void): void {
    const table = new DistanceTable(word, most)
    this.walk(table, (length, weight) => {
      const distance = table.distance(length)
      if (distance <= most) visit(lettersRead(table, length), distance, weight)
    })
  }

  /** Every word that `reader` reads to its end, in order; its letters are then in `reader.current`. */
  walk(reader: TermReader, visit: (length: number, weight: number) => void): void {
    const { current } = reader
    let dead = LONGEST_TERM + 1
    for (let i = 0; i < this.size; i++) {
      const shared = this.#shared[i] ?? 0
      if (shared >= dead) continue
      const start = this.#starts[i] ?? 0
      const length = shared + (this.#starts[i + 1] ?? 0) - start
      for (let at = shared; at < length; at++) current[at] = this.#letters[start + at - shared] ?? 0
      dead = reader.extend(shared, length)
      if (dead > length) visit(length, this.#weights[i] ?? 0)
    }
  }

  /** Every word that begins with `start`, in order; all of them when it is empty. */
  each(start: string, visit: (term: string, weight: number) => void): void {
    let term = ''
    // How many letters of `start` the word before this one begins with.
    let matched = 0
    for (let i = 0; i < this.size; i++) {
      const shared = this.#shared[i] ?? 0
      if (matched < start.length) {
        if (shared > matched) continue
        const from = this.#starts[i] ?? 0
        const length = (this.#starts[i + 1] ?? 0) - from
        // The letters before `shared` are those of `start`: fewer than `matched` would have been another word.
        let at = shared
        while (at < start.length && at - shared < length && this.#letters[from + at - shared] === start.charCodeAt(at)) at++
        matched = at
        if (matched < start.length) continue
        term = start.slice(0, shared)
      } else if (shared < start.length) return
      term =
        term.slice(0, shared) + String.fromCharCode(...this.#letters.subarray(this.#starts[i] ?? 0, this.#starts[i + 1] ?? 0))
      visit(term, this.#weights[i] ?? 0)
    }
  }
}

/** The rows of the distance table for the letters of the current word, only where they can still be within the limit. */
class DistanceTable {
  readonly current = new Uint16Array(LONGEST_TERM)
  readonly #pattern: Uint16Array
  readonly #most: number
  readonly #width: number
  readonly #cells: Uint8Array

  constructor(word: string, most: number) {
    this.#pattern = Uint16Array.from({ length: word.length }, (_, i) => word.charCodeAt(i))
    this.#most = most
    this.#width = word.length + 1
    this.#cells = new Uint8Array(this.#width * (LONGEST_TERM + 1)).fill(most + 1)
    for (let j = 0; j < this.#width; j++) this.#cells[j] = Math.min(j, most + 1)
  }

  /** Computes the rows of letters `from` to `to`; answers the depth at which no continuation is within the limit, or more than `to`. */
  extend(from: number, to: number): number {
    for (let depth = from + 1; depth <= to; depth++) if (this.#row(depth) > this.#most) return depth
    return LONGEST_TERM + 1
  }

  distance(length: number): number {
    return this.#cells[length * this.#width + this.#width - 1] ?? this.#most + 1
  }

  /** Fills the row of `depth` letters; answers its least cell. */
  #row(depth: number): number {
    const cells = this.#cells
    const width = this.#width
    const most = this.#most
    const row = depth * width
    const above = row - width
    const letter = this.current[depth - 1] ?? 0
    const earlier = depth > 1 ? (this.current[depth - 2] ?? 0) : -1
    const first = Math.max(1, depth - most)
    const last = Math.min(width - 1, depth + most)
    let least = most + 1
    const left = first === 1 ? Math.min(depth, most + 1) : most + 1
    cells[row + first - 1] = left
    if (left < least) least = left
    for (let j = first; j <= last; j++) {
      const wanted = this.#pattern[j - 1] ?? 0
      let cost = (cells[above + j - 1] ?? 0) + (wanted === letter ? 0 : 1)
      cost = Math.min(cost, (cells[row + j - 1] ?? 0) + 1, (j < depth + most ? (cells[above + j] ?? 0) : most) + 1)
      if (j > 1 && wanted === earlier && this.#pattern[j - 2] === letter)
        cost = Math.min(cost, (cells[above - width + j - 2] ?? 0) + 1)
      cells[row + j] = Math.min(cost, most + 1)
      if (cost < least) least = cost
    }
    return least
  }
}
