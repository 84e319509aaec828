import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import type { Archive } from '#engine/open'
import { tagDocuments } from '#engine/organise/tagging'
import { findHits } from '#engine/reading/hits'
import { FacetCounter } from '#engine/search/facets/count-facets'
import { listMatchingIds } from '#engine/search/matching-ids'
import { runSearch } from '#engine/search/run'
import { TextCache } from '#engine/search/text-cache'
import type { SearchRequest } from '#shared/model/search'
import { searchFilterSchema, searchRequestSchema } from '#shared/model/search'
import { addDocuments, newArchive } from '#tests/support/archive'

const ask = (archive: Archive, query: string, more: Partial<v.InferInput<typeof searchRequestSchema>> = {}) =>
  runSearch(archive.db, new TextCache(), v.parse(searchRequestSchema, { query, filter: {}, ...more }) as SearchRequest)

const titles = (archive: Archive, query: string, more: Parameters<typeof ask>[2] = {}) =>
  ask(archive, query, more)
    .hits.map((hit) => hit.title)
    .sort()

function library(): Archive {
  const archive = newArchive()
  addDocuments(archive, [
    { title: 'Letter', text: 'The execution of prisoners in 1988.', date: '2020-12-09', path: '/source/un/letter.txt' },
    {
      title: 'Report',
      text: 'Executions were ordered. Families ask for the truth.',
      date: '2019',
      path: '/source/ngo/report.txt'
    },
    { title: 'نامه', text: 'اعدام‌های سال ۱۳۶۷ و خاوران', language: 'fa', date: '2020-12', path: '/source/ngo/fa/letter.txt' },
    {
      title: 'Execution orders',
      text: 'A press release.',
      rest: 'Share this letter',
      mediaType: 'text/html',
      path: '/source/un/press.html'
    },
    { title: '世界人权宣言', text: '人人生而自由，在尊严和权利上一律平等。', language: 'zh' }
  ])
  return archive
}

describe('a query', () => {
  test('finds all words, in every spelling, with inflected forms', () => {
    const archive = library()
    expect(titles(archive, 'execution')).toEqual(['Execution orders', 'Letter', 'Report'])
    expect(titles(archive, '"execution"')).toEqual(['Execution orders', 'Letter'])
    expect(titles(archive, 'execution prisoners')).toEqual(['Letter'])
    expect(titles(archive, '1367')).toEqual(['نامه'])
    expect(titles(archive, 'خاورانِ')).toEqual(['نامه'])
    expect(titles(archive, '尊严')).toEqual(['世界人权宣言'])
  })

  test('asks for every language of a document, not only its main one', () => {
    const archive = library()
    archive.db.prepare(`UPDATE document SET languages = '["en","fr"]' WHERE title = 'Letter'`).run()
    expect(titles(archive, 'lang:fr')).toEqual(['Letter'])
    expect(titles(archive, 'lang:english -lang:fr')).toEqual(['Execution orders', 'Report'])
  })

  test('takes OR, exclusion, brackets, beginnings and fields', () => {
    const archive = library()
    expect(titles(archive, 'truth OR press')).toEqual(['Execution orders', 'Report'])
    expect(titles(archive, 'execution -families')).toEqual(['Execution orders', 'Letter'])
    expect(titles(archive, 'execution (families OR prisoners)')).toEqual(['Letter', 'Report'])
    expect(titles(archive, 'famil*')).toEqual(['Report'])
    expect(titles(archive, 'title:execution')).toEqual(['Execution orders'])
    expect(titles(archive, '-execution')).toEqual(['Report', 'نامه', '世界人权宣言'])
  })

  test('takes filters and dates, also inside OR and NOT', () => {
    const archive = library()
    const [letter] = ask(archive, 'prisoners').hits
    if (!letter) throw new Error('the letter is not found')
    tagDocuments(archive.db, 'Crime against humanity', [letter.id])
    expect(titles(archive, 'tag:"crime against humanity"')).toEqual(['Letter'])
    expect(titles(archive, 'lang:fa')).toEqual(['نامه'])
    expect(titles(archive, 'lang:persian')).toEqual(['نامه'])
    expect(titles(archive, 'type:html')).toEqual(['Execution orders'])
    expect(titles(archive, 'folder:ngo')).toEqual(['Report', 'نامه'])
    expect(titles(archive, 'after:2020')).toEqual(['Letter', 'نامه'])
    expect(titles(archive, 'before:2020-12-09')).toEqual(['Report', 'نامه'])
    expect(titles(archive, 'lang:fa OR truth')).toEqual(['Report', 'نامه'])
    expect(titles(archive, 'execution -folder:un')).toEqual(['Report'])
    expect(titles(archive, 'execution -before:2020')).toEqual(['Execution orders', 'Letter'])
    expect(titles(archive, 'tag:nothing')).toEqual([])
  })

  test('counts exactly and pages through in a stable order', () => {
    const archive = newArchive()
    addDocuments(
      archive,
      Array.from({ length: 130 }, (_, i) => ({
        title: `T${String(i).padStart(3, '0')}`,
        text: `same words ${i}`,
        date: `19${(i % 90) + 10}`
      }))
    )
    for (const sort of ['relevance', 'newest', 'oldest', 'title'] as const) {
      const seen = [0, 50, 100].flatMap((offset) => ask(archive, 'same', { sort, offset, limit: 50 }).hits.map((hit) => hit.id))
      expect(new Set(seen).size).toBe(130)
    }
    expect(ask(archive, 'same', { limit: 0 })).toMatchObject({ total: 130, hits: [] })
    expect(ask(archive, 'same', { sort: 'title', limit: 2 }).hits.map((hit) => hit.title)).toEqual(['T000', 'T001'])
    const dates = ask(archive, 'same', { sort: 'newest', limit: 130 }).hits.map((hit) => hit.date)
    expect(dates).toEqual([...dates].sort().reverse())
  })

  test('ranks a title above a body, and a body above what the reader leaves out', () => {
    const archive = newArchive()
    addDocuments(archive, [
      { title: 'One', text: 'other words here', rest: 'gallows' },
      { title: 'Two', text: 'the gallows stood there' },
      { title: 'Gallows', text: 'other words here' }
    ])
    expect(ask(archive, 'gallows').hits.map((hit) => hit.title)).toEqual(['Gallows', 'Two', 'One'])
  })

  test('never fails, whatever is typed', () => {
    const archive = library()
    const hostile = [
      '"',
      '(',
      ')',
      '-',
      '*',
      'OR',
      'AND',
      'NOT',
      'NEAR(a b',
      'title:',
      'tag:"',
      "'; DROP TABLE document; --",
      'a*b*',
      '-(-(-',
      '\u0000',
      '\ud800',
      '{title body}:x',
      '^a',
      'a + b',
      'fts:',
      ':',
      'before:99999-99',
      '()',
      '"" ""',
      '(((((((((((((((((a',
      'x'.repeat(10_000),
      '- -a',
      'OR OR',
      'a OR -b'
    ]
    for (const query of hostile)
      for (const typing of [true, false]) expect(ask(archive, query, { typing }).total).toBeGreaterThanOrEqual(0)
  })
})

describe('a hit', () => {
  test('has passages that are exact slices of the text, with marks on the words', () => {
    const archive = newArchive()
    const text = `${'Filler sentence number one. '.repeat(200)}Here is the ملاقات‌ها and Khavarān.\n\nEnd.`
    addDocuments(archive, [{ title: 'Long', text }])
    const [hit] = ask(archive, 'khavaran ملاقاتها').hits
    const [passage] = hit?.passages ?? []
    if (!passage) throw new Error('no passage')
    expect(text.slice(passage.offset, passage.offset + passage.text.length)).toBe(passage.text)
    expect(passage.ranges.map(([start, end]) => passage.text.slice(start, end))).toEqual(['ملاقات‌ها', 'Khavarān'])
    expect(passage.view).toBe('reader')
  })

  test('in the rest of the text is shown from all the text', () => {
    const archive = library()
    const [hit] = ask(archive, 'share').hits
    expect(hit?.passages[0]).toMatchObject({ view: 'all' })
    expect(
      findHits(archive.db, new TextCache(), { id: hit?.id ?? (0 as never), query: 'share', typing: false, expansions: {} })
    ).toMatchObject({
      reader: [],
      allOnly: 1
    })
  })

  test('marks its title', () => {
    const [hit] = ask(library(), 'title:execution').hits
    expect(hit?.titleRanges.map(([start, end]) => hit.title.slice(start, end))).toEqual(['Execution'])
  })
})

test('facets and ids agree with the total', async () => {
  const archive = library()
  const { total } = ask(archive, '')
  const filter = v.parse(searchFilterSchema, {})
  const { groups } = await new FacetCounter(archive.db).count({ query: '', filter })
  expect(groups.language.values.reduce((sum, { documents }) => sum + documents, 0)).toBe(total)
  expect(groups.type.values.reduce((sum, { documents }) => sum + documents, 0)).toBe(total)
  expect(listMatchingIds(archive.db, 'execution', filter)).toHaveLength(3)
})

test('says how it understood the query', () => {
  const answer = ask(library(), 'execution "human rights" after:2019')
  expect(answer.understood).toContain('executions')
  expect(answer.understood).toContain('"human rights"')
  expect(answer.understood).toContain('2019')
  expect(answer.terms[0]).toEqual({
    text: 'execution',
    also: ['executions'],
    expansions: [{ key: 'inflection:executions', kind: 'inflection', text: 'executions', isOn: true }],
    excluded: false
  })
})
