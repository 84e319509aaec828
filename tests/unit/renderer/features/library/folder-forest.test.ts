import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { folderForest } from '#renderer/features/library/folder-forest.ts'
import { folderIdSchema } from '#shared/model/ids'
import type { FolderNode } from '#shared/model/importing'

const id = (value: number) => v.parse(folderIdSchema, value)
const folder = (own: number, parent: number | null, name: string): FolderNode => ({
  id: id(own),
  parentId: parent === null ? null : id(parent),
  name,
  documents: 1,
  kind: 'folder',
  ocrLanguages: null
})

describe('the folder tree', () => {
  const forest = folderForest(
    [folder(3, 1, 'Box 10'), folder(2, 1, 'Box 9'), folder(1, null, 'Drive'), folder(4, 3, 'Letters')],
    'en'
  )

  it('orders folders as people count', () => {
    expect(forest.roots.map((node) => node.name)).toEqual(['Drive'])
    expect(forest.childrenOf(id(1)).map((node) => node.name)).toEqual(['Box 9', 'Box 10'])
  })

  it('knows what is around a folder, from the outside in', () => {
    expect(forest.ancestorsOf(id(4))).toEqual([1, 3])
    expect(forest.ancestorsOf(id(1))).toEqual([])
    expect(forest.ancestorsOf(id(99))).toEqual([])
  })

  it('shows a folder whose parent is missing, and survives a circle', () => {
    expect(folderForest([folder(5, 42, 'Lost')], 'en').roots.map((node) => node.name)).toEqual(['Lost'])
    const circle = folderForest([folder(1, 2, 'a'), folder(2, 1, 'b')], 'en')
    expect(circle.ancestorsOf(id(1)).length).toBeLessThanOrEqual(2)
  })
})
