import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { tagRows } from '#renderer/features/organise/tag-rows.ts'
import type { Tag } from '#shared/model/document'
import { tagIdSchema } from '#shared/model/ids'

const tag = (id: number, name: string): Tag => ({
  id: v.parse(tagIdSchema, id),
  name,
  color: 'blue',
  isWarning: false,
  documents: 1
})
const names = (rows: ReturnType<typeof tagRows>): string[] =>
  rows.map((row) => (row.kind === 'create' ? `+${row.name}` : row.tag.name))

describe('the lines of the tag editor', () => {
  const letters = tag(1, 'letters')
  const burial = tag(2, 'Burial sites')

  it('begin with the documents’ own tags while nothing is typed', () => {
    expect(names(tagRows([letters, burial], new Map([[burial.id, 1]]), ' '))).toEqual(['Burial sites', 'letters'])
  })

  it('take the tag of exactly this name, whatever its capitals, and offer no second one', () => {
    expect(names(tagRows([letters, burial], new Map(), 'burial SITES'))).toEqual(['Burial sites', 'letters'])
  })

  it('complete a name that was begun, and offer the new one next', () => {
    expect(names(tagRows([letters], new Map(), 'lett'))).toEqual(['letters', '+lett'])
  })

  it('prefer a new tag to one that is only spelled alike', () => {
    expect(names(tagRows([letters], new Map(), 'leaders'))).toEqual(['+leaders', 'letters'])
  })
})
