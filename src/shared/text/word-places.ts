import { likelyPlaces, type WordPlace } from '#shared/text/likely-places'
import { forEachMatch, type Matcher } from '#shared/text/matcher'

/** A part of a text with the places of the query's words in it. */
export type ReadPiece = Readonly<{
  text: string
  /** Where it begins in the whole text. */
  start: number
  /** Inside the piece, ascending. */
  places: readonly WordPlace[]
  /** False: the places were guessed by plain comparison. */
  isExact: boolean
}>

/** Places of one word that are looked at; later ones hardly change the choice. */
const MOST_PLACES_OF_A_WORD = 400
const BEYOND_ASCII = /[^\0-\x7f]/

/** Reads until every word of the query has been met often enough, or to the end: a word that stands only on the last page counts. */
export function readExactly({ text, start }: Pick<ReadPiece, 'text' | 'start'>, matcher: Matcher): ReadPiece {
  const met = new Uint32Array(matcher.words)
  const places: WordPlace[] = []
  let full = 0
  forEachMatch(text, matcher, (from, end, word) => {
    const count = (met[word] ?? 0) + 1
    if (count > MOST_PLACES_OF_A_WORD) return true
    met[word] = count
    places.push({ start: from, end, word })
    if (count === MOST_PLACES_OF_A_WORD) full++
    return full < matcher.words
  })
  return { text, start, places: places.sort((a, b) => a.start - b.start || b.end - a.end), isExact: true }
}

/**
 * The places of the query's words in a piece. They are guessed where that can do: where every word that `mayStand` is met as it is typed,
 * or nothing in the piece needs folding. Cost: of a guess, little; otherwise one reading, about 0.1 s for a million characters.
 */
export function readQuickly(
  piece: Pick<ReadPiece, 'text' | 'start'>,
  matcher: Matcher,
  mayStand: (word: number) => boolean = () => true
): ReadPiece {
  const { places, missing } = likelyPlaces(piece.text, matcher)
  const isMissed = missing.some(mayStand)
  if (isMissed && BEYOND_ASCII.test(piece.text)) return readExactly(piece, matcher)
  return { ...piece, places, isExact: false }
}
