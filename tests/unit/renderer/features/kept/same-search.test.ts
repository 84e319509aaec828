import { expect, test } from 'vitest'
import { NO_FILTER } from '#renderer/app/state.ts'
import { isNarrowed } from '#renderer/features/kept/is-narrowed.ts'
import { isSameSearch } from '#renderer/features/kept/same-search.ts'
import { trailDays } from '#renderer/features/kept/trail-days.ts'
import type { TrailId } from '#shared/model/ids'
import type { TrailEntry } from '#shared/model/trail'

const search = { query: 'harbour', filter: NO_FILTER, sort: null, expansions: { a: true, b: false } }

test('the same search is the same however its parts are ordered', () => {
  expect(isSameSearch(search, { ...search, query: ' harbour ', expansions: { b: false, a: true } })).toBe(true)
  expect(isSameSearch(search, { ...search, filter: { ...NO_FILTER, section: 'unread' } })).toBe(false)
  expect(isSameSearch(search, { ...search, expansions: {} })).toBe(false)
  expect(isSameSearch(search, { ...search, sort: 'oldest' })).toBe(false)
})

test('a filter narrows when it leaves something out', () => {
  expect(isNarrowed(NO_FILTER)).toBe(false)
  expect(isNarrowed({ ...NO_FILTER, section: 'unread' })).toBe(true)
  expect(isNarrowed({ ...NO_FILTER, facets: { language: { include: [], exclude: [] } } })).toBe(false)
  expect(isNarrowed({ ...NO_FILTER, facets: { language: { include: [], exclude: ['fa'] } } })).toBe(true)
})

test('entries stand under the day they were run on, newest day first', () => {
  const at = (day: number, hour: number): number => new Date(2026, 10, day, hour).getTime()
  const entries = [at(26, 9), at(25, 23), at(25, 0)].map(
    (when, i): TrailEntry => ({ id: (i + 1) as TrailId, search, documents: 0, at: when, opened: [] })
  )
  expect(trailDays(entries).map(({ day, entries: found }) => [day, found.map(({ id }) => id)])).toEqual([
    [at(26, 0), [1]],
    [at(25, 0), [2, 3]]
  ])
  expect(trailDays([])).toEqual([])
})
