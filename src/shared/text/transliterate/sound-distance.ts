import { type Reading, type Sound, soundCost } from '#shared/text/transliterate/sound'
import type { Sounds } from '#shared/text/transliterate/sounds-of'

export type PlaceInWord = 'first' | 'inside' | 'last'

export const placeOf = (at: number, count: number): PlaceInWord => (at === 0 ? 'first' : at === count - 1 ? 'last' : 'inside')

/**
 * What it costs to leave a sound out beside `other`. An abjad does not write short vowels, but none can stand first without a letter to
 * carry it, and few stand last.
 */
export function skipCost({ skip }: Sound, other: Sounds, place: PlaceInWord): number {
  if (other.script !== 'arabic') return skip.written
  const isShortVowel = skip.unwritten < skip.written
  if (place === 'first' && isShortVowel) return skip.written
  return place === 'last' && isShortVowel ? (skip.written + skip.unwritten) / 2 : skip.unwritten
}

/** What it costs to take one letter for another: their nearest readings; Infinity when they have none in common. */
export function matchCost(one: Sound, other: Sound): number {
  let best = Number.POSITIVE_INFINITY
  for (const a of one.readings) {
    for (const b of other.readings) best = Math.min(best, readingCost(a, b))
  }
  return best
}

const readingCost = (a: Reading, b: Reading): number => a.cost + b.cost + soundCost(a.sound, b.sound)

/**
 * How far two words are from being spellings of one name: 0 for the usual transliteration, about 1 for a letter that is another one,
 * Infinity when a consonant has no partner. An alignment by dynamic programming; cost: the product of the two lengths.
 */
export function soundDistance(one: Sounds, other: Sounds): number {
  const [a, b] = [one.sounds, other.sounds]
  if (a.length === 0 || b.length === 0) return Number.POSITIVE_INFINITY
  const width = b.length + 1
  const costs = new Float64Array((a.length + 1) * width).fill(Number.POSITIVE_INFINITY)
  costs[0] = 0
  const reach = (i: number, j: number, cost: number): void => {
    const at = i * width + j
    if (i <= a.length && j <= b.length && cost < (costs[at] ?? 0)) costs[at] = cost
  }
  for (let i = 0; i <= a.length; i++) {
    for (let j = 0; j <= b.length; j++) {
      const so = costs[i * width + j] ?? Number.POSITIVE_INFINITY
      if (so === Number.POSITIVE_INFINITY) continue
      const [x, y, nextX, nextY] = [a[i], b[j], a[i + 1], b[j + 1]]
      if (x) reach(i + 1, j, so + skipCost(x, other, placeOf(i, a.length)))
      if (y) reach(i, j + 1, so + skipCost(y, one, placeOf(j, b.length)))
      if (x && y) reach(i + 1, j + 1, so + matchCost(x, y))
      if (x?.parts && y) {
        if (nextY) reach(i + 1, j + 2, so + 0.1 + matchCost(x.parts[0], y) + matchCost(x.parts[1], nextY))
      }
      if (y?.parts && x) {
        if (nextX) reach(i + 2, j + 1, so + 0.1 + matchCost(x, y.parts[0]) + matchCost(nextX, y.parts[1]))
      }
    }
  }
  return costs[a.length * width + b.length] ?? Number.POSITIVE_INFINITY
}

/** The distance up to which a word of so many sounds may be proposed as a spelling: the longer the word, the more may differ. */
export const soundLimit = (sounds: number): number => Math.min(0.3 + 0.06 * sounds, 0.85)

/** The same for what is offered unasked beside a word of a query: only what is hardly ever another word. */
export const strictSoundLimit = (sounds: number): number => (sounds < 4 ? 0.08 : Math.min(0.05 + 0.03 * sounds, 0.27))
