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

test('ten thousand folders cost as much each as one', () => {
  const archive = newArchive()
  // With the ancestors of each looked for among those of all, this took minutes.
  let [path, parent] = ['/disk', recordFolder(archive.db, '/disk', 'disk', null)]
  for (let depth = 0; depth < 6; depth++) {
    path = `${path}/in`
    parent = recordFolder(archive.db, path, 'in', parent)
  }
  archive.db.transaction(() => {
    for (let at = 0; at < 10_000; at++) recordFolder(archive.db, `${path}/${at}`, String(at), parent)
  })()
  const above = archive.db.prepare(
    "SELECT count(*) FROM folder_ancestor WHERE ancestor_id = (SELECT id FROM folder WHERE path = '/disk')"
  )
  expect(above.pluck().get()).toBe(10_007)
})
