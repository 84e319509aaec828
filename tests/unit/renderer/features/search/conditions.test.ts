import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { NO_FILTER } from '#renderer/app/state.ts'
import { conditionsOf, quickConditions } from '#renderer/features/search/conditions.ts'
import { folderIdSchema, tagIdSchema } from '#shared/model/ids'

const facets = {
  languages: [
    { language: 'en', documents: 9 },
    { language: 'fa', documents: 4 }
  ],
  mediaTypes: [
    { mediaType: 'text/html', documents: 8 },
    { mediaType: 'text/plain', documents: 5 }
  ]
}

describe('the conditions of a filter', () => {
  it('are none for everything', () => {
    expect(conditionsOf(NO_FILTER)).toEqual([])
  })

  it('can each be taken away without the others', () => {
    const tag = (id: number) => v.parse(tagIdSchema, id)
    const filter = { ...NO_FILTER, folderId: v.parse(folderIdSchema, 3), tagIds: [tag(1), tag(2)], languages: ['fa'] }
    const conditions = conditionsOf(filter)
    expect(conditions.map((condition) => condition.key)).toEqual(['folder-3', 'tag-1', 'tag-2', 'language-fa'])
    expect(conditions[1]?.without).toEqual({ tagIds: [2] })
    expect(conditions[0]?.without).toEqual({ folderId: null })
  })

  it('offers the commonest values of each kind in turn', () => {
    expect(quickConditions(facets, NO_FILTER, 3).map((condition) => condition.key)).toEqual([
      'language-en',
      'type-mediaType.webPage',
      'language-fa'
    ])
  })

  it('does not offer the unknown language', () => {
    const mostly = { languages: [{ language: 'und', documents: 99 }, ...facets.languages], mediaTypes: [] }
    expect(quickConditions(mostly, NO_FILTER, 1).map((condition) => condition.key)).toEqual(['language-en'])
  })

  it('offers nothing that would change nothing', () => {
    const single = { languages: [{ language: 'en', documents: 9 }], mediaTypes: [] }
    expect(quickConditions(single, NO_FILTER, 3)).toEqual([])
    expect(quickConditions(facets, { ...NO_FILTER, languages: ['en'] }, 3).map((condition) => condition.key)).toEqual([
      'type-mediaType.webPage',
      'type-mediaType.text'
    ])
  })

  it('takes file formats that people call by one name together', () => {
    const tables = {
      languages: [],
      mediaTypes: [
        { mediaType: 'application/vnd.ms-excel', documents: 2 },
        { mediaType: 'text/html', documents: 3 },
        { mediaType: 'application/vnd.oasis.opendocument.spreadsheet', documents: 2 }
      ]
    }
    const [first, second] = quickConditions(tables, NO_FILTER, 2)
    expect(first).toMatchObject({
      about: { kind: 'mediaTypes', key: 'mediaType.spreadsheet' },
      with: { mediaTypes: ['application/vnd.ms-excel', 'application/vnd.oasis.opendocument.spreadsheet'] }
    })
    expect(second?.key).toBe('type-mediaType.webPage')
    const active = conditionsOf({ ...NO_FILTER, ...first?.with })
    expect(active).toHaveLength(1)
    expect(active[0]?.without).toEqual({ mediaTypes: [] })
  })
})
