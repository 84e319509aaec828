import { describe, expect, it } from 'vitest'
import { indexAtAnchor, NO_HITS, openingPlace } from '#renderer/features/reader/opening-place.ts'
import type { DocumentHits } from '#shared/model/search'

const hits: DocumentHits = {
  reader: [
    [10, 14],
    [50, 54]
  ],
  all: [
    [2, 6],
    [30, 34],
    [70, 74]
  ],
  allOnly: 1
}
const onlyInAll: DocumentHits = { reader: [], all: [[30, 34]], allOnly: 1 }

const asText = { hasReaderText: true, originalText: null }
const asPages = { hasReaderText: true, originalText: 'reader' } as const

describe('openingPlace', () => {
  it('opens at the hit of the passage that was chosen, in its own view', () => {
    expect(openingPlace({ at: 'passage', view: 'reader', offset: 40 }, hits, asText)).toEqual({ view: 'reader', anchor: 50 })
    expect(openingPlace({ at: 'passage', view: 'all', offset: 60 }, hits, asText)).toEqual({ view: 'all', anchor: 70 })
  })

  it('opens at the first or last hit, in All text when it stands only there', () => {
    expect(openingPlace({ at: 'first-hit' }, hits, asText)).toEqual({ view: 'reader', anchor: 10 })
    expect(openingPlace({ at: 'last-hit' }, hits, asText)).toEqual({ view: 'reader', anchor: 50 })
    expect(openingPlace({ at: 'first-hit' }, onlyInAll, asText)).toEqual({ view: 'all', anchor: 30 })
  })

  it('opens at the top without hits, and in All text when the Reader is empty', () => {
    expect(openingPlace({ at: 'top' }, hits, asText)).toEqual({ view: 'reader', anchor: null })
    expect(openingPlace({ at: 'first-hit' }, NO_HITS, asText)).toEqual({ view: 'reader', anchor: null })
    expect(openingPlace({ at: 'first-hit' }, NO_HITS, { ...asText, hasReaderText: false })).toEqual({ view: 'all', anchor: null })
    expect(openingPlace({ at: 'passage', view: 'reader', offset: 3 }, NO_HITS, asText)).toEqual({ view: 'reader', anchor: null })
  })
})

describe('openingPlace of what opens as it looked', () => {
  it('stands at the hit there, and in All text for one that it can not show', () => {
    expect(openingPlace({ at: 'passage', view: 'reader', offset: 40 }, hits, asPages)).toEqual({ view: 'original', anchor: 50 })
    expect(openingPlace({ at: 'first-hit' }, hits, asPages)).toEqual({ view: 'original', anchor: 10 })
    expect(openingPlace({ at: 'last-hit' }, hits, asPages)).toEqual({ view: 'original', anchor: 50 })
    expect(openingPlace({ at: 'first-hit' }, onlyInAll, asPages)).toEqual({ view: 'all', anchor: 30 })
    expect(openingPlace({ at: 'passage', view: 'all', offset: 60 }, hits, asPages)).toEqual({ view: 'all', anchor: 70 })
  })

  it('stands at the top without hits, also where there is no text at all', () => {
    expect(openingPlace({ at: 'top' }, hits, asPages)).toEqual({ view: 'original', anchor: null })
    expect(openingPlace({ at: 'first-hit' }, NO_HITS, asPages)).toEqual({ view: 'original', anchor: null })
    expect(openingPlace({ at: 'passage', view: 'reader', offset: 3 }, NO_HITS, asPages)).toEqual({
      view: 'original',
      anchor: null
    })
    const noText = { hasReaderText: false, originalText: 'reader' } as const
    expect(openingPlace({ at: 'top' }, NO_HITS, noText)).toEqual({ view: 'original', anchor: null })
    const film = { hasReaderText: false, originalText: 'none' } as const
    expect(openingPlace({ at: 'top' }, NO_HITS, film)).toEqual({ view: 'original', anchor: null })
  })
})

describe('indexAtAnchor', () => {
  it('finds the hit that begins there, and none when it is gone', () => {
    expect(indexAtAnchor(hits.reader, 50)).toBe(1)
    expect(indexAtAnchor(hits.reader, 52)).toBe(-1)
    expect(indexAtAnchor(hits.reader, null)).toBe(-1)
    expect(indexAtAnchor([], 0)).toBe(-1)
  })
})
