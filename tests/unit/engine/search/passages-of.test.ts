import { describe, expect, test } from 'vitest'
import { findHits } from '#engine/reading/hits'
import { passagesOf } from '#engine/search/passages-of'
import { TextCache } from '#engine/search/text-cache'
import { readText, saveText } from '#engine/store/texts'
import { packDocumentText } from '#engine/text/pack-text'
import type { DocumentId } from '#shared/model/ids'
import { buildMatcher, findMatches, type Matcher } from '#shared/text/matcher'
import { parseQuery } from '#shared/text/parse-query'
import { bestPassages } from '#shared/text/passages'
import { addDocuments, newArchive } from '#tests/support/archive'

const FILLER = 'The committee met again in the morning and wrote down what had been said. '
const PASSAGES = { max: 3, length: 180 }

/** Paragraphs of filler with these put in among them, at parts of a thousand of the way. */
function longText(paragraphs: number, inserted: Readonly<Record<number, string>>): string {
  const places = new Map(Object.entries(inserted).map(([at, text]) => [Math.floor((Number(at) / 1000) * paragraphs), text]))
  return Array.from({ length: paragraphs }, (_, index) => places.get(index) ?? `${index}. ${FILLER.repeat(3)}`).join('\n\n')
}

function archiveOf(...texts: readonly Readonly<{ text: string; rest?: string }>[]) {
  const archive = newArchive()
  const ids = addDocuments(archive, texts)
  const cache = new TextCache()
  const matcherOf = (query: string): Matcher => buildMatcher(parseQuery(query))
  const passages = (id: DocumentId | undefined, query: string, options = PASSAGES) =>
    passagesOf(archive.db, cache, id ?? (0 as DocumentId), matcherOf(query), options)
  return { db: archive.db, ids, cache, passages, matcherOf }
}

describe('passages of a long document', () => {
  const text = longText(4000, {
    200: 'The letter from the prison never came.',
    500: 'A letter was read out.',
    900: 'Nehrin was named in a letter; the prison in Nehrin was closed.',
    999: 'Then the گورستان of Darvan, and قبرها beside it.'
  })

  test('are found wherever they stand, without reading all of it', () => {
    const { db, ids, passages, cache } = archiveOf({ text })
    const found = passages(ids[0], 'nehrin prison')
    expect(found.find(({ isBest }) => isBest)?.text).toContain('the prison in Nehrin')
    expect(found.filter(({ isBest }) => isBest)).toHaveLength(1)
    const read = cache.read(db, ids[0] ?? (0 as DocumentId), (texts) => texts?.reader.unitsRead())
    expect(read).toBeLessThan(text.length * 0.3)
    expect(passages(ids[0], 'گورستان').map((passage) => passage.text)).toEqual([expect.stringContaining('گورستان of Darvan')])
    expect(passages(ids[0], 'darvan nothingsuch').map((passage) => passage.text)).toHaveLength(1)
    expect(passages(ids[0], 'nothingsuch')).toEqual([])
  })

  test('are slices of the text, and their marks are words of the query', () => {
    const { db, ids, passages, matcherOf } = archiveOf({ text })
    const whole = readText(db, ids[0] ?? (0 as DocumentId)).reader
    for (const query of ['letter', 'prison letter', '"the letter"', 'committee morning', 'nehr*', 'darvan OR nehrin', 'قبرها']) {
      const found = passages(ids[0], query)
      expect(found.length).toBeGreaterThan(0)
      let done = 0
      for (const { text: slice, offset, ranges } of found) {
        expect(whole.slice(offset, offset + slice.length)).toBe(slice)
        expect(offset).toBeGreaterThanOrEqual(done)
        done = offset + slice.length
        expect(ranges).toEqual(findMatches(slice, matcherOf(query)))
      }
    }
  })

  test('of a rare word go before those of a common one', () => {
    const { ids, passages } = archiveOf(
      { text: `${'The committee of the committee. '.repeat(30)}\n\n${FILLER.repeat(20)}\n\nHere the Khelmar was named.` },
      ...Array.from({ length: 12 }, () => ({ text: FILLER }))
    )
    expect(passages(ids[0], 'committee khelmar', { max: 1, length: 120 })[0]?.text).toContain('Khelmar')
  })

  test('say on which page and under which heading they stand', () => {
    const { ids, passages } = archiveOf({ text: 'One.\n\nTwo.' })
    expect(passages(ids[0], 'two')[0]).not.toHaveProperty('page')
  })

  test('are found in all text where the reader text does not have them', () => {
    const { ids, passages } = archiveOf({ text, rest: 'Only the menu names Tolvaneh.' })
    expect(passages(ids[0], 'tolvaneh')).toMatchObject([{ view: 'all', isBest: true, text: expect.stringContaining('Tolvaneh') }])
  })

  test('are found where a phrase reaches over the border of two chunks', () => {
    const one = `${'word '.repeat(40_000)}`
    for (let shift = 0; shift < 3; shift++) {
      const { ids, passages, cache, db } = archiveOf({ text: one })
      const border = cache.read(db, ids[0] ?? (0 as DocumentId), (texts) => texts?.reader.chunks[6]?.start ?? 0)
      const marked = `${one.slice(0, border - 8)} zarin kamal ${one.slice(border)}`
      const other = archiveOf({ text: marked })
      expect(other.passages(other.ids[0], '"zarin kamal"')).toHaveLength(1)
      expect(passages(ids[0], '"zarin kamal"')).toEqual([])
    }
  })
})

test('a document that is read anew while it is looked at shows its new text', () => {
  const { db, ids, passages, cache } = archiveOf({ text: longText(3000, { 500: 'Nehrin was named.' }) })
  const id = ids[0] ?? (0 as DocumentId)
  cache.read(db, id, (texts) => expect(texts?.reader.chunks.length).toBeGreaterThan(20))
  saveText(db, id, packDocumentText([{ kind: 'paragraph', text: `${FILLER.repeat(3000)}Nehrin again.` }], null))
  expect(passages(id, 'nehrin').map(({ text }) => text)).toEqual([expect.stringContaining('Nehrin again.')])
})

describe('documents of all lengths', () => {
  test('have the best passage that reading them whole gives', () => {
    for (const paragraphs of [3, 60, 400, 900, 3000]) {
      const text = longText(paragraphs, { 350: 'They wrote to Nehrin about the prison.', 800: 'The prison of Darvan.' })
      const { ids, passages, matcherOf } = archiveOf({ text })
      for (const query of ['nehrin prison', 'darvan', 'prison', 'morning nehrin']) {
        const best = passages(ids[0], query).find(({ isBest }) => isBest)
        const whole = bestPassages(text, matcherOf(query), { ...PASSAGES, weights: [1, 1] }).find(({ isBest }) => isBest)
        expect([paragraphs, query, best?.offset, best?.text]).toEqual([paragraphs, query, whole?.offset, whole?.text])
      }
    }
  })

  test('have all their hits, exactly', () => {
    for (const paragraphs of [3, 900, 3000]) {
      const text = longText(paragraphs, {
        350: 'They wrote to Nehrin about the prison.',
        351: 'The prison of Nehrin.',
        800: 'می خواهم کتاب های Nehrin'
      })
      const { db, ids, cache, matcherOf } = archiveOf({ text, rest: 'Nehrin in the menu' })
      const id = ids[0] ?? (0 as DocumentId)
      const { reader, all } = readText(db, id)
      for (const query of ['nehrin', '"prison of"', 'committee', 'nehr*', 'prison NEAR/3 nehrin', 'کتاب‌های', 'zzz']) {
        const found = findHits(db, cache, { id, query, typing: false, expansions: {} })
        expect([query, found.reader]).toEqual([query, findMatches(reader, matcherOf(query), { limit: 20_000 })])
        expect(found.all).toEqual(findMatches(all, matcherOf(query), { limit: 20_000 }))
      }
    }
  })
})
