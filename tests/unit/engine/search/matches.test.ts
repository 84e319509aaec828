import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as v from 'valibot'
import { beforeAll, describe, expect, test } from 'vitest'
import { type Archive, createArchive } from '#engine/open'
import { fromWhere } from '#engine/search/compile'
import { compileQuery } from '#engine/search/compile-query'
import { matchingDocuments } from '#engine/search/facets/matching-documents'
import { forgetMatches, holds, knownIds, matchesOf } from '#engine/search/matches'
import { rows } from '#engine/store/statement'
import { searchFilterSchema } from '#shared/model/search'
import { addDocuments } from '#tests/support/archive'

const DOCUMENTS = 2400
/** Documents of a kind lie together, as files of one folder do, and some of them far from the others. */
const sampleOf = (i: number) => ({
  title: i % 7 === 0 ? `Village ${i}` : `Page ${i}`,
  text: `the village ${i % 2 === 0 ? 'letter' : 'note'} ${i % 3 === 0 ? 'of the road' : 'of a road'}`,
  language: (i > 500 && i < 560) || i % 400 === 3 ? 'fa' : 'en',
  date: i % 5 === 0 ? null : String(1950 + (i % 50))
})

let archive: Archive
const everything = v.parse(searchFilterSchema, {})
const compiledOf = (query: string) => compileQuery(archive.db, query, everything)

/** What a plain statement finds. */
function plainly(query: string): number[] {
  const { sql, params } = fromWhere(compiledOf(query))
  return rows<{ id: number }>(archive.db, `SELECT d.id ${sql} ORDER BY d.id`, params).map(({ id }) => id)
}

beforeAll(() => {
  const folder = mkdtempSync(join(tmpdir(), 'sanad-test-'))
  archive = createArchive(join(folder, 'Many.sanad'))
  addDocuments(
    archive,
    Array.from({ length: DOCUMENTS }, (_, i) => sampleOf(i))
  )
  return () => {
    archive.close()
    rmSync(folder, { recursive: true, force: true })
  }
}, 120_000)

describe('what a query finds', () => {
  test.each([
    'village',
    'village letter',
    'village -letter',
    '"the road"',
    'letter OR note',
    'village lang:fa',
    'village lang:en',
    'village lang:xx',
    'village after:1990',
    'village lang:fa after:1960 -note',
    'village (lang:fa OR after:1998)',
    'village title:village lang:fa',
    'village type:pdf',
    'lang:fa',
    'nothinglikethis lang:fa'
  ])('%s: is what a plain statement finds, the first time and from memory', (query) => {
    const expected = plainly(query)
    forgetMatches(archive.db)
    for (const _time of ['first', 'again']) {
      const { total, ids } = matchesOf(archive.db, compiledOf(query))
      expect(total).toBe(expected.length)
      if (ids) expect([...ids]).toEqual(expected)
    }
    expect([...matchingDocuments(archive.db, compiledOf(query), 100, 2000)]).toEqual(
      expected.filter((id) => id >= 100 && id <= 2000)
    )
  })

  test('is known by its conditions as much as by its words', () => {
    expect(matchesOf(archive.db, compiledOf('village lang:fa')).total).not.toBe(
      matchesOf(archive.db, compiledOf('village lang:en')).total
    )
  })

  test('is looked for anew once something has changed', () => {
    const before = matchesOf(archive.db, compiledOf('village letter')).total
    expect(knownIds(archive.db, compiledOf('village letter'))).toHaveLength(before)
    addDocuments(archive, [{ title: 'One more', text: 'village letter' }])
    expect(knownIds(archive.db, compiledOf('village letter'))).toBeUndefined()
    expect(matchesOf(archive.db, compiledOf('village letter')).total).toBe(before + 1)
  })

  test('is held by its ids and by no other', () => {
    const ids = Uint32Array.of(3, 5, 9)
    expect([...Array(11).keys()].filter((id) => holds(ids, id))).toEqual([3, 5, 9])
    expect(holds(new Uint32Array(), 1)).toBe(false)
  })
})
