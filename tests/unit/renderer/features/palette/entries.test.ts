import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { entryGroups, matching } from '#renderer/features/palette/entries.ts'
import { documentIdSchema, savedSearchIdSchema, tagIdSchema } from '#shared/model/ids'
import { searchDataSchema } from '#shared/model/search-data'

const commands = [
  { command: 'toggle-star', title: 'Star or remove star', keys: 's' },
  { command: 'import-folder', title: 'Import a folder…', keys: 'Mod+Shift+O' }
] as const

describe('the palette', () => {
  it('finds commands by the beginnings of their words, in any order', () => {
    const found = (text: string): string[] => matching({ saved: [], commands }, text).commands.map((row) => row.command)
    expect(found('')).toEqual(['toggle-star', 'import-folder'])
    expect(found('fold imp')).toEqual(['import-folder'])
    expect(found('STAR')).toEqual(['toggle-star'])
    expect(found('tar')).toEqual([])
  })

  it('finds saved searches by the words of their names, once something is typed', () => {
    const search = v.parse(searchDataSchema, { query: 'lett*' })
    const saved = ['Letters to the court', 'نامه‌های دادگاه'].map((name, at) => ({
      id: v.parse(savedSearchIdSchema, at + 1),
      name,
      search,
      lookedAt: 0
    }))
    const found = (text: string): string[] => matching({ saved, commands: [] }, text).saved.map(({ name }) => name)
    expect(found('')).toEqual([])
    expect(found('court lett')).toEqual(['Letters to the court'])
    expect(found('دادگاه')).toEqual(['نامه‌های دادگاه'])
    const [group] = entryGroups([], { saved, commands: [] }, 'lett', '')
    expect(group).toMatchObject({ id: 'saved', entries: [{ kind: 'saved', title: 'Letters to the court' }, {}] })
  })

  it('leaves empty groups out and ends with the way to search', () => {
    const groups = entryGroups(
      [
        { kind: 'document', id: v.parse(documentIdSchema, 1), title: 'A letter', subtitle: '' },
        { kind: 'tag', id: v.parse(tagIdSchema, 1), title: 'letters', color: 'blue', documents: 2 }
      ],
      { saved: [], commands: [] },
      ' lett ',
      'Search for lett'
    )
    expect(groups.map((group) => group.id)).toEqual(['documents', 'tags', 'search'])
    expect(groups.at(-1)?.entries[0]).toMatchObject({ kind: 'search', query: 'lett' })
  })

  it('gives a document and a tag of the same number names of their own', () => {
    const groups = entryGroups(
      [
        { kind: 'document', id: v.parse(documentIdSchema, 1), title: 'x', subtitle: '' },
        { kind: 'tag', id: v.parse(tagIdSchema, 1), title: 'x', color: 'blue', documents: 0 }
      ],
      { saved: [], commands: [] },
      '',
      ''
    )
    const ids = groups.flatMap((group) => group.entries.map((entry) => entry.id))
    expect(new Set(ids).size).toBe(2)
  })
})
