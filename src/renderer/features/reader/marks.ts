import type { TextRange } from '#shared/model/search'

/** A stretch to mark inside one piece. */
export type Mark = Readonly<{
  /** `[start, end)` in UTF-16 code units of the piece's own text. */
  start: number
  end: number
  /** Which range of the whole text it shows; -1 for a mark that is not one of the hits one steps through. */
  index: number
}>

const NONE: readonly Mark[] = []

/**
 * The part of `ranges` (sorted, not overlapping, offsets of the whole text) that falls inside a piece of `length` at `offset`.
 * A range that reaches past the piece is cut at its edge and goes on in the next one under the same index. Cost: logarithmic, plus
 * the marks found.
 */
export function marksWithin(ranges: readonly TextRange[], offset: number, length: number): readonly Mark[] {
  const end = offset + length
  const first = firstEndingAfter(ranges, offset)
  const marks: Mark[] = []
  for (let index = first; index < ranges.length; index++) {
    const range = ranges[index]
    if (range === undefined || range[0] >= end) break
    const mark = { start: Math.max(range[0], offset) - offset, end: Math.min(range[1], end) - offset, index }
    if (mark.end > mark.start) marks.push(mark)
  }
  return marks.length === 0 ? NONE : marks
}

/** The first of `ranges` that begins at or after `offset` or covers it; 0 when all lie before it; -1 when there are none. */
export function rangeAt(ranges: readonly TextRange[], offset: number): number {
  if (ranges.length === 0) return -1
  const index = firstEndingAfter(ranges, offset)
  return index < ranges.length ? index : 0
}

function firstEndingAfter(ranges: readonly TextRange[], offset: number): number {
  let low = 0
  let high = ranges.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((ranges[middle]?.[1] ?? 0) <= offset) low = middle + 1
    else high = middle
  }
  return low
}
