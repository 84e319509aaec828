import { expect, test } from 'vitest'
import { tagDocuments } from '#engine/organise/tagging'
import { FieldValues } from '#engine/search/field-values/field-values'
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
  const values = new FieldValues(db)
  expect(values.like('author', '', 10)).toEqual([
    { value: 'Rana Orsal', documents: 2 },
    { value: 'Ílan Métis', documents: 1 }
  ])
  expect(values.like('author', 'metis', 10).map(({ value }) => value)).toEqual(['Ílan Métis'])
  expect(values.like('author', 'rsal', 10)).toEqual([])
  expect(values.like('lang', '', 10)).toEqual([{ value: 'persian', documents: 2 }])
  expect(values.like('type', '', 10)).toEqual([
    { value: 'text', documents: 2 },
    { value: 'pdf', documents: 1 }
  ])
  expect(values.like('tag', 'نامه', 10)).toEqual([{ value: 'نامه‌ها', documents: 3 }])
  expect(values.like('folder', 'letters', 10)).toEqual([{ value: 'un letters', documents: 2 }])
  expect(values.like('tag', '', 1)).toHaveLength(1)
  expect(values.like('from', '', 10)).toEqual([])
})

test('are read once, until they are to be forgotten', () => {
  const archive = newArchive()
  addDocuments(archive, [{ text: 'a', author: 'Rana Orsal' }])
  const values = new FieldValues(archive.db)
  expect(values.like('author', 'ran', 10)).toHaveLength(1)
  addDocuments(archive, [{ text: 'b', author: 'Ranin Darvani' }])
  expect(values.like('author', 'ran', 10)).toHaveLength(1)
  values.forget()
  expect(values.like('author', 'ran', 10)).toHaveLength(2)
})
