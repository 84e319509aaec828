/** What a NEAR asks for: something of each operand, with at most `distance` words between the end of the first and the beginning of the last. */
export type NearRule = Readonly<{
  operands: number
  distance: number
  /** Terms of the longest phrase of its operands. */
  longest: number
}>

/** A phrase as it was met. `first` is the number of its first word in the text, `after` that of the word behind its last. */
type Met = Readonly<{ start: number; end: number; word: number; first: number; after: number }>
type Entry = Met & { operand: number; isSaid: boolean }

/**
 * Follows one NEAR through a text, by the rule of SQLite's FTS5: whichever phrase begins last, each other one must end at most `distance`
 * words before its beginning. Every phrase that is part of such a group is said once, as soon as the group is whole.
 * Cost: for each phrase met, what was met within the distance before it.
 */
export class NearReading {
  readonly #rule: NearRule
  readonly #say: (start: number, end: number, word: number) => void
  #recent: Entry[] = []

  constructor(rule: NearRule, say: (start: number, end: number, word: number) => void) {
    this.#rule = rule
    this.#say = say
  }

  /** To be called for each phrase in the order of their ends. */
  take(operand: number, met: Met): void {
    const { distance, longest } = this.#rule
    // A phrase that is not closed yet began at most `longest` words ago.
    this.#recent = this.#recent.filter((entry) => entry.after + distance >= met.after - longest)
    const entry: Entry = { ...met, operand, isSaid: false }
    this.#recent.push(entry)
    for (const last of this.#recent) if (isWithin(entry, last, distance)) this.#sayGroup(last)
  }

  /** All that is near enough to `last`, which begins last, if every operand is among it. */
  #sayGroup(last: Entry): void {
    const group = this.#recent.filter((entry) => entry === last || isWithin(entry, last, this.#rule.distance))
    if (new Set(group.map((entry) => entry.operand)).size < this.#rule.operands) return
    for (const entry of group) {
      if (entry.isSaid) continue
      entry.isSaid = true
      this.#say(entry.start, entry.end, entry.word)
    }
  }
}

const isWithin = (entry: Entry, last: Entry, distance: number): boolean =>
  entry.first <= last.first && last.first - entry.after <= distance
