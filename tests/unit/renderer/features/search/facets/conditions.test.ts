import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { NO_FILTER } from '#renderer/app/state.ts'
import { choose, chooseYears, chosenYears } from '#renderer/features/search/facets/choices.ts'
import { conditionsOf, quickOffers } from '#renderer/features/search/facets/conditions.ts'
import { type FacetValue, LISTED_FACETS, type ListedFacet, type SearchFacets } from '#shared/model/facets'
import { folderIdSchema, tagIdSchema } from '#shared/model/ids'
import type { SearchFilter } from '#shared/model/search'

const value = (name: string, documents: number): FacetValue => ({
  value: name,
  label: name,
  detail: '',
  color: null,
  documents,
  chosen: null
})

function counted(of: Partial<Record<ListedFacet, readonly FacetValue[]>>): Pick<SearchFacets, 'groups'> {
  const groups = LISTED_FACETS.map((facet) => [facet, { values: of[facet] ?? [], distinct: of[facet]?.length ?? 0 }])
  return { groups: Object.fromEntries(groups) as SearchFacets['groups'] }
}

const languages = [value('en', 9), value('fa', 4)]
const facets = counted({ language: languages, type: [value('text/html', 8), value('text/plain', 5)] })
const keys = (list: readonly Readonly<{ key: string }>[]): string[] => list.map(({ key }) => key)
const changed = (filter: SearchFilter, patch: Partial<SearchFilter>): SearchFilter => ({ ...filter, ...patch })

describe('the conditions of a filter', () => {
  it('are none for everything', () => {
    expect(conditionsOf(NO_FILTER)).toEqual([])
  })

  it('can each be taken away without the others', () => {
    const tag = (id: number) => v.parse(tagIdSchema, id)
    const filter = {
      ...NO_FILTER,
      folderId: v.parse(folderIdSchema, 3),
      tagIds: [tag(1), tag(2)],
      facets: { language: { include: ['fa'], exclude: ['en'] } }
    }
    const conditions = conditionsOf(filter)
    expect(keys(conditions)).toEqual(['in-folder-3', 'in-tag-1', 'in-tag-2', 'include-language-"fa"', 'exclude-language-"en"'])
    expect(conditions.map(({ isExcluded }) => isExcluded)).toEqual([false, false, false, false, true])
    expect(conditions[1]?.without).toEqual({ tagIds: [2] })
    expect(conditions[0]?.without).toEqual({ folderId: null })
    expect(conditions[3]?.without).toEqual({ facets: { language: { include: [], exclude: ['en'] } } })
  })

  it('offers the commonest values of each kind in turn', () => {
    expect(keys(quickOffers(facets, NO_FILTER, 3))).toEqual(['language-en', 'type-mediaType.webPage', 'language-fa'])
  })

  it('does not offer the unknown language', () => {
    expect(keys(quickOffers(counted({ language: [value('und', 99), ...languages] }), NO_FILTER, 1))).toEqual(['language-en'])
  })

  it('offers nothing that would change nothing', () => {
    expect(quickOffers(counted({ language: [value('en', 9)] }), NO_FILTER, 3)).toEqual([])
    const english = changed(NO_FILTER, choose(NO_FILTER, 'language', ['en'], 'exclude'))
    expect(keys(quickOffers(facets, english, 3))).toEqual(['type-mediaType.webPage', 'type-mediaType.text'])
  })

  it('takes file formats that people call by one name together', () => {
    const sheets = ['application/vnd.ms-excel', 'application/vnd.oasis.opendocument.spreadsheet']
    const tables = counted({ type: [value(sheets[0] ?? '', 2), value('text/html', 3), value(sheets[1] ?? '', 2)] })
    const [first, second] = quickOffers(tables, NO_FILTER, 2)
    expect(first).toMatchObject({ about: { facet: 'type', kind: 'mediaType.spreadsheet' } })
    expect(first?.with).toEqual({ facets: { type: { include: sheets, exclude: [] } } })
    expect(second?.key).toBe('type-mediaType.webPage')
    const active = conditionsOf(changed(NO_FILTER, first?.with ?? {}))
    expect(active).toHaveLength(1)
    expect(active[0]?.without).toEqual({ facets: {} })
  })
})

describe('choosing', () => {
  it('turns an included value into an excluded one, and back into none', () => {
    const included = changed(NO_FILTER, choose(NO_FILTER, 'publisher', ['Nehrin Centre'], 'include'))
    const excluded = changed(included, choose(included, 'publisher', ['Nehrin Centre'], 'exclude'))
    expect(excluded.facets).toEqual({ publisher: { include: [], exclude: ['Nehrin Centre'] } })
    expect(choose(excluded, 'publisher', ['Nehrin Centre'], null)).toEqual({ facets: {} })
  })

  it('changes nothing once more is chosen than a filter holds', () => {
    const many = Array.from({ length: 201 }, (_, i) => `press ${i}`)
    expect(choose(NO_FILTER, 'publisher', many, 'include')).toEqual({})
  })

  it('has one stretch of years, beside the documents without a date', () => {
    const undated = changed(NO_FILTER, choose(NO_FILTER, 'year', ['undated'], 'include'))
    const years = changed(undated, chooseYears(undated, { from: 1988, to: 1990 }))
    expect(years.facets.year?.include).toEqual([{ from: 1988, to: 1990 }, 'undated'])
    const others = changed(years, chooseYears(years, { from: 2000, to: 2000 }, 'exclude'))
    expect(chosenYears(others.facets)).toEqual({ from: 2000, to: 2000, direction: 'exclude' })
    expect(others.facets.year?.include).toEqual(['undated'])
    expect(chooseYears(others, null)).toEqual({ facets: { year: { include: ['undated'], exclude: [] } } })
  })
})
