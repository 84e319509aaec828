import { expect, test } from 'vitest'
import { listFolders, recordFolder } from '#engine/store/folders'
import { insertSighting } from '#engine/store/sightings'
import { addDocuments, newArchive } from '#tests/support/archive'

test('a folder counts each document below it once', () => {
  const archive = newArchive()
  const [a] = addDocuments(archive, [
    { text: 'a', path: '/source/x/a.txt' },
    { text: 'b', path: '/source/y/b.txt' }
  ])
  const y = listFolders(archive.db).find((folder) => folder.name === 'y')
  if (!a || !y) throw new Error('nothing recorded')
  insertSighting(archive.db, {
    documentId: a,
    folderId: y.id,
    importId: 1 as never,
    path: '/source/y/a.txt',
    modifiedAt: 0,
    seenAt: 0
  })
  expect(listFolders(archive.db).map(({ name, documents }) => [name, documents])).toEqual([
    ['source', 2],
    ['x', 1],
    ['y', 2]
  ])
})

test('a folder imported alone finds its place when the folder around it is imported', () => {
  const archive = newArchive()
  addDocuments(archive, [{ text: 'a', path: '/inner/deep/a.txt' }])
  const outer = recordFolder(archive.db, '/', 'disk', null)
  recordFolder(archive.db, '/inner', 'inner', outer)
  expect(listFolders(archive.db).map(({ name, documents }) => [name, documents])).toEqual([
    ['disk', 1],
    ['inner', 1],
    ['deep', 1]
  ])
})
