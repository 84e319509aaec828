import fc from 'fast-check'
import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import type { Archive } from '#engine/open'
import { compileQuery } from '#engine/search/compile-query'
import { FacetCounter } from '#engine/search/facets/count-facets'
import { countMatches } from '#engine/search/rank'
import { run } from '#engine/store/statement'
import { addTagTo, insertTag, removeTag } from '#engine/store/tags'
import { type FacetChoices, type FacetName, LISTED_FACETS } from '#shared/model/facets'
import type { DocumentId } from '#shared/model/ids'
import { type SearchFilter, searchFilterSchema } from '#shared/model/search'
import { addDocuments, newArchive, type Sample } from '#tests/support/archive'

const filter = (patch: unknown = {}): SearchFilter => v.parse(searchFilterSchema, patch)
const total = ({ db }: Archive, query: string, chosen: SearchFilter): number => countMatches(db, compileQuery(db, query, chosen))

const LANGUAGES = ['en', 'fa', 'ar', 'und']
const TYPES = ['text/plain', 'text/html', 'application/pdf']
const PUBLISHERS = [null, 'Nehrin Centre', 'nehrin  centre', 'کمیتهٔ دروان', 'كميته دروان', '—']
const AUTHORS = [null, 'Jane Doe', 'Doe, Jane', 'Jane Doe, Ali Darvan', 'Ali Darvan; JANE DOE', 'گروه ی', 'گروه ي']
const DATES = [null, '1988', '1988-07', '1989-01-02', '2021-12-31']
const FOLDERS = ['/source', '/source/a', '/source/a/b', '/source/mail.mbox', '/source/mail.mbox/in']
const WORDS = ['prison', 'letter', 'witness', 'trial']

/** A few hundred documents in which every facet has several values, also several in one document. */
function variedArchive(): Archive {
  const archive = newArchive()
  const pick = <T>(list: readonly T[], seed: number): T => list[seed % list.length] as T
  const samples = Array.from({ length: 240 }, (_, i): Sample => {
    const seed = Math.imul(i + 1, 2654435761) >>> 0
    return {
      text: `${pick(WORDS, seed)} ${pick(WORDS, seed >>> 5)} number ${i}`,
      language: pick(LANGUAGES, seed >>> 3),
      mediaType: pick(TYPES, seed >>> 7),
      publisher: pick(PUBLISHERS, seed >>> 9),
      author: pick(AUTHORS, seed >>> 11),
      date: pick(DATES, seed >>> 13),
      path: `${pick(FOLDERS, seed >>> 15)}/${i}.txt`
    }
  })
  const ids = [...addDocuments(archive, samples.slice(0, 150)), ...addDocuments(archive, samples.slice(150))]
  const { db } = archive
  run(db, "UPDATE folder SET kind = 'container' WHERE name = 'mail.mbox'")
  run(db, `UPDATE document SET languages = '["en","fa"]' WHERE id % 7 = 0`)
  run(db, 'UPDATE document SET is_starred = 1 WHERE id % 5 = 0')
  for (const [step, name] of ['one', 'two', 'three'].entries())
    addTagTo(
      db,
      insertTag(db, name, undefined, 0),
      ids.filter((id) => id % (step + 2) === 0)
    )
  for (const [card, step] of [3, 4].entries()) {
    run(db, "INSERT INTO name (kind, label, label_key, created_at) VALUES ('person', ?, ?, 0)", [`Card ${card}`, `card ${card}`])
    run(db, 'INSERT INTO mention (name_id, document_id, hits) SELECT ?, id, 1 FROM document WHERE id % ? = 0', [card + 1, step])
  }
  return archive
}

/** The choice of one value in its facet, everything else as it was. */
const only = (chosen: SearchFilter, facet: FacetName, value: unknown): SearchFilter =>
  filter({ ...chosen, facets: { ...chosen.facets, [facet]: { include: [value] } } })

const VALUES: Readonly<Record<FacetName, readonly unknown[]>> = {
  type: TYPES,
  language: [...LANGUAGES, 'ckb'],
  folder: [1, 2, 3, 5],
  container: [3, 4, 5, 99],
  import: [1, 2],
  tag: [1, 2, 3, 99],
  publisher: ['Nehrin Centre', 'NEHRIN CENTRE', 'کمیته دروان', '—', 'nobody'],
  author: ['Jane Doe', 'Ali Darvan', 'doe jane', 'گروه ی'],
  name: [1, 2, 99],
  year: ['undated', { from: 1988, to: 1988 }, { from: 1980, to: 1990 }, { from: 2021, to: 2030 }]
}

const choices = fc.uniqueArray(fc.constantFrom(...(Object.keys(VALUES) as FacetName[])), { maxLength: 3 }).chain((facets) =>
  fc
    .tuple(
      ...facets.map((facet) =>
        fc.record({
          include: fc.subarray([...VALUES[facet]], { maxLength: 2 }),
          exclude: fc.subarray([...VALUES[facet]], { maxLength: 1 })
        })
      )
    )
    .map((made) => Object.fromEntries(facets.map((facet, i) => [facet, made[i]])) as FacetChoices)
)

const searches = fc.record({
  query: fc.constantFrom('', 'prison', 'prison OR letter', '-trial', 'letter lang:fa', 'after:1989 witness', 'nothing-like-it'),
  filter: fc.record({
    section: fc.constantFrom('all', 'starred', 'unread'),
    tagIds: fc.constantFrom([], [1]),
    folderId: fc.constantFrom(null, 2),
    facets: choices
  })
})

test('every count is the total of the search in which that value alone is chosen in its facet', async () => {
  const archive = variedArchive()
  const counter = new FacetCounter(archive.db)
  await fc.assert(
    fc.asyncProperty(searches, async ({ query, filter: patch }) => {
      const chosen = filter(patch)
      const facets = await counter.count({ query, filter: chosen })
      expect(facets.total).toBe(total(archive, query, chosen))
      for (const facet of LISTED_FACETS)
        for (const { value, documents } of facets.groups[facet].values)
          expect([facet, value, documents]).toEqual([facet, value, total(archive, query, only(chosen, facet, value))])
      for (const { year, documents } of facets.years.years)
        expect([year, documents]).toEqual([year, total(archive, query, only(chosen, 'year', { from: year, to: year }))])
      expect(facets.years.undated).toBe(total(archive, query, only(chosen, 'year', 'undated')))
    }),
    { numRuns: 60 }
  )
})

describe('the counts', () => {
  test('follow the archive without being made anew', async () => {
    const archive = variedArchive()
    const { db } = archive
    const counter = new FacetCounter(db)
    await counter.prepare()
    const added = addDocuments(archive, [{ text: 'late', language: 'ku', date: '1999', publisher: 'Late Press' }])
    run(db, "UPDATE document SET language = 'fr', first_day = 20010000 WHERE id = 3")
    removeTag(db, 2 as never)
    addTagTo(db, insertTag(db, 'four', undefined, 0), [...added, 4 as DocumentId])
    run(db, 'INSERT INTO sighting (document_id, folder_id, import_id, path, modified_at, seen_at) SELECT 5, 3, 1, ?, 0, 0', [
      '/x'
    ])
    run(db, 'DELETE FROM sighting WHERE document_id = 6')
    expect(await counter.count({ query: '', filter: filter() })).toEqual({
      ...(await new FacetCounter(db).count({ query: '', filter: filter() })),
      elapsedMs: expect.any(Number)
    })
  })

  test('call spellings that fold alike by the commonest one, and keep the name a filter gave', async () => {
    const archive = newArchive()
    addDocuments(archive, [
      { text: 'one', publisher: 'کمیته دروان' },
      { text: 'two', publisher: 'كميته دروان' },
      { text: 'three', publisher: 'کمیته دروان' }
    ])
    const counter = new FacetCounter(archive.db)
    const { publisher } = (await counter.count({ query: '', filter: filter() })).groups
    expect(publisher).toEqual({
      values: [{ value: 'کمیته دروان', label: 'کمیته دروان', detail: '', color: null, documents: 3, chosen: null }],
      distinct: 1
    })
    const chosen = filter({ facets: { publisher: { exclude: ['كميته دروان'] } } })
    const after = await counter.count({ query: '', filter: chosen })
    expect(after.total).toBe(0)
    expect(after.groups.publisher.values[0]).toMatchObject({ value: 'كميته دروان', documents: 3, chosen: 'exclude' })
  })

  test('list a chosen value that no document has', async () => {
    const archive = variedArchive()
    const chosen = filter({ facets: { language: { include: ['ckb'] } } })
    const { groups, total: found } = await new FacetCounter(archive.db).count({ query: '', filter: chosen })
    expect(found).toBe(0)
    expect(groups.language.values.at(-1)).toMatchObject({ value: 'ckb', documents: 0, chosen: 'include' })
    expect(groups.language.values.length).toBe(5)
  })
})

test('values of a long facet are found by words of their names', async () => {
  const archive = newArchive()
  addDocuments(
    archive,
    Array.from({ length: 300 }, (_, i) => ({ text: `n${i}`, publisher: `Press number ${i}` }))
  )
  const counter = new FacetCounter(archive.db)
  const facets = await counter.count({ query: '', filter: filter() })
  expect(facets.groups.publisher.values.length).toBe(60)
  expect(facets.groups.publisher.distinct).toBe(300)
  const request = { query: '', filter: filter(), facet: 'publisher', limit: 20 } as const
  const found = await counter.find({ ...request, text: 'NUMBER 29' })
  expect(found.values.map((value) => value.label).sort()).toEqual(
    ['29', ...Array.from({ length: 10 }, (_, i) => `29${i}`)].map((n) => `Press number ${n}`).sort()
  )
  expect((await counter.find({ ...request, text: '' })).values.length).toBe(20)
})
