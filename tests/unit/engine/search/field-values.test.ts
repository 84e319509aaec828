import { expect, test } from 'vitest'
import { tagDocuments } from '#engine/organise/tagging'
import { listFieldValues } from '#engine/search/field-values/list-field-values'
import { addDocuments, newArchive } from '#tests/support/archive'

test('suggests the values that a field has in the archive, the most frequent first', () => {
  const { db, ...archive } = newArchive()
  const ids = addDocuments({ db, ...archive }, [
    { text: 'a', author: 'Rana Orsal', language: 'fa', mediaType: 'application/pdf', path: '/source/un letters/a.pdf' },
    { text: 'b', author: 'Rana Orsal', language: 'fa-IR', path: '/source/un letters/b.txt' },
    { text: 'c', author: 'Ílan Métis', language: 'und', path: '/source/ngo/c.txt' }
  ])
  tagDocuments(db, 'نامه‌ها', ids)
  tagDocuments(db, 'Court', ids.slice(0, 1))
  expect(listFieldValues(db, 'author', '', 10)).toEqual([
    { value: 'Rana Orsal', documents: 2 },
    { value: 'Ílan Métis', documents: 1 }
  ])
  expect(listFieldValues(db, 'author', 'metis', 10).map(({ value }) => value)).toEqual(['Ílan Métis'])
  expect(listFieldValues(db, 'author', 'rsal', 10)).toEqual([])
  expect(listFieldValues(db, 'lang', '', 10)).toEqual([{ value: 'persian', documents: 2 }])
  expect(listFieldValues(db, 'type', '', 10)).toEqual([
    { value: 'text', documents: 2 },
    { value: 'pdf', documents: 1 }
  ])
  expect(listFieldValues(db, 'tag', 'نامه', 10)).toEqual([{ value: 'نامه‌ها', documents: 3 }])
  expect(listFieldValues(db, 'folder', 'letters', 10)).toEqual([{ value: 'un letters', documents: 2 }])
  expect(listFieldValues(db, 'tag', '', 1)).toHaveLength(1)
  expect(listFieldValues(db, 'from', '', 10)).toEqual([])
})
