import type { TextRange } from '#shared/model/search'

/** How far from the wanted place a boundary is looked for, and how much text around it the segmenter sees. */
const REACH = 48

let segmenter: Intl.Segmenter | null = null

/** Beginnings of words and of the signs between them near `at`, as places in `text`; never inside a grapheme cluster. */
function boundariesNear(text: string, at: number): number[] {
  segmenter ??= new Intl.Segmenter(undefined, { granularity: 'word' })
  // The first segment may be the torn end of a word.
  const from = Math.max(0, at - REACH)
  const near = text.slice(from, at + REACH)
  const places = [...segmenter.segment(near)].map((segment) => from + segment.index)
  if (from > 0) places.shift()
  return at + REACH >= text.length ? [...places, text.length] : places
}

const isSpace = (text: string, at: number) => /\s/.test(text.charAt(at))

/** The latest boundary in `[low, at]`, or `low`. */
function boundaryBefore(text: string, at: number, low: number): number {
  const found = boundariesNear(text, at).findLast((place) => place <= at && place >= low)
  return found ?? low
}

/** The first boundary in `[at, high]`, or `high`. */
function boundaryAfter(text: string, at: number, high: number): number {
  return boundariesNear(text, at).find((place) => place >= at && place <= high) ?? high
}

const trimBack = (text: string, at: number, low: number): number => {
  let end = at
  while (end > low && isSpace(text, end - 1)) end--
  return end
}

const trimForth = (text: string, at: number, high: number): number => {
  let start = at
  while (start < high && isSpace(text, start)) start++
  return start
}

/**
 * A stretch of about `length` code units of `text` around `[start, end)`, inside `[low, high)`: begun and ended between words, without
 * white space at its ends, and at a paragraph's beginning where one is near. Longer than `length` only where `[start, end)` is.
 *
 * `low`, `high`, `start` and `end` must not part a grapheme cluster. Cost: does not grow with the text.
 */
export function cutAround(text: string, start: number, end: number, length: number, low: number, high: number): TextRange {
  const spare = Math.max(0, length - (end - start))
  let from = Math.max(low, start - Math.floor(spare / 3))
  const to = Math.min(high, from + Math.max(length, end - from))
  // What the text's end leaves over goes before the match.
  from = Math.max(low, Math.min(from, to - length))
  const paragraph = text.lastIndexOf('\n', start - 1) + 1
  if (paragraph > from && paragraph <= start) from = paragraph
  else if (from > low) from = Math.min(start, trimForth(text, boundaryAfter(text, from, start), start))
  const last = to < high ? Math.max(end, boundaryBefore(text, to, end)) : to
  return [trimForth(text, from, start), trimBack(text, last, end)]
}
