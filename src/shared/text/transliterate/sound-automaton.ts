import { ARABIC_LETTERS } from '#shared/text/transliterate/arabic-sounds'
import { CYRILLIC_LETTERS } from '#shared/text/transliterate/cyrillic-sounds'
import { LATIN_LETTERS } from '#shared/text/transliterate/latin-sounds'
import { letter } from '#shared/text/transliterate/letters'
import type { NameScript } from '#shared/text/transliterate/script-of'
import type { Sound } from '#shared/text/transliterate/sound'
import { matchCost, placeOf, skipCost } from '#shared/text/transliterate/sound-distance'
import type { Sounds } from '#shared/text/transliterate/sounds-of'

/** A group of letters of the wanted script, with what it costs to take it for each sound of the word, and to leave it out (first: at the beginning). */
type Group = Readonly<{ letters: readonly number[]; costs: Float64Array; skip: number; first: number }>

const LONGEST_GROUP = 4
const NEVER = Number.POSITIVE_INFINITY

/**
 * Arabic letters that sound otherwise in some places, as they sound anywhere: the automaton may let a word through that the alignment of
 * `soundDistance` refuses, never the other way round.
 */
const ANYWHERE: ReadonlyMap<string, Sound> = new Map([
  ['ا', letter('a o e u i', 0.05)],
  ['ه', letter('h e a', 0.12)],
  ['ی', letter('y i e.05 a.1', 0.12)],
  ['و', letter('w u o', 0.03)],
  ['ال', letter('', 0.1)]
])

function lettersOf(script: NameScript): ReadonlyMap<string, Sound> {
  if (script === 'arabic') return new Map([...ARABIC_LETTERS, ...ANYWHERE])
  if (script === 'cyrillic') return CYRILLIC_LETTERS
  return script === 'latin' ? LATIN_LETTERS : new Map()
}

/**
 * Reads words letter by letter and gives up on a beginning as soon as no word that begins so can be a spelling of the wanted one within
 * `most`. Made for walking a sorted vocabulary: what two neighbours share is read once. It lets through a little more than
 * `soundDistance`, so that what it finds is to be compared by that.
 */
export class SoundAutomaton {
  /** The letters of the word being read, in UTF-16 code units: to be filled before `extend`. */
  readonly current: Uint16Array
  /** By their last letter. */
  readonly #groups = new Map<number, Group[]>()
  /** Of groups of two letters and more, packed. */
  readonly #beginnings = new Set<number>()
  readonly #rows: Float64Array
  readonly #leasts: Float64Array
  readonly #skips: Float64Array
  readonly #width: number
  readonly #most: number

  constructor(wanted: Sounds, script: NameScript, most: number, longest: number) {
    const count = wanted.sounds.length
    const target: Sounds = { script, sounds: [] }
    this.current = new Uint16Array(longest + 1)
    this.#width = count + 1
    this.#most = most
    this.#rows = new Float64Array((longest + 1) * this.#width).fill(NEVER)
    this.#leasts = new Float64Array(longest + 1).fill(NEVER)
    this.#skips = Float64Array.from(wanted.sounds, (sound, at) => skipCost(sound, target, placeOf(at, count)))
    for (const [letters, sound] of lettersOf(script)) {
      const costs = Float64Array.from(wanted.sounds, (other) => matchCost(sound, other))
      const codes = codesOf(letters)
      const last = codes.at(-1) ?? 0
      const group = { letters: codes, costs, skip: skipCost(sound, wanted, 'inside'), first: skipCost(sound, wanted, 'first') }
      for (let length = 1; length < codes.length; length++) this.#beginnings.add(pack(codes.slice(0, length)))
      this.#groups.set(last, [...(this.#groups.get(last) ?? []), group])
    }
    this.#rows[0] = 0
    this.#close(0)
  }

  /** Reads the letters `from` to `to` of `current`; answers the depth at which no word can be meant any more, or more than `to`. */
  extend(from: number, to: number): number {
    for (let depth = from + 1; depth <= to; depth++) {
      this.#read(depth)
      if ((this.#leasts[depth] ?? NEVER) > this.#most && !this.#mayBeginGroup(depth)) return depth
    }
    return to + 1
  }

  /** True when the first `length` letters may be a spelling of the wanted word. */
  accepts(length: number): boolean {
    const last = this.#width - 1
    // The -h of -eh and -ah may be silent.
    const silent =
      this.current[length - 1] === 0x68 && length > 2 ? (this.#rows[(length - 1) * this.#width + last] ?? NEVER) : NEVER
    return Math.min(this.#rows[length * this.#width + last] ?? NEVER, silent + 0.05) <= this.#most
  }

  #read(depth: number): void {
    const start = depth * this.#width
    this.#rows.fill(NEVER, start, start + this.#width)
    for (const group of this.#groups.get(this.current[depth - 1] ?? 0) ?? NONE) {
      const from = depth - group.letters.length
      if (from >= 0 && (this.#leasts[from] ?? NEVER) <= this.#most && this.#stands(group.letters, from))
        this.#take(group, from, depth)
    }
    // A letter written twice is heard once.
    if (depth > 1 && this.current[depth - 1] === this.current[depth - 2]) this.#repeat(depth)
    this.#close(depth)
  }

  /** True when the last letters begin a longer group, before which something wanted was read. */
  #mayBeginGroup(depth: number): boolean {
    let beginning = 0
    let scale = 1
    for (let length = 1; length < LONGEST_GROUP && length <= depth; length++) {
      beginning += ((this.current[depth - length] ?? 0) + 1) * scale
      scale *= BASE
      if ((this.#leasts[depth - length] ?? NEVER) <= this.#most && this.#beginnings.has(beginning)) return true
    }
    return false
  }

  #stands(letters: readonly number[], from: number): boolean {
    for (let at = letters.length - 2; at >= 0; at--) if (letters[at] !== this.current[from + at]) return false
    return true
  }

  #take({ costs, skip: inside, first }: Group, from: number, to: number): void {
    const rows = this.#rows
    const skip = from === 0 ? first : inside
    const [a, b] = [from * this.#width, to * this.#width]
    for (let at = 0; at < this.#width; at++) {
      const so = rows[a + at] ?? NEVER
      if (so > this.#most) continue
      if (so + skip < (rows[b + at] ?? NEVER)) rows[b + at] = so + skip
      const matched = so + (costs[at] ?? NEVER)
      if (matched < (rows[b + at + 1] ?? NEVER) && at + 1 < this.#width) rows[b + at + 1] = matched
    }
  }

  #repeat(depth: number): void {
    const [above, row] = [(depth - 1) * this.#width, depth * this.#width]
    for (let at = 0; at < this.#width; at++)
      this.#rows[row + at] = Math.min(this.#rows[row + at] ?? NEVER, this.#rows[above + at] ?? NEVER)
  }

  /** Sounds of the wanted word that this spelling may leave out. */
  #close(depth: number): void {
    const row = depth * this.#width
    let least = this.#rows[row] ?? NEVER
    for (let at = 1; at < this.#width; at++) {
      const skipped = (this.#rows[row + at - 1] ?? NEVER) + (this.#skips[at - 1] ?? NEVER)
      if (skipped < (this.#rows[row + at] ?? NEVER)) this.#rows[row + at] = skipped
      least = Math.min(least, this.#rows[row + at] ?? NEVER)
    }
    this.#leasts[depth] = least
  }
}

const NONE: readonly Group[] = []

const BASE = 0x10000
/** Up to three code units as one number; exact. */
const pack = (codes: readonly number[]): number => codes.reduce((packed, code) => packed * BASE + code + 1, 0)

const codesOf = (letters: string): number[] => Array.from({ length: letters.length }, (_, at) => letters.charCodeAt(at))
