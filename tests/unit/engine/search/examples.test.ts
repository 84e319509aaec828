import * as v from 'valibot'
import { expect, test } from 'vitest'
import { tagDocuments } from '#engine/organise/tagging'
import { listExamples } from '#engine/search/examples/list-examples'
import { runSearch } from '#engine/search/run'
import { TextCache } from '#engine/search/text-cache'
import { EXAMPLE_IDS } from '#shared/model/query-help'
import { searchFilterSchema, searchRequestSchema } from '#shared/model/search'
import { addDocuments, newArchive } from '#tests/support/archive'

test('makes an example of each thing from what the archive holds, each with its exact number', () => {
  const archive = newArchive()
  const ids = addDocuments(archive, [
    {
      title: 'Letter from the prisoners',
      text: 'One prisoner wrote a letter.',
      date: '1988-07-19',
      author: 'Rana Orsal',
      path: '/source/un/a.txt'
    },
    {
      title: 'Letter to the court',
      text: 'The prisoners ask the court.',
      date: '1988-08',
      publisher: 'Darvan Press',
      path: '/source/un/b.txt'
    },
    { title: 'گزارش زندان', text: 'گزارش زندانیان', language: 'fa', date: '1989-02-01', path: '/source/ngo/c.txt' }
  ])
  tagDocuments(archive.db, 'court letters', ids.slice(0, 2))
  const examples = listExamples(archive.db)
  expect(examples.map(({ id }) => id)).toEqual(EXAMPLE_IDS)
  const own = examples.filter(({ documents }) => documents !== null)
  for (const { query, documents } of own) {
    const request = { ...v.parse(searchRequestSchema, { query, limit: 0 }), filter: v.parse(searchFilterSchema, {}) }
    expect(documents).toBeGreaterThan(0)
    expect([query, runSearch(archive.db, new TextCache(), request).total]).toEqual([query, documents])
  }
  const byId = new Map(own.map((example) => [example.id, example.query]))
  expect(byId.get('tag')).toBe('tag:"court letters"')
  expect(byId.get('author')).toBe('author:"Rana Orsal"')
  expect(byId.get('publisher')).toBe('publisher:"Darvan Press"')
  expect(byId.get('year')).toBe('date:1988')
  expect(byId.get('language')).toBe('lang:english')
  expect(byId.get('persian-date')).toMatch(/^date:"\p{Script=Arabic}+ ۱۳[۰-۹]{2}"$/u)
  for (const id of [
    'words',
    'forms',
    'phrase',
    'any',
    'not',
    'prefix',
    'wildcard',
    'fuzzy',
    'near',
    'title',
    'folder',
    'season',
    'range',
    'before',
    'has'
  ] as const)
    expect([id, byId.has(id)]).toEqual([id, true])
})

test('gives general examples for an empty archive, without a number', () => {
  const examples = listExamples(newArchive().db)
  expect(examples.map(({ id }) => id)).toEqual(EXAMPLE_IDS)
  expect(examples.every(({ documents, query }) => documents === null && query !== '')).toBe(true)
})
