import fc from 'fast-check'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { openingOf, passagesOfCard, shownPassage } from '#renderer/features/search/best-passage.ts'
import { documentIdSchema } from '#shared/model/ids'
import type { Passage, SearchHit, TextRange } from '#shared/model/search'

const passage = (text: string, ranges: readonly TextRange[], offset = 0, isBest = false): Passage => ({
  text,
  ranges,
  offset,
  view: 'reader',
  isBest
})

const hit = (passages: readonly Passage[], titleRanges: readonly TextRange[] = []): SearchHit => ({
  id: v.parse(documentIdSchema, 1),
  title: 'T',
  author: null,
  publisher: null,
  date: null,
  language: 'en',
  direction: 'ltr',
  mediaType: 'text/plain',
  status: 'searchable',
  fileName: 't.txt',
  path: '/t.txt',
  isRead: false,
  isStarred: false,
  tags: [],
  heldWarnings: [],
  holder: null,
  score: 1,
  passages,
  titleRanges,
  spellings: []
})

describe('the passages of a card', () => {
  it('begin with the best one', () => {
    const [one, two, three] = [passage('a', [[0, 1]], 0), passage('b', [[0, 1]], 10, true), passage('c', [[0, 1]], 20)]
    expect(passagesOfCard(hit([one, two, three]))).toEqual([two, one, three])
    expect(openingOf(hit([one, two, three]))).toMatchObject({ offset: 10 })
    expect(openingOf(hit([one, two, three]), 2)).toMatchObject({ offset: 20 })
  })

  it('opens the document at its first mark', () => {
    expect(openingOf(hit([passage('see the letter', [[8, 14]], 100)]))).toEqual({
      at: 'passage',
      view: 'reader',
      offset: 108
    })
    expect(openingOf(hit([], [[0, 1]]))).toEqual({ at: 'first-hit' })
    expect(openingOf(hit([]))).toEqual({ at: 'top' })
  })

  it('keeps the cells of a table apart, each in its own direction', () => {
    const row = '2\tGolnar S.\tگلنار س.\t14 July 1988\t\t12\n3\tFarid R.'
    const shown = shownPassage(
      passage(row, [
        [2, 8],
        [row.indexOf('Farid'), row.indexOf('Farid') + 5]
      ])
    )
    expect(shown.text.replace(/[\u2068\u2069]/g, '')).toBe('2 · Golnar S. · گلنار س. · 14 July 1988 · 12 / 3 · Farid R.')
    expect(shown.text).toContain('\u2068گلنار س.\u2069')
    expect(shown.ranges.map(([start, end]) => shown.text.slice(start, end))).toEqual(['Golnar', 'Farid'])
  })

  it('is cut at a word so that the first mark is in sight', () => {
    const before = 'the families have waited for more than three decades and nobody has shown them the '
    const shown = shownPassage(passage(`${before}letter of 1988`, [[before.length, before.length + 6]]))
    const [start, end] = shown.ranges[0] ?? [0, 0]
    expect(shown.text.slice(start, end)).toBe('letter')
    expect(start).toBeLessThanOrEqual(48)
    expect(shown.cutBefore).toBe(true)
    expect(before).toContain(` ${shown.text.slice(0, 8)}`)
  })

  it('stands whole where its mark is near the start', () => {
    const shown = shownPassage(passage('a letter', [[2, 8]], 0))
    expect(shown).toEqual({ text: 'a letter', ranges: [[2, 8]], cutBefore: false })
    expect(shownPassage(passage('a letter', [[2, 8]], 5)).cutBefore).toBe(true)
  })

  it('marks the same letters after the cut, in any script, and cuts no character in two', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 200 }),
        fc.string({ unit: 'grapheme', minLength: 1 }),
        (before, word) => {
          const spaced = word.replace(/\s/g, ' ')
          const shown = shownPassage(passage(before + spaced, [[before.length, before.length + spaced.length]]))
          const [start, end] = shown.ranges[0] ?? [0, 0]
          expect(shown.text.slice(start, end)).toBe(spaced)
          expect(shown.text.charCodeAt(0) >= 0xdc00 && shown.text.charCodeAt(0) <= 0xdfff && shown.cutBefore).toBe(false)
        }
      )
    )
  })
})
