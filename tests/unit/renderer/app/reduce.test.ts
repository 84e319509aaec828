import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { reduce } from '#renderer/app/reduce.ts'
import { type AppState, INITIAL_STATE } from '#renderer/app/state.ts'
import { documentIdSchema, folderIdSchema, tagIdSchema } from '#shared/model/ids'

const doc = (id: number) => v.parse(documentIdSchema, id)
const tag = (id: number) => v.parse(tagIdSchema, id)
const folder = (id: number) => v.parse(folderIdSchema, id)

const busy: AppState = { ...INITIAL_STATE, cursor: { index: 3, id: doc(9) }, selection: new Set([doc(1), doc(2)]) }

const persian = { language: { include: ['fa'], exclude: [] } }

describe('the state of the window', () => {
  it('answers with the same object when a query is set that is set already', () => {
    const state = { ...INITIAL_STATE, query: 'letter' }
    expect(reduce(state, { do: 'set-query', query: 'letter', typing: false })).toBe(state)
  })

  it('keeps the cursor and the selection when only the typing ends', () => {
    const state = { ...busy, query: 'letter', typing: true }
    const next = reduce(state, { do: 'set-query', query: 'letter', typing: false })
    expect(next.typing).toBe(false)
    expect(next.cursor).toBe(state.cursor)
    expect(next.selection).toBe(state.selection)
  })

  it('knows a query that was left off from one that was finished', () => {
    const typing = reduce(busy, { do: 'set-query', query: 'lett', typing: true })
    const left = reduce(typing, { do: 'set-query', query: 'lett', typing: false, isLeftOff: true })
    expect(left).toMatchObject({ typing: false, isLeftOff: true })
    expect(reduce(left, { do: 'set-query', query: 'lett', typing: false, isLeftOff: true })).toBe(left)
    const entered = reduce(left, { do: 'set-query', query: 'lett', typing: false })
    expect(entered.isLeftOff).toBe(false)
    expect(reduce(entered, { do: 'set-query', query: 'lett', typing: false, isLeftOff: true })).toBe(entered)
    expect(reduce(entered, { do: 'set-query', query: 'letter', typing: false, isLeftOff: true }).isLeftOff).toBe(true)
    expect(reduce(left, { do: 'set-query', query: 'letter', typing: true }).isLeftOff).toBe(false)
  })

  it('forgets the cursor and the selection with every other list', () => {
    for (const next of [
      reduce(busy, { do: 'set-query', query: 'x', typing: true }),
      reduce(busy, { do: 'set-filter', patch: { facets: persian } }),
      reduce(busy, { do: 'replace-filter', patch: { section: 'starred' } }),
      reduce(busy, { do: 'toggle-tag', id: tag(5) })
    ]) {
      expect(next.cursor).toBeNull()
      expect(next.selection.size).toBe(0)
    }
  })

  it('keeps the other conditions when one is added, and drops them when only one is wanted', () => {
    const filtered = reduce(INITIAL_STATE, { do: 'set-filter', patch: { facets: persian, folderId: folder(2) } })
    expect(reduce(filtered, { do: 'set-filter', patch: { section: 'unread' } }).filter).toMatchObject({
      facets: persian,
      folderId: 2,
      section: 'unread'
    })
    expect(reduce(filtered, { do: 'replace-filter', patch: { section: 'unread' } }).filter).toMatchObject({
      facets: {},
      folderId: null,
      section: 'unread'
    })
  })

  it('adds a tag to the filter and takes it out again', () => {
    const one = reduce(INITIAL_STATE, { do: 'toggle-tag', id: tag(1) })
    const two = reduce(one, { do: 'toggle-tag', id: tag(2) })
    expect(two.filter.tagIds).toEqual([1, 2])
    expect(reduce(two, { do: 'toggle-tag', id: tag(1) }).filter.tagIds).toEqual([2])
  })

  it('leaves the list of files that need attention when something is searched for', () => {
    const state = reduce(INITIAL_STATE, { do: 'replace-filter', patch: { section: 'attention' } })
    expect(reduce(state, { do: 'set-query', query: 'letter', typing: true }).filter.section).toBe('all')
  })

  it('counts every opening, also of the document that is open', () => {
    const once = reduce(INITIAL_STATE, { do: 'open', id: doc(7), openAt: { at: 'top' }, index: 4 })
    const twice = reduce(once, { do: 'open', id: doc(7), openAt: { at: 'first-hit' }, index: null })
    expect(twice.openCount).toBe(2)
    expect(twice.cursor).toEqual({ index: 4, id: 7 })
  })

  it('loses the cursor when a document is opened whose row is not known', () => {
    const state = reduce(busy, { do: 'open', id: doc(100), openAt: { at: 'top' }, index: null })
    expect(state.cursor).toBeNull()
  })
})

describe('expansions of the query', () => {
  const switched = reduce(
    { ...INITIAL_STATE, query: 'prison letter' },
    { do: 'set-expansions', switches: { 'inflection:prisons': false } }
  )

  it('stay while the query is made wider or narrower', () => {
    for (const query of ['prison letter tag:camps', 'letter prison', 'prison']) {
      expect(reduce(switched, { do: 'set-query', query, typing: false }).expansions).toEqual({ 'inflection:prisons': false })
    }
  })

  it('go with the words they belong to', () => {
    for (const query of ['prisoner letter', 'court', '']) {
      expect(reduce(switched, { do: 'set-query', query, typing: true }).expansions).toEqual({})
    }
  })

  it('come back with a search that was kept', () => {
    const search = {
      query: 'court',
      filter: INITIAL_STATE.filter,
      expansions: { 'inflection:courts': false },
      sort: 'oldest'
    } as const
    expect(reduce(switched, { do: 'show-search', search })).toMatchObject({ ...search, typing: false, cursor: null })
  })
})

describe('roll-calls', () => {
  const calling: AppState = {
    ...INITIAL_STATE,
    query: 'letter',
    view: 'rollcall',
    rollCall: { ...INITIAL_STATE.rollCall, row: 7 }
  }

  it('give way to whatever asks for documents, and stay as they were for the way back', () => {
    for (const next of [
      reduce(calling, { do: 'set-query', query: 'letter', typing: false }),
      reduce(calling, { do: 'set-query', query: 'other', typing: false }),
      reduce(calling, { do: 'toggle-tag', id: tag(1) }),
      reduce(calling, { do: 'replace-filter', patch: {} }),
      reduce(calling, { do: 'open', id: doc(1), openAt: { at: 'top' }, index: null })
    ]) {
      expect(next.view).toBe('documents')
      expect(reduce(next, { do: 'show-view', view: 'rollcall' }).rollCall.row).toBe(7)
    }
  })
})
