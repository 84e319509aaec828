import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as v from 'valibot'
import { expect, test } from 'vitest'
import { SavedSearchCounting } from '#engine/saved/counting'
import {
  lookAtSearch,
  moveSearch,
  renameSearch,
  SavedSearchUndoList,
  saveSearch,
  updateSearch
} from '#engine/saved/keeping-searches'
import { asSavedSearch, listSavedSearches } from '#engine/store/saved-searches'
import { run } from '#engine/store/statement'
import { searchDataSchema } from '#shared/model/search-data'
import { addDocuments, newArchive } from '#tests/support/archive'

const search = (query: string) => v.parse(searchDataSchema, { query })
const later = (text: string) => ({ text, path: `/source/${text}.txt` })

test('counts what is found and what is new since it was looked at, exactly', async () => {
  const archive = newArchive()
  const [first] = addDocuments(archive, [{ text: 'harbour one' }, { text: 'harbour two' }, { text: 'nothing' }])
  const { id } = saveSearch(archive.db, 'Harbours', search('harbour'), 1)
  const counting = new SavedSearchCounting(archive.db)
  expect(await counting.counts()).toEqual([{ id, documents: 2, fresh: 0 }])
  addDocuments(archive, [later('harbour three'), later('other')])
  expect(await counting.counts()).toEqual([{ id, documents: 3, fresh: 1 }])
  // A document that was there and comes into the result later is new; one that leaves it is not missed.
  run(archive.db, 'DELETE FROM fts WHERE rowid = ?', [first ?? 0])
  expect(await counting.counts()).toEqual([{ id, documents: 2, fresh: 1 }])
  lookAtSearch(archive.db, id, 2)
  expect(await counting.counts()).toEqual([{ id, documents: 2, fresh: 0 }])
  run(archive.db, "INSERT INTO fts (rowid, title, people, body, rest, notes) VALUES (?, '', '', 'harbour', '', '')", [first ?? 0])
  expect(await counting.counts()).toEqual([{ id, documents: 3, fresh: 1 }])
})

test('counts a filter without words, and more than one step of documents', async () => {
  const archive = newArchive()
  addDocuments(
    archive,
    Array.from({ length: 5200 }, (_, i) => ({ text: i % 2 === 0 ? 'even harbour' : 'odd', language: i % 2 === 0 ? 'fa' : 'en' }))
  )
  const filtered = v.parse(searchDataSchema, { query: '', filter: { facets: { language: { include: ['fa'], exclude: [] } } } })
  const one = saveSearch(archive.db, 'Persian', filtered, 1)
  const two = saveSearch(archive.db, 'All', search(''), 1)
  const three = saveSearch(archive.db, 'Not', search('-harbour'), 1)
  expect(await new SavedSearchCounting(archive.db).counts()).toEqual([
    { id: one.id, documents: 2600, fresh: 0 },
    { id: two.id, documents: 5200, fresh: 0 },
    { id: three.id, documents: 2600, fresh: 0 }
  ])
})

test('everybody who asks while counting is under way shares the next one', async () => {
  const archive = newArchive()
  const counting = new SavedSearchCounting(archive.db)
  const running = counting.counts()
  const next = counting.counts()
  expect(counting.counts()).toBe(next)
  expect(next).not.toBe(running)
  await Promise.all([running, next])
})

test('keeps query, filter, order and expansions; renames, updates, moves', () => {
  const archive = newArchive()
  const whole = v.parse(searchDataSchema, {
    query: 'harbour',
    filter: { facets: { language: { include: ['fa'], exclude: [] } }, section: 'unread' },
    sort: 'oldest',
    expansions: { 'inflection:harbours': false }
  })
  const one = saveSearch(archive.db, 'One', whole, 1)
  const two = saveSearch(archive.db, 'Two', search('two'), 1)
  expect(one.search).toEqual(whole)
  expect(() => saveSearch(archive.db, 'ONE', search('x'), 1)).toThrow(/already/)
  expect(() => renameSearch(archive.db, two.id, 'one')).toThrow(/already/)
  expect(renameSearch(archive.db, one.id, 'first').name).toBe('first')
  expect(updateSearch(archive.db, one.id, search('other'), 2)).toMatchObject({ search: { query: 'other' }, lookedAt: 2 })
  moveSearch(archive.db, two.id, -1)
  moveSearch(archive.db, two.id, -1)
  expect(listSavedSearches(archive.db).map((row) => asSavedSearch(row).name)).toEqual(['Two', 'first'])
})

test('a deleted one is gone from the file, and comes back as it was', () => {
  const archive = newArchive()
  saveSearch(archive.db, 'Keep', search('keep'), 1)
  const { id } = saveSearch(archive.db, 'Zanbaqsecret', search('narengsecret'), 7)
  const undo = new SavedSearchUndoList()
  const { undoId } = undo.delete(archive.db, id)
  expect(listSavedSearches(archive.db).map(({ name }) => name)).toEqual(['Keep'])
  const bytes = ['archive.db', 'archive.db-wal'].map((file) => readFileSync(join(archive.directory, file), 'latin1')).join()
  expect(bytes).not.toMatch(/zanbaqsecret|narengsecret/i)
  undo.undo(archive.db, undoId)
  expect(listSavedSearches(archive.db).map(({ name, lookedAt }) => [name, lookedAt])).toEqual([
    ['Keep', 1],
    ['Zanbaqsecret', 7]
  ])
  expect(() => undo.undo(archive.db, undoId)).toThrow(/can not be undone/)
})
