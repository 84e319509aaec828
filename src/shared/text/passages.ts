import type { Passage, TextRange } from '#shared/model/search'
import { cutAround } from '#shared/text/cut-around'
import type { WordPlace } from '#shared/text/likely-places'
import { findMatches, forEachMatch, type Matcher } from '#shared/text/matcher'
import { type ReadPiece, readExactly, readQuickly } from '#shared/text/word-places'

export type PassageOptions = Readonly<{
  /** At most so many passages. */
  max: number
  /** About so many code units each; a passage is longer only where a match is. */
  length: number
  /** How much each word of the query counts, by its number in the matcher, above 0 and up to 1; absent: all the same. */
  weights?: readonly number[]
}>

/** A passage before its view is known. */
export type FoundPassage = Pick<Passage, 'text' | 'offset' | 'ranges' | 'isBest'>

/** A part of a piece no passage has taken yet, with the places in it. */
type Gap = Readonly<{ piece: ReadPiece; low: number; high: number; places: readonly WordPlace[] }>
/** Neighbouring places that fit one passage. */
type Cluster = Readonly<{ gap: Gap; start: number; end: number; gain: number }>
type Stretch = Readonly<{ piece: ReadPiece; range: TextRange; words: ReadonlySet<number> }>

/** Words not shown yet weigh most, then different words, then how near each other they stand, then how often. */
const GAIN = { newWord: 100, word: 10, nearness: 4, place: 0.4, places: 5 }

/** What a run of neighbouring places is worth. */
class Run {
  readonly #options: PassageOptions
  readonly #shown: ReadonlySet<number>

  constructor(options: PassageOptions, shown: ReadonlySet<number>) {
    this.#options = options
    this.#shown = shown
  }

  /** The best cluster that begins with the place `first`; `next` is the number of the first place beyond it. */
  from(gap: Gap, first: number, next: number): Cluster {
    const { places } = gap
    const met = new Set<number>()
    const { start } = places[first] ?? { start: 0 }
    let [end, covered, count, gain] = [start, start, 0, 0]
    for (let index = first; index < next; index++) {
      const place = places[index]
      if (!place) break
      end = Math.max(end, place.end)
      const weight = this.#options.weights?.[place.word] ?? 1
      if (count < GAIN.places) gain += weight * GAIN.place
      count++
      if (met.has(place.word)) continue
      met.add(place.word)
      covered = end
      gain += weight * (GAIN.word + (this.#shown.has(place.word) ? 0 : GAIN.newWord))
    }
    if (met.size > 1) gain += GAIN.nearness * (1 - Math.min(1, (covered - start) / this.#options.length))
    return { gap, start, end, gain }
  }
}

/** The best neighbours in `gap` that fit the length of a passage, the earliest of equals; null without places. */
function bestCluster(gap: Gap, options: PassageOptions, shown: ReadonlySet<number>): Cluster | null {
  const run = new Run(options, shown)
  let best: Cluster | null = null
  let next = 0
  for (const [first, { start }] of gap.places.entries()) {
    next = Math.max(next, first + 1)
    for (let place = gap.places[next]; place && place.end - start <= options.length; place = gap.places[next]) next++
    const cluster = run.from(gap, first, next)
    if (!best || cluster.gain > best.gain) best = cluster
  }
  return best
}

/** What is left of a gap on both sides of a passage cut from it. */
function split(gap: Gap, [start, end]: TextRange): Gap[] {
  return [
    { ...gap, high: start, places: gap.places.filter((place) => place.end <= start) },
    { ...gap, low: end, places: gap.places.filter((place) => place.start >= end) }
  ]
}

/** The stretches of the best passages, the best one first. */
function chooseStretches(pieces: readonly ReadPiece[], options: PassageOptions): Stretch[] {
  const stretches: Stretch[] = []
  const shown = new Set<number>()
  let gaps = pieces.map((piece): Gap => ({ piece, low: 0, high: piece.text.length, places: piece.places }))
  while (stretches.length < options.max) {
    const candidates = gaps.flatMap((gap) => bestCluster(gap, options, shown) ?? [])
    const [best] = candidates.sort((a, b) => b.gain - a.gain || a.gap.piece.start + a.start - b.gap.piece.start - b.start)
    if (!best) break
    const { gap, start, end } = best
    const range = cutAround(gap.piece.text, start, end, options.length, gap.low, gap.high)
    const inside = gap.places.filter((place) => place.start >= range[0] && place.end <= range[1])
    const words = new Set(inside.map(({ word }) => word))
    for (const word of words) shown.add(word)
    stretches.push({ piece: gap.piece, range, words })
    gaps = gaps.flatMap((other) => (other === gap ? split(gap, range) : [other]))
  }
  return stretches
}

function passageOf({ piece: { text, start }, range: [from, to] }: Stretch, matcher: Matcher, isBest: boolean): FoundPassage {
  const ranges = findMatches(text, matcher, { from, to }).map(([begin, end]): TextRange => [begin - from, end - from])
  return { text: text.slice(from, to), offset: start + from, ranges, isBest }
}

/** Whether what was taken for words of the query in a stretch are really some. */
function holds({ piece, range: [from, to], words }: Stretch, matcher: Matcher): boolean {
  if (piece.isExact) return true
  if (matcher.nears.length > 0) return false
  const met = new Set<number>()
  const note = (start: number, end: number, word: number) => {
    if (start >= from && end <= to) met.add(word)
  }
  forEachMatch(piece.text, matcher, note, { from, to })
  return [...words].every((word) => met.has(word))
}

/**
 * The passages that show best what the query found in these pieces of one text (ascending, not overlapping): exact slices, begun and ended
 * between words, in document order, not overlapping; one of them `isBest`. First those with the words of the query that weigh most and
 * are not shown yet, then those where they stand nearest each other, then the earliest. Empty when the pieces hold none of the words.
 */
export function choosePassages(pieces: readonly ReadPiece[], matcher: Matcher, options: PassageOptions): FoundPassage[] {
  const guessed = chooseStretches(pieces, options)
  // A guess that does not hold everywhere is thrown away whole: a reading misses nothing.
  const isGuessed = pieces.some(({ isExact }) => !isExact)
  const isRight = !isGuessed || (guessed.length > 0 && guessed.every((stretch) => holds(stretch, matcher)))
  const stretches = isRight
    ? guessed
    : chooseStretches(
        pieces.map((piece) => readExactly(piece, matcher)),
        options
      )
  return stretches
    .map((stretch, index) => passageOf(stretch, matcher, index === 0))
    .filter(({ ranges }) => ranges.length > 0)
    .sort((a, b) => a.offset - b.offset)
}

/**
 * The best passages of a text that is read whole. Cost: where every word stands in the text as it is typed, little more than a plain
 * comparison. Otherwise one reading of the text, about 0.1 s for a million characters.
 */
export function bestPassages(text: string, matcher: Matcher, options: PassageOptions): FoundPassage[] {
  return choosePassages([readQuickly({ text, start: 0 }, matcher)], matcher, options)
}
