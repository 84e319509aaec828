import * as v from 'valibot'
import { expect, test } from 'vitest'
import { createNames } from '#engine/names/changing'
import { tagDocuments } from '#engine/organise/tagging'
import { saveSearch } from '#engine/saved/keeping-searches'
import { FieldValues } from '#engine/search/field-values/field-values'
import { otherSpellings } from '#engine/search/other-spellings'
import { Suggestions } from '#engine/search/suggest'
import { QuerySuggestions } from '#engine/search/suggest-query'
import { run } from '#engine/store/statement'
import { recordSearch } from '#engine/trail/keeping-trail'
import { searchFilterSchema } from '#shared/model/search'
import { searchDataSchema } from '#shared/model/search-data'
import { addDocuments, newArchive } from '#tests/support/archive'

const search = (query: string) => v.parse(searchDataSchema, { query })
const everything = v.parse(searchFilterSchema, {})

function setUp() {
  const archive = newArchive()
  const ids = addDocuments(archive, [
    { text: 'The harbour of Darvan. Harbours and harbourmasters', title: 'Harbour report', language: 'en' },
    { text: 'harbours harbours', title: 'Second', language: 'en' },
    { text: 'خاوران خاور خاورمیانه', title: 'گزارش', language: 'fa' }
  ])
  tagDocuments(archive.db, 'Harbour cases', ids.slice(0, 1))
  saveSearch(archive.db, 'Harbour watch', search('harbour*'), 1)
  recordSearch(archive.db, search('harbour darvan'), 1, 1)
  run(
    archive.db,
    "INSERT INTO name (id, kind, label, label_key, created_at) VALUES (1, 'place', 'Harbour Office', 'harbour office', 0)"
  )
  const suggestions = new QuerySuggestions(archive.db, new Suggestions(archive.db), new FieldValues(archive.db))
  const suggest = (text: string, caret = text.length) => suggestions.suggest(text, caret)
  return { archive, suggestions, suggest }
}

test('offers words with their documents, a saved search, a name, a tag and a past search', () => {
  const { suggest } = setUp()
  const found = suggest('darvan harb')
  expect(found.filter(({ kind }) => kind === 'word')).toEqual([
    { kind: 'word', text: 'harbours', query: 'darvan harbours', documents: 2 },
    { kind: 'word', text: 'harbour', query: 'darvan harbour', documents: 1 },
    { kind: 'word', text: 'harbourmasters', query: 'darvan harbourmasters', documents: 1 }
  ])
  expect(suggest('harb').map(({ kind }) => kind)).toEqual(['word', 'word', 'word', 'saved', 'name', 'tag', 'trail'])
  expect(suggest('harb').find(({ kind }) => kind === 'name')).toMatchObject({ query: 'name:"Harbour Office" ' })
})

test('completes in the middle of a query, in Persian, and not inside a word', () => {
  const { suggest } = setUp()
  expect(suggest('harb AND darvan', 4)[0]).toMatchObject({ kind: 'word', query: 'harbours AND darvan' })
  expect(suggest('خاو')).toMatchObject([
    { kind: 'word', text: 'خاور', documents: 1 },
    { kind: 'word', text: 'خاوران' },
    { kind: 'word', text: 'خاورمیانه' }
  ])
  expect(suggest('harbour', 4)).toEqual([])
  expect(suggest('harbour ')).toEqual([])
  expect(suggest('h')).toEqual([])
  expect(suggest('')).toEqual([])
  expect(suggest('x', 5000)).toEqual([])
})

test('offers fields and their values', () => {
  const { suggest } = setUp()
  expect(suggest('fold')).toContainEqual({ kind: 'field', text: 'folder:', query: 'folder:' })
  expect(suggest('darvan tag:')).toEqual([
    { kind: 'value', text: 'Harbour cases', documents: 1, query: 'darvan tag:"Harbour cases" ' }
  ])
  expect(suggest('tag:"harbour ca')).toMatchObject([{ query: 'tag:"Harbour cases" ' }])
  expect(suggest('lang:').map((one) => one.kind === 'value' && [one.text, one.documents])).toEqual([
    ['english', 2],
    ['persian', 1]
  ])
  expect(suggest('lang:per')).toMatchObject([{ text: 'persian', query: 'lang:persian ' }])
  expect(suggest('type:te')).toMatchObject([{ text: 'text', documents: 3 }])
  expect(suggest('is:un')).toMatchObject([{ text: 'unread', query: 'is:unread ' }])
  expect(suggest('name:off')).toMatchObject([{ query: 'name:"Harbour Office" ' }])
  expect(suggest('nothing:x')).toEqual([])
})

test('what was saved or cleared meanwhile is offered or not after a refresh', () => {
  const { archive, suggestions, suggest } = setUp()
  expect(suggest('watch')).toHaveLength(1)
  run(archive.db, 'DELETE FROM saved_search')
  suggestions.refresh()
  expect(suggest('watch')).toEqual([])
})

test('other spellings: of words in hardly any document, with exact counts under the same filter', () => {
  const archive = newArchive()
  addDocuments(archive, [
    ...Array.from({ length: 30 }, (_, i) => ({ text: 'the network of Darvan', language: i < 10 ? 'fa' : 'en' })),
    { text: 'netwerk' }
  ])
  const spell = (query: string, filter = everything) => otherSpellings(archive.db, query, filter, {})
  expect(spell('darvan Netwrok')).toEqual([{ word: 'Netwrok', spelling: 'network', query: 'darvan network', documents: 30 }])
  expect(spell('netwerk')).toMatchObject([{ query: 'network', documents: 30 }])
  expect(spell('netwrok', v.parse(searchFilterSchema, { facets: { language: { include: ['fa'], exclude: [] } } }))).toMatchObject(
    [{ documents: 10 }]
  )
  for (const meant of [
    'network',
    '"netwrok"',
    'netwrok*',
    'netwrok~',
    'title:netwrok',
    'tag:"a netwrok"',
    '/netwrok/',
    'NOT',
    ''
  ])
    expect(spell(meant)).toEqual([])
})

test('the palette finds a name card by any of its spellings', () => {
  const { archive } = setUp()
  const [card] = createNames(archive.db, [
    {
      kind: 'person',
      label: 'Rana Orsal',
      spellings: [
        { text: 'Rana Orsal', origin: 'typed' },
        { text: 'رعنا اورسال', origin: 'typed' }
      ]
    }
  ])
  const item = { kind: 'name', id: card?.id, nameKind: 'person', title: 'Rana Orsal', subtitle: 'رعنا اورسال', documents: 0 }
  const suggestions = new Suggestions(archive.db)
  for (const typed of ['ors', 'رعنا']) expect(suggestions.palette(typed, 12)).toEqual([item])
})
