import { describe, expect, it } from 'vitest'
import { finishedQuery } from '#renderer/features/search/finished-query.ts'
import { stepStart } from '#renderer/features/search/step-start.ts'
import { saysMore } from '#renderer/features/search/understood/says-more.ts'
import { keyTarget } from '#renderer/ui/list-keys.ts'

describe('an unfinished query', () => {
  it('is asked for as the beginning of a word', () => {
    expect(finishedQuery({ query: 'crime lett', typing: true })).toBe('crime lett*')
    expect(finishedQuery({ query: 'نام', typing: true })).toBe('نام*')
  })

  it('is left alone when it is finished or ends in no word', () => {
    expect(finishedQuery({ query: 'lett', typing: false })).toBe('lett')
    expect(finishedQuery({ query: 'lett ', typing: true })).toBe('lett ')
    expect(finishedQuery({ query: '"mass graves"', typing: true })).toBe('"mass graves"')
    expect(finishedQuery({ query: '', typing: true })).toBe('')
  })
})

describe('how a query was understood', () => {
  it('is shown where it says more than the query', () => {
    const term = (also: readonly string[], excluded = false) => ({ text: 'letter', also, expansions: [], excluded })
    expect(saysMore('letter', { understood: 'letter', terms: [term([])] })).toBe(false)
    expect(saysMore(' letter ', { understood: 'letter', terms: [term([])] })).toBe(false)
    expect(saysMore('letter', { understood: 'letter (also letters)', terms: [term(['letters'])] })).toBe(true)
    expect(saysMore('-letter', { understood: 'not letter', terms: [term([], true)] })).toBe(true)
    expect(saysMore('a  b', { understood: 'a AND b', terms: [] })).toBe(false)
    expect(saysMore('a OR b c', { understood: 'a OR (b AND c)', terms: [] })).toBe(true)
    expect(saysMore('after:2019', { understood: 'after 2019-01-01', terms: [] })).toBe(true)
    expect(saysMore('', { understood: '', terms: [] })).toBe(false)
  })
})

describe('keys in the results', () => {
  it('move inside the list and stop at its ends', () => {
    expect(keyTarget('ArrowDown', -1, 10, 5)).toBe(0)
    expect(keyTarget('ArrowDown', 9, 10, 5)).toBe(9)
    expect(keyTarget('ArrowUp', -1, 10, 5)).toBe(0)
    expect(keyTarget('PageDown', 2, 10, 5)).toBe(7)
    expect(keyTarget('PageDown', 7, 10, 5)).toBe(9)
    expect(keyTarget('PageUp', 2, 10, 5)).toBe(0)
    expect(keyTarget('End', 0, 100_000, 5)).toBe(99_999)
    expect(keyTarget('Home', 50, 100, 5)).toBe(0)
  })

  it('skip no document when the one under the cursor has left the list', () => {
    expect(keyTarget('ArrowDown', stepStart(4, true, 1), 10, 5)).toBe(4)
    expect(keyTarget('ArrowUp', stepStart(4, true, -1), 10, 5)).toBe(3)
    expect(keyTarget('ArrowDown', stepStart(4, false, 1), 10, 5)).toBe(5)
  })

  it('do nothing in an empty list or when they are other keys', () => {
    expect(keyTarget('ArrowDown', -1, 0, 5)).toBeUndefined()
    expect(keyTarget('x', 3, 10, 5)).toBeUndefined()
  })
})
