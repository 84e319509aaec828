import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { marksWithin, rangeAt } from '#renderer/features/reader/marks.ts'
import { allTextPieces } from '#renderer/features/reader/pieces.ts'
import type { TextRange } from '#shared/model/search'

const ranges: readonly TextRange[] = [
  [2, 5],
  [8, 14],
  [20, 22]
]

describe('marksWithin', () => {
  it('gives the marks of a piece in its own offsets, with the index of the hit', () => {
    expect(marksWithin(ranges, 0, 8)).toEqual([{ start: 2, end: 5, index: 0 }])
    expect(marksWithin(ranges, 18, 10)).toEqual([{ start: 2, end: 4, index: 2 }])
  })

  it('cuts a range at the edge of a piece and goes on in the next under the same index', () => {
    expect(marksWithin(ranges, 0, 10)).toEqual([
      { start: 2, end: 5, index: 0 },
      { start: 8, end: 10, index: 1 }
    ])
    expect(marksWithin(ranges, 10, 8)).toEqual([{ start: 0, end: 4, index: 1 }])
  })

  it('gives nothing between ranges and for an empty piece', () => {
    expect(marksWithin(ranges, 14, 6)).toEqual([])
    expect(marksWithin(ranges, 9, 0)).toEqual([])
  })

  it('marks exactly the characters of the ranges, over all pieces of any text', () => {
    fc.assert(
      fc.property(
        fc.string({ maxLength: 200, unit: fc.constantFrom('a', 'ب', '😀', '\n', ' ') }),
        fc.array(fc.nat(220)),
        (text, cuts) => {
          const edges = [...new Set(cuts.map((cut) => Math.min(cut, text.length)))].sort((a, b) => a - b)
          const all: TextRange[] = []
          for (let index = 0; index + 1 < edges.length; index += 2) all.push([edges[index] ?? 0, edges[index + 1] ?? 0])
          const wanted = new Set<number>()
          const got = new Set<number>()
          const pieces = allTextPieces(text)
          for (const { block, offset } of pieces) {
            for (let at = 0; at < block.text.length; at++) {
              if (all.some(([start, end]) => offset + at >= start && offset + at < end)) wanted.add(offset + at)
            }
            for (const mark of marksWithin(all, offset, block.text.length)) {
              for (let at = mark.start; at < mark.end; at++) got.add(offset + at)
            }
          }
          expect([...got]).toEqual([...wanted])
        }
      )
    )
  })
})

describe('rangeAt', () => {
  it('finds the hit that covers an offset or comes next', () => {
    expect(rangeAt(ranges, 0)).toBe(0)
    expect(rangeAt(ranges, 9)).toBe(1)
    expect(rangeAt(ranges, 14)).toBe(2)
  })

  it('starts over after the last, and says when there are none', () => {
    expect(rangeAt(ranges, 30)).toBe(0)
    expect(rangeAt([], 3)).toBe(-1)
  })
})
