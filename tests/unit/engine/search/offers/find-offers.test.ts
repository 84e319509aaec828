import fc from 'fast-check'
import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import type { Archive } from '#engine/open'
import { tagDocuments } from '#engine/organise/tagging'
import { findOffers } from '#engine/search/offers/find-offers'
import { runSearch } from '#engine/search/run'
import { TextCache } from '#engine/search/text-cache'
import type { NothingFound, SearchOffer } from '#shared/model/query-help'
import { type SearchFilter, searchFilterSchema, searchRequestSchema } from '#shared/model/search'
import { addDocuments, newArchive } from '#tests/support/archive'

const filterOf = (patch: v.InferInput<typeof searchFilterSchema> = {}): SearchFilter => v.parse(searchFilterSchema, patch)

const ask = (archive: Archive, query: string, patch: v.InferInput<typeof searchFilterSchema> = {}): NothingFound =>
  findOffers(archive.db, { query, filter: filterOf(patch), expansions: {} })

const said = ({ offers }: NothingFound): string[] =>
  offers.map(({ kind, subject, documents }) => `${kind}${subject === '' ? '' : ` ${subject}`} ${documents}`)

function library(): Archive {
  const archive = newArchive()
  const ids = addDocuments(archive, [
    { title: 'Letter from prison', text: 'The prisoners of Nehrin wrote a letter.', date: '1988-07-19' },
    { title: 'Report', text: 'The court of Darvan heard the families.', date: '1989' },
    { title: 'Press release', text: 'Families of prisoners ask the court in Nehrin.', language: 'fr' }
  ])
  tagDocuments(archive.db, 'letters', ids.slice(0, 1))
  return archive
}

/** The offer asked as a search. */
function total(archive: Archive, { query, filter, expansions }: SearchOffer): number {
  const request = { ...v.parse(searchRequestSchema, { query, limit: 0, expansions }), filter }
  return runSearch(archive.db, new TextCache(), request).total
}

describe('what is offered where nothing was found', () => {
  test('the nearest spellings of a word that stands nowhere', () => {
    const found = ask(library(), 'prisonrs court')
    expect(found.missing).toEqual(['prisonrs'])
    expect(found.offers[0]).toMatchObject({
      kind: 'spelling',
      subject: 'prisoners',
      typed: 'prisonrs',
      query: 'prisoners court',
      documents: 1
    })
    expect(said(found)).toContain('any-word 2')
    expect(said(found)).toContain('without-part prisonrs 2')
  })

  test('a spelling inside a phrase, and the phrase without its marks', () => {
    const found = ask(library(), '"court of Nehrin"')
    expect(found.missing).toEqual(['"court of Nehrin"'])
    expect(said(found)).toEqual(['unquoted 1'])
    expect(ask(library(), '"familes of prisoners"').offers[0]).toMatchObject({ query: '"families of prisoners"', documents: 1 })
  })

  test('the nearest spellings of several words at once', () => {
    const found = ask(library(), 'prisonrs "familes"')
    expect(found.offers[0]).toMatchObject({
      query: 'prisoners "families"',
      subject: 'prisoners, families',
      typed: 'prisonrs, familes',
      documents: 1
    })
  })

  test('the same name in another script', () => {
    const archive = newArchive()
    addDocuments(archive, [{ text: 'گورستان خاوران' }, { text: 'A letter' }])
    const found = ask(archive, 'Khavaran')
    expect(found.offers[0]).toMatchObject({ kind: 'script', subject: 'خاوران', typed: 'Khavaran', documents: 1 })
    expect(total(archive, found.offers[0] as SearchOffer)).toBe(1)
  })

  test('words that are there, but never together', () => {
    const found = ask(library(), 'letter Darvan')
    expect(found.missing).toEqual([])
    expect(found.apart).toEqual([
      { text: 'letter', documents: 1 },
      { text: 'Darvan', documents: 1 }
    ])
    expect(said(found)).toEqual(['any-word 2', 'without-part letter 1', 'without-part Darvan 1'])
  })

  test('what is left out, and fields', () => {
    expect(said(ask(library(), 'Nehrin -prisoners'))).toContain('without-part -prisoners 2')
    expect(said(ask(library(), 'court tag:letters'))).toEqual(['without-part court 1', 'without-part tag:letters 2'])
  })

  test('as much of the query as finds something, where no single change helps', () => {
    expect(said(ask(library(), 'court lang:xx tag:other Darvan -families'))).toEqual([
      'without-part lang:xx tag:other -families 1'
    ])
  })

  test('the filter, each condition by itself and all together', () => {
    const found = ask(library(), 'letter', { section: 'starred' })
    expect(found.withoutFilters).toBe(1)
    expect(said(found)).toEqual(['without-condition section 1'])
    const two = ask(library(), 'letter', { section: 'starred', importId: 77 as never })
    expect(said(two)).toEqual(['without-filters 1'])
  })

  test('nothing where nothing helps, and nothing for nothing', () => {
    expect(ask(library(), 'zzzzqqq').offers).toEqual([])
    expect(ask(newArchive(), 'prison letter')).toEqual({
      missing: ['prison', 'letter'],
      apart: [],
      withoutFilters: 0,
      offers: []
    })
    expect(ask(library(), '').offers).toEqual([])
  })

  test('never a search that finds nothing, and always with its exact number, whatever was typed', () => {
    const archive = library()
    const piece = fc.constantFrom(
      'prisonrs',
      '"court of Nehrin"',
      'letter',
      '-Nehrin',
      'tag:letters',
      'OR',
      '(',
      ')',
      'date:1988',
      'x~',
      'NEAR',
      '"',
      'k*n'
    )
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string({ maxLength: 6 })), { maxLength: 6 }), (pieces) => {
        for (const offer of ask(archive, pieces.join(' ')).offers) {
          expect(offer.documents).toBeGreaterThan(0)
          expect(total(archive, offer)).toBe(offer.documents)
        }
      }),
      { numRuns: 60 }
    )
  })
})
