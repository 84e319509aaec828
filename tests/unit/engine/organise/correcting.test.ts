import * as v from 'valibot'
import { expect, test } from 'vitest'
import { writeReadAgain } from '#engine/import/write-document'
import { correctField } from '#engine/organise/correcting'
import { runSearch } from '#engine/search/run'
import { TextCache } from '#engine/search/text-cache'
import { findDetail } from '#engine/store/summaries'
import { searchRequestSchema } from '#shared/model/search'
import { addDocuments, extractedFrom, newArchive, type Sample } from '#tests/support/archive'

const SAMPLE: Sample = { title: 'Amnesty', text: 'The body stays.', rest: 'Share this', date: '2020', language: 'en' }

function one() {
  const archive = newArchive()
  const [id] = addDocuments(archive, [SAMPLE])
  if (!id) throw new Error('no document')
  const total = (query: string) =>
    runSearch(archive.db, new TextCache(), v.parse(searchRequestSchema, { query, filter: {} })).total
  return { archive, id, total }
}

test('a correction is shown, found and kept beside what was read', () => {
  const { archive, id, total } = one()
  const detail = correctField(archive.db, id, 'title', 'Killings may amount to crimes')
  expect(detail).toMatchObject({ title: 'Killings may amount to crimes', corrected: { title: 'Amnesty' } })
  expect(total('title:crimes')).toBe(1)
  expect(total('title:amnesty')).toBe(0)
  expect(total('body stays')).toBe(1)
  expect(total('share')).toBe(1)
})

test('a correction survives a new reading, and can be taken back to it', () => {
  const { archive, id } = one()
  correctField(archive.db, id, 'title', 'Mine')
  correctField(archive.db, id, 'publisher', 'Justice archive')
  writeReadAgain(archive.db, id, extractedFrom({ ...SAMPLE, title: 'Read anew' }), { charset: null, password: null })
  expect(findDetail(archive.db, id)).toMatchObject({
    title: 'Mine',
    publisher: 'Justice archive',
    corrected: { title: 'Read anew', publisher: null }
  })
  expect(correctField(archive.db, id, 'title', null)).toMatchObject({ title: 'Read anew', corrected: { publisher: null } })
})

test('an empty correction means there is none; without a title the file name stands in', () => {
  const { archive, id } = one()
  expect(correctField(archive.db, id, 'date', '')).toMatchObject({ date: null, corrected: { date: '2020' } })
  expect(correctField(archive.db, id, 'title', '')).toMatchObject({ title: '0.txt' })
})

test('a date that is none is refused and changes nothing', () => {
  const { archive, id } = one()
  for (const bad of ['yesterday', '2020-13', '2021-02-29', '20', '1399/09/19']) {
    expect(() => correctField(archive.db, id, 'date', bad)).toThrow(expect.objectContaining({ code: 'bad-date' }))
  }
  expect(findDetail(archive.db, id)?.date).toBe('2020')
})
