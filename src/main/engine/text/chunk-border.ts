import { forEachToken } from '#shared/text/tokenize'

/** A chunk holds about this many UTF-16 code units: unpacking and reading one takes well under a millisecond. */
export const CHUNK_UNITS = 16_384
/** How far from that a better place for its end may lie. */
const REACH = 4096
/** Words around a border that are looked at; longer ones are no words. */
const AROUND = 192
/** Places that are tried. */
const MOST_TRIED = 40

/** A text longer than this is not kept in one chunk. */
export const LARGEST_CHUNK = CHUNK_UNITS + REACH

/**
 * Where the chunk that begins at `from` ends: at the last of `starts` (beginnings of blocks, ascending) in reach, else after a line, a
 * space or a character, in this order; always where no term reaches over it, so that chunks read one by one have the terms of the whole.
 * Only in thousands of characters without any such place a term is torn. The end of the text where what is left is short enough.
 */
export function chunkEnd(text: string, from: number, starts: readonly number[]): number {
  if (text.length - from <= LARGEST_CHUNK) return text.length
  const low = from + CHUNK_UNITS - REACH
  const high = from + LARGEST_CHUNK
  const block = starts.findLast((start) => start <= high)
  if (block !== undefined && block >= low && partsNoTerm(text, block)) return block
  return (
    borderAfter(text, low, high, /\n/) ??
    borderAfter(text, low, high, /\s/) ??
    borderAfter(text, low, high, /[\s\S]/) ??
    wholeCharacter(text, high)
  )
}

/** The last place in reach after a sign of this kind. */
function borderAfter(text: string, low: number, high: number, sign: RegExp): number | null {
  let tried = 0
  for (let at = high; at > low && tried < MOST_TRIED; at--) {
    if (!sign.test(text.charAt(at - 1))) continue
    tried++
    if (wholeCharacter(text, at) === at && partsNoTerm(text, at)) return at
  }
  return null
}

/** Not between the two halves of a character. */
function wholeCharacter(text: string, at: number): number {
  const unit = text.charCodeAt(at)
  return unit >= 0xdc00 && unit <= 0xdfff ? at - 1 : at
}

/** Whether the text has the same terms when it is cut at `at`. */
function partsNoTerm(text: string, at: number): boolean {
  const from = Math.max(0, at - AROUND)
  const around = text.slice(from, at + AROUND)
  const whole = placesOf(around, 0)
  const parted = [...placesOf(around.slice(0, at - from), 0), ...placesOf(around.slice(at - from), at - from)]
  return whole.length === parted.length && whole.every((place, index) => place === parted[index])
}

function placesOf(text: string, offset: number): string[] {
  const places: string[] = []
  forEachToken(text, (term, start, end) => {
    places.push(`${start + offset} ${end + offset} ${term}`)
  })
  return places
}
