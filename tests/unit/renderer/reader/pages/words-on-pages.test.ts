import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { besidePage } from '#renderer/features/reader/pages/beside-page.ts'
import { bitmapWidth, pageAddress } from '#renderer/features/reader/pages/page-address.ts'
import { parsePageNumber } from '#renderer/features/reader/pages/page-number.ts'
import { pageFinder } from '#renderer/features/reader/pages/page-of-offset.ts'
import { paragraphAt } from '#renderer/features/reader/pages/paragraph-at.ts'
import { readingEntry } from '#renderer/features/reader/pages/reading-entry.ts'
import { nearestPlace } from '#renderer/features/reader/pages/word-at.ts'
import { documentIdSchema } from '#shared/model/ids'

const words = [
  { start: 0, end: 4, text: 'gate', x: 0.1, y: 0.1, width: 0.2, height: 0.05 },
  { start: 5, end: 8, text: 'باغ', x: 0.5, y: 0.1, width: 0.3, height: 0.05 },
  { start: 9, end: 12, text: 'a😀', x: 0.1, y: 0.2, width: 0.2, height: 0.05 }
]

describe('nearestPlace', () => {
  it('is between the letters under the point, from the side where the word begins', () => {
    expect(nearestPlace(words, 0.15, 0.12, 1)).toMatchObject({ word: words[0], offset: 1 })
    expect(nearestPlace(words, 0.79, 0.12, 1)).toMatchObject({ word: words[1], offset: 0 })
    expect(nearestPlace(words, 0.51, 0.12, 1)).toMatchObject({ word: words[1], offset: 3 })
  })

  it('is the end of the line beside it rather than a nearer word above or below', () => {
    expect(nearestPlace(words, 0.45, 0.22, 1)).toMatchObject({ word: words[2], offset: 3 })
    expect(nearestPlace(words, 0.99, 0.99, 1)?.word).toBe(words[2])
    expect(nearestPlace([], 0.5, 0.5, 1)).toBeUndefined()
  })

  it('never parts a character of two units', () => {
    expect(
      nearestPlace([{ ...words[2], text: 'a😀', start: 9, end: 12, x: 0, y: 0, width: 0.3, height: 1 }], 0.2, 0.5, 1)?.offset
    ).toBe(1)
  })
})

describe('pageFinder', () => {
  it('knows the page of any offset, and page 1 where none is named', () => {
    const pageOf = pageFinder([
      { kind: 'paragraph', text: 'four', page: 1 },
      { kind: 'paragraph', text: 'five', page: 3 }
    ])
    expect([0, 4, 5, 6, 99].map(pageOf)).toEqual([1, 1, 1, 3, 3])
    expect(pageFinder([])(7)).toBe(1)
    expect(pageFinder([{ kind: 'paragraph', text: 'x' }])(0)).toBe(1)
  })
})

describe('besidePage', () => {
  it('is the text of the page that has no word on its picture', () => {
    const blocks = [
      { kind: 'paragraph', text: 'Seen from the road', page: 1 },
      { kind: 'paragraph', text: 'gate', page: 1 },
      { kind: 'paragraph', text: 'A note', page: 2 }
    ] as const
    const onPage = [{ start: 20, end: 24, text: 'gate', x: 0, y: 0, width: 0.1, height: 0.1 }]
    expect(besidePage(blocks, 1, onPage)).toEqual([{ offset: 0, text: 'Seen from the road' }])
    expect(besidePage(blocks, 2, [])).toEqual([{ offset: 26, text: 'A note' }])
    expect(besidePage([], 1, onPage)).toEqual([])
  })
})

describe('paragraphAt', () => {
  it('is what stands between two empty lines', () => {
    const text = 'one\n\ntwo words\n\nthree'
    expect([0, 2, 5, 9, 20].map((offset) => text.slice(...paragraphAt(text, offset)))).toEqual([
      'one',
      'one',
      'two words',
      'two words',
      'three'
    ])
  })
})

describe('parsePageNumber', () => {
  it('takes the digits of any script, and the last page for one beyond it', () => {
    expect([' 12 ', '۱۲', '١٢', '१२'].map((typed) => parsePageNumber(typed, 340))).toEqual([12, 12, 12, 12])
    expect(parsePageNumber('999', 340)).toBe(340)
  })

  it('refuses everything else', () => {
    for (const typed of ['', '0', '-1', '1.5', 'two', '12a', '1234567890']) expect(parsePageNumber(typed, 340)).toBeUndefined()
  })
})

describe('bitmaps', () => {
  it('are asked for in device pixels, up to a bound', () => {
    expect(bitmapWidth(500, 0.7, 1)).toBe(500)
    expect(bitmapWidth(500, 0.7, 2)).toBe(1000)
    expect(bitmapWidth(50_000, 0.7, 1)).toBeLessThan(3000)
    expect(bitmapWidth(50_000, 100, 1)).toBe(4096)
    expect(bitmapWidth(0, 0.7, 1)).toBe(1)
    expect(pageAddress(v.parse(documentIdSchema, 7), 3, 640)).toBe('sanad-page://d7/page:3:640')
  })
})

describe('readingEntry', () => {
  const outline = [
    { title: 'One', page: 1, level: 1 },
    { title: 'Nowhere', page: null, level: 2 },
    { title: 'Two', page: 4, level: 1 },
    { title: 'Two, again', page: 4, level: 2 },
    { title: 'Back', page: 2, level: 1 }
  ]
  it('is the last one that begins before the page', () => {
    expect(readingEntry(outline, 1)).toBe(0)
    expect(readingEntry(outline, 3)).toBe(4)
    expect(readingEntry(outline, 9)).toBe(3)
    expect(readingEntry([], 9)).toBe(-1)
  })
})
