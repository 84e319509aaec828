/** What a NEAR asks for: something of each operand, with at most `distance` words between the end of the first and the beginning of the last. */
export type NearRule = Readonly<{
  operands: number
  distance: number
  /** Terms of the longest phrase of its operands. */
  longest: number
}>

/** A phrase as it was met. `first` is the number of its first word in the text, `after` that of the word behind its last. */
type Met = Readonly<{ start: number; end: number; word: number; first: number; after: number }>
type Entry = Met & { isSaid: boolean }

/**
 * Follows one NEAR through a text, by the rule of SQLite's FTS5: whichever phrase begins last, each other one must end at most `distance`
 * words before its beginning. Every phrase that is part of such a group is said once, as soon as the group is whole.
 * Cost: a few steps for each phrase met, where phrases are single words; else at worst all that was met within the distance before it.
 */
export class NearReading {
  readonly #rule: NearRule
  readonly #say: (start: number, end: number, word: number) => void
  /** What was met of each operand within the distance, in the order of its ends. */
  readonly #recent: readonly Entry[][]

  constructor(rule: NearRule, say: (start: number, end: number, word: number) => void) {
    this.#rule = rule
    this.#say = say
    this.#recent = Array.from({ length: rule.operands }, () => [])
  }

  /** To be called for each phrase in the order of their ends. */
  take(operand: number, met: Met): void {
    this.#forget(met.after)
    const entry: Entry = { ...met, isSaid: false }
    this.#recent[operand]?.push(entry)
    this.#sayGroup(operand, entry)
    // A longer phrase may end after one that begins after it.
    if (this.#rule.longest > 1) this.#sayGroupsWithin(entry)
  }

  /** A phrase that is not closed yet began at most `longest` words ago: what is farther from that can not be near anything any more. */
  #forget(after: number): void {
    const { distance, longest } = this.#rule
    for (const met of this.#recent) {
      let old = 0
      for (let entry = met[old]; entry && entry.after + distance < after - longest; entry = met[old]) old++
      if (old > 0) met.splice(0, old)
    }
  }

  #sayGroupsWithin(entry: Entry): void {
    for (const [operand, met] of this.#recent.entries()) {
      for (let at = met.length - 1, last = met[at]; last && last.after > entry.first; last = met[--at]) {
        if (last.first > entry.first) this.#sayGroup(operand, last)
      }
    }
  }

  /** All that is near enough to `last`, which begins last, if every operand is among it. */
  #sayGroup(operand: number, last: Entry): void {
    const { distance, longest } = this.#rule
    const isWhole = this.#recent.every((met, other) => {
      const before = other === operand ? last : met.findLast((entry) => entry.first <= last.first)
      return before !== undefined && last.first - before.after <= distance
    })
    if (!isWhole) return
    for (const met of this.#recent) {
      for (let at = met.length - 1, entry = met[at]; entry && last.first - entry.after <= distance; entry = met[--at]) {
        // What stands before a word that was said has been said with it, or is too far.
        if (entry.isSaid && longest === 1) break
        if (entry.isSaid || entry.first > last.first) continue
        entry.isSaid = true
        this.#say(entry.start, entry.end, entry.word)
      }
    }
  }
}
