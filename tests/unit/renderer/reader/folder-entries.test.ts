import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { folderEntries, stepsTo } from '#renderer/features/reader/folder/folder-entries.ts'
import type { Member, Relation } from '#shared/model/family'
import { documentIdSchema } from '#shared/model/ids'

let next = 0
const member = (path: string, relation: Relation = 'entry', title = ''): Member => {
  next += 1
  return {
    id: v.parse(documentIdSchema, next),
    title,
    author: null,
    publisher: null,
    date: null,
    language: 'und',
    direction: 'ltr',
    mediaType: 'text/plain',
    status: 'searchable',
    fileName: path,
    path,
    isRead: false,
    isStarred: false,
    tags: [],
    heldWarnings: [],
    holder: null,
    relation,
    captured: null
  }
}
const names = (members: readonly Member[], path: string): string[] =>
  folderEntries(members, path, 'en').map((entry) => (entry.kind === 'folder' ? `${entry.name}/ ${entry.files}` : entry.name))

describe('a container as a folder', () => {
  const members = ['readme.txt', 'b/10.txt', 'b/2.txt', 'a/deep/x.txt', 'a/y.txt', 'a.txt'].map((path) => member(path))

  it('shows folders first, with all files below them, then files in their own order', () => {
    expect(names(members, '')).toEqual(['a/ 2', 'b/ 2', 'readme.txt', 'a.txt'])
    expect(names(members, 'a/')).toEqual(['deep/ 1', 'y.txt'])
    expect(names(members, 'a/deep/')).toEqual(['x.txt'])
    expect(names(members, 'gone/')).toEqual([])
  })

  it('shows messages and captured pages by their titles, without taking their addresses apart', () => {
    const flat = [member('https:/x.example/a/b', 'capture', 'A page'), member('1.eml', 'message', ''), member('c/d.txt')]
    expect(names(flat, '')).toEqual(['c/ 1', 'A page', '1.eml'])
    expect(names(flat, 'c/')).toEqual(['d.txt'])
  })

  it('knows the steps back', () => {
    expect(stepsTo('a/deep/')).toEqual([
      { name: 'a', path: 'a/' },
      { name: 'deep', path: 'a/deep/' }
    ])
    expect(stepsTo('')).toEqual([])
  })
})
