import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as v from 'valibot'
import { beforeAll, describe, expect, test } from 'vitest'
import { type Archive, createArchive } from '#engine/open'
import { compileQuery } from '#engine/search/compile-query'
import { countMatches, listPage } from '#engine/search/rank'
import { runSearch } from '#engine/search/run'
import { sweepCommonTerms } from '#engine/search/sweep-common-terms'
import { TextCache } from '#engine/search/text-cache'
import { type SearchRequest, searchRequestSchema } from '#shared/model/search'
import { addDocuments } from '#tests/support/archive'

const DOCUMENTS = 2600
/** Every document says "village"; every tenth "prison" in its title; every second "letter"; nine hold "Nehrin". */
const sampleOf = (i: number) => ({
  title: i % 10 === 0 ? `Prison register ${i}` : `Page ${i}`,
  text: [
    ...['the village', i % 2 === 0 ? 'a letter' : 'a note', i % 3 === 0 ? 'prison '.repeat(1 + (i % 7)) : 'road'],
    ...(i % 300 === 7 ? ['Nehrin'] : []),
    ...Array.from({ length: i % 50 }, (_, at) => `w${at}`)
  ].join(' '),
  language: i % 4 === 0 ? 'fa' : 'en',
  date: i % 5 === 0 ? null : `19${50 + (i % 50)}`,
  path: `/source/${i % 2}/${i}.txt`
})

let archive: Archive
const ask = (query: string, more: Partial<v.InferInput<typeof searchRequestSchema>> = {}) =>
  runSearch(archive.db, new TextCache(), v.parse(searchRequestSchema, { query, filter: {}, ...more }) as SearchRequest)

beforeAll(() => {
  const folder = mkdtempSync(join(tmpdir(), 'sanad-test-'))
  archive = createArchive(join(folder, 'Many.sanad'))
  addDocuments(
    archive,
    Array.from({ length: DOCUMENTS }, (_, i) => sampleOf(i))
  )
  for (const _step of sweepCommonTerms(archive.db));
  return () => {
    archive.close()
    rmSync(folder, { recursive: true, force: true })
  }
}, 120_000)

/** All answers, page after page, without their passages. */
function listAll(query: string, more: Parameters<typeof ask>[1] = {}): number[] {
  const request = v.parse(searchRequestSchema, { query, filter: {}, ...more }) as SearchRequest
  const compiled = compileQuery(archive.db, request, request.filter)
  const total = countMatches(archive.db, compiled)
  const ids: number[] = []
  while (ids.length <= total) {
    const page = listPage(archive.db, compiled, { ...request, limit: 200, offset: ids.length }, total)
    if (page.length === 0) break
    ids.push(...page.map(({ id }) => id))
  }
  expect(ids).toHaveLength(total)
  return ids
}

describe('an answer of many documents', () => {
  test.each([
    ['village', DOCUMENTS],
    ['village letter', DOCUMENTS / 2],
    ['vill*', DOCUMENTS],
    ['"the village"', DOCUMENTS],
    ['letter OR note', DOCUMENTS],
    ['village -letter', DOCUMENTS / 2],
    ['village -nehrin', DOCUMENTS - 9],
    ['nehrin OR village', DOCUMENTS],
    ['village lang:fa', DOCUMENTS / 4],
    ['village after:1950', (DOCUMENTS / 5) * 4],
    ['village prison', undefined],
    ['nehrin village', 9]
  ])('%s: pages hold each document once, in every order', (query, expected) => {
    const answers = (['relevance', 'newest', 'oldest', 'title'] as const).map((sort) => listAll(query, { sort }))
    for (const ids of answers) {
      if (expected !== undefined) expect(ids).toHaveLength(expected)
      expect(new Set(ids).size).toBe(ids.length)
      expect([...ids].sort((a, b) => a - b)).toEqual([...(answers[0] ?? [])].sort((a, b) => a - b))
    }
  })

  test('comes in the same order however it is cut into pages', () => {
    const whole = ask('village letter', { limit: 200 }).hits.map(({ id }) => id)
    const parts = [0, 50, 100, 150].flatMap((offset) => ask('village letter', { limit: 50, offset }).hits.map(({ id }) => id))
    expect(parts).toEqual(whole)
  })

  test('has documents with the word in their title first', () => {
    const { total, hits } = ask('prison', { limit: 200 })
    const inTitle = Array.from({ length: DOCUMENTS }, (_, i) => i).filter((i) => i % 10 === 0).length
    expect(total).toBe(Array.from({ length: DOCUMENTS }, (_, i) => i).filter((i) => i % 3 === 0 || i % 10 === 0).length)
    expect(hits.slice(0, Math.min(inTitle, 200)).every(({ title }) => title.startsWith('Prison'))).toBe(true)
  })

  test('has documents with a rare word of the query first', () => {
    const { hits } = ask('nehrin OR village', { limit: 20 })
    const rare = hits.slice(0, 9).map(({ title }) => Number(title.replace(/\D+/g, '')) % 300)
    expect(rare).toEqual(Array.from({ length: 9 }, () => 7))
  })

  test('is in the order of the dates or titles when that is asked for', () => {
    const dates = ask('village', { sort: 'newest', limit: 100 }).hits.map(({ date }) => date ?? '')
    expect(dates).toEqual([...dates].sort().reverse())
    expect(dates[0]).toBe('1999')
    const old = ask('village', { sort: 'oldest', limit: 100 }).hits.map(({ date }) => date)
    expect(old[0]).toBe('1951')
    expect(old).not.toContain(null)
  })

  test('keeps to the filters', () => {
    const ids = new Set(listAll('village', { filter: { facets: { language: { include: ['fa'] } } } }))
    expect(ids.size).toBe(DOCUMENTS / 4)
  })
})
