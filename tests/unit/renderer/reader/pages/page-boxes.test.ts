import { describe, expect, it } from 'vitest'
import { boxesOf, marksOnPage, turnedBox, unionOf } from '#renderer/features/reader/pages/page-boxes.ts'
import { isRightToLeftText } from '#renderer/features/reader/pages/right-to-left.ts'
import type { PageWord } from '#shared/model/page-layer'

/** Words on lines: each `[text, x, y, width]`, a twentieth of the page high, one space between them in the text. */
function wordsOf(from: number, ...placed: readonly (readonly [text: string, x: number, y: number, width: number])[]): PageWord[] {
  let start = from
  return placed.map(([text, x, y, width]) => {
    const word = { start, end: start + text.length, text, x, y, width, height: 0.05 }
    start = word.end + 1
    return word
  })
}

const english = wordsOf(
  100,
  ['crime', 0.1, 0.1, 0.1],
  ['against', 0.22, 0.1, 0.14],
  ['humanity', 0.1, 0.2, 0.2],
  ['x', 0.9, 0.2, 0.05]
)
const persian = wordsOf(0, ['جنایت', 0.7, 0.1, 0.2], ['علیه', 0.5, 0.1, 0.15])

describe('boxesOf', () => {
  it('puts the words of one line into one box, and of the next into another', () => {
    const boxes = boxesOf(english, 100, 122, 1)
    expect(boxes).toHaveLength(2)
    expect(boxes[0]).toMatchObject({ x: 0.1, y: 0.1 })
    expect(boxes[0]?.width).toBeCloseTo(0.26)
    expect(boxes[1]).toMatchObject({ x: 0.1, y: 0.2, width: 0.2 })
  })

  it('covers the part of a word that is meant: from the left, and from the right where it is written so', () => {
    const left = boxesOf(english, 100, 102, 1)[0]
    expect(left?.x).toBeCloseTo(0.1)
    expect(left?.width).toBeCloseTo(0.04)
    const right = boxesOf(persian, 0, 2, 1)[0]
    expect(right?.x).toBeCloseTo(0.82)
    expect(right?.width).toBeCloseTo(0.08)
  })

  it('joins words that go to the left, and keeps columns apart', () => {
    expect(boxesOf(persian, 0, 10, 1)).toHaveLength(1)
    expect(boxesOf(english, 114, 124, 1)).toHaveLength(2)
  })

  it('is empty beside the words and on a page without any', () => {
    expect(boxesOf(english, 0, 50, 1)).toEqual([])
    expect(boxesOf(english, 500, 510, 1)).toEqual([])
    expect(boxesOf([], 0, 50, 1)).toEqual([])
  })
})

describe('marksOnPage', () => {
  it('gives the hits of this page with their numbers in the document', () => {
    const ranges = [
      [3, 8],
      [100, 105],
      [114, 122],
      [400, 405]
    ] as const
    expect(marksOnPage(english, ranges, 1).map(({ index }) => index)).toEqual([1, 2])
    expect(marksOnPage([], ranges, 1)).toEqual([])
  })
})

describe('boxes of turned pages', () => {
  const box = { x: 0.1, y: 0.2, width: 0.3, height: 0.05 }
  it('stand where the turned page has them', () => {
    expect(turnedBox(0, box)).toEqual(box)
    // The top edge is now the right one.
    expect(turnedBox(1, box).x).toBeCloseTo(0.75)
    expect(turnedBox(1, box)).toMatchObject({ y: 0.1, width: 0.05, height: 0.3 })
    expect(turnedBox(2, box).x).toBeCloseTo(0.6)
    expect(turnedBox(3, box).y).toBeCloseTo(0.6)
  })

  it('come back after four turns', () => {
    const round = turnedBox(1, turnedBox(1, turnedBox(1, turnedBox(1, box))))
    expect(round.x).toBeCloseTo(box.x)
    expect(round.y).toBeCloseTo(box.y)
  })
})

describe('unionOf', () => {
  it('is the box around all, and none for none', () => {
    expect(unionOf([])).toBeUndefined()
    expect(unionOf(boxesOf(english, 100, 122, 1))?.height).toBeCloseTo(0.15)
  })
})

describe('isRightToLeftText', () => {
  it('goes by the first letter; digits and signs go from the left', () => {
    expect(['باغ', '(باغ', 'שלום', '«متن'].every(isRightToLeftText)).toBe(true)
    expect(['orchard', '1367', '۱۳۶۷', '—', '', 'A باغ'].some(isRightToLeftText)).toBe(false)
  })
})
