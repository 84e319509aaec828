import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as v from 'valibot'
import { expect, test } from 'vitest'
import { type Archive, openReader } from '#engine/open'
import { listTrail } from '#engine/store/trail'
import { clearTrail, MOST_ENTRIES, recordOpening, recordSearch, switchTrail } from '#engine/trail/keeping-trail'
import { searchDataSchema } from '#shared/model/search-data'
import { addDocuments, newArchive } from '#tests/support/archive'

const search = (query: string, more: object = {}) => v.parse(searchDataSchema, { query, ...more })

/** Everything the archive has on disk outside its originals, as it lies there now. */
function bytesOf({ directory }: Archive): string {
  return ['archive.db', 'archive.db-wal', 'archive.db-journal']
    .map((name) => join(directory, name))
    .filter((file) => existsSync(file))
    .map((file) => readFileSync(file, 'latin1'))
    .join('\n')
}

const queries = (archive: Archive): string[] => listTrail(archive.db).map((entry) => entry.search.query)

test('keeps finished searches with their filter, order and switches, and the documents opened from them', () => {
  const archive = newArchive()
  const [one, two] = addDocuments(archive, [
    { text: 'x', title: 'First' },
    { text: 'x', title: 'Second' }
  ])
  if (one === undefined || two === undefined) throw new Error('two documents were added')
  const whole = search('harbour', {
    filter: { section: 'starred' },
    sort: 'oldest',
    expansions: { 'inflection:harbours': false }
  })
  recordSearch(archive.db, whole, 12, 1)
  recordOpening(archive.db, whole, two, 2)
  recordOpening(archive.db, whole, one, 3)
  recordOpening(archive.db, whole, two, 4)
  recordOpening(archive.db, search('another'), one, 5)
  recordSearch(archive.db, whole, 13, 6)
  recordSearch(archive.db, search('second'), 1, 7)
  recordSearch(archive.db, search('  '), 1, 8)
  expect(listTrail(archive.db)).toMatchObject([
    { search: { query: 'second' }, documents: 1, at: 7, opened: [] },
    {
      search: whole,
      documents: 13,
      at: 6,
      opened: [
        { id: two, title: 'Second' },
        { id: one, title: 'First' }
      ]
    }
  ])
})

test('a clock that is put back disturbs nothing: what came last stands first, takes its documents, and is not what makes room', () => {
  const archive = newArchive()
  const [id] = addDocuments(archive, [{ text: 'x' }])
  if (id === undefined) throw new Error('a document was added')
  archive.db.transaction(() => {
    for (let i = 0; i < MOST_ENTRIES - 1; i++)
      archive.db
        .prepare('INSERT INTO trail_search (search, documents, at) VALUES (?, 1, ?)')
        .run(JSON.stringify(search(`before ${i}`)), 1_000_000 + i)
  })()
  recordSearch(archive.db, search('after'), 1, 10)
  recordSearch(archive.db, search('after'), 2, 11)
  recordOpening(archive.db, search('after'), id, 12)
  expect(listTrail(archive.db)).toHaveLength(MOST_ENTRIES)
  recordSearch(archive.db, search('last'), 1, 13)
  expect(listTrail(archive.db)).toHaveLength(MOST_ENTRIES - 100)
  expect(listTrail(archive.db).slice(0, 3)).toMatchObject([
    { search: { query: 'last' }, at: 13 },
    { search: { query: 'after' }, documents: 2, at: 11, opened: [{ id }] },
    { search: { query: `before ${MOST_ENTRIES - 2}` } }
  ])
})

test('switched off, nothing is written: not a byte of what was searched is in the files', () => {
  const archive = newArchive()
  const [id] = addDocuments(archive, [{ text: 'x' }])
  if (id === undefined) throw new Error('a document was added')
  switchTrail(archive.db, false)
  recordSearch(archive.db, search('narengword'), 3, 1)
  recordOpening(archive.db, search('narengword'), id, 2)
  expect(queries(archive)).toEqual([])
  expect(bytesOf(archive)).not.toContain('narengword')
  archive.db.pragma('wal_checkpoint(TRUNCATE)')
  expect(bytesOf(archive)).not.toContain('narengword')
  switchTrail(archive.db, true)
  recordSearch(archive.db, search('narengword'), 3, 3)
  expect(bytesOf(archive)).toContain('narengword')
})

test('what is cleared is gone from the database file and from its log, one, a day or all, while somebody reads', () => {
  const archive = newArchive()
  const reader = openReader(archive.directory)
  // Enough for pages to split, long enough to overflow some of them.
  for (let i = 0; i < 300; i++)
    recordSearch(archive.db, search(`trailword${i}x ${'filler '.repeat(i % 7 === 0 ? 1400 : 9)}`), i, i)
  expect(listTrail(reader)).toHaveLength(300)
  const gone = listTrail(archive.db).filter((_, i) => i % 2 === 0)
  clearTrail(
    archive.db,
    gone.map(({ id }) => id)
  )
  expect(queries(archive)).toHaveLength(150)
  const bytes = bytesOf(archive)
  for (const entry of gone) expect(bytes).not.toContain(entry.search.query.split(' ')[0])
  expect(bytes).toContain('trailword298x')
  clearTrail(archive.db, null)
  expect(listTrail(reader)).toEqual([])
  expect(bytesOf(archive)).not.toContain('trailword')
  reader.close()
})

test('holds a bounded number of searches, the newest ones', () => {
  const archive = newArchive()
  archive.db.transaction(() => {
    const insert = archive.db.prepare('INSERT INTO trail_search (search, documents, at) VALUES (?, 0, ?)')
    for (let i = 0; i < MOST_ENTRIES; i++) insert.run(JSON.stringify({ query: `word${i}` }), i)
  })()
  recordSearch(archive.db, search('newest'), 1, MOST_ENTRIES)
  expect(queries(archive)).toHaveLength(MOST_ENTRIES - 100)
  expect(queries(archive)[0]).toBe('newest')
})
