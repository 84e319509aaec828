import { describe, expect, test } from 'vitest'
import type { ListChoice } from '#shared/model/rollcall'
import { MOST_LINES } from '#shared/rollcall/limits'
import { lineProblem } from '#shared/rollcall/line-problem'
import { readTextList } from '#shared/rollcall/read-text-list'

const TOLD: ListChoice = { sheet: null, column: null, header: null }

describe('a list of names', () => {
  test('a plain list is its lines, commas and all', () => {
    const { lines, column, header } = readTextList('Darvan, Reza\n  Sara Nehrin \nنام‌آور دروان\n', 'lines', TOLD, 'names')
    expect({ column, header }).toEqual({ column: 0, header: false })
    expect(lines).toEqual([
      { number: 1, text: 'Darvan, Reza', problem: null },
      { number: 2, text: 'Sara Nehrin', problem: null },
      { number: 3, text: 'نام‌آور دروان', problem: null }
    ])
  })

  test('each kind of bad line is reported with its number, and stops no other', () => {
    const text = ['Reza', '', '—…', 'x'.repeat(301), 'a\u0000b', 'a\ufffdb', 'Sara', '', ''].join('\n')
    expect(readTextList(text, 'lines', TOLD, 'names').lines.map(({ number, problem }) => [number, problem])).toEqual([
      [1, null],
      [2, 'empty'],
      [3, 'nothing-to-search'],
      [4, 'too-long'],
      [5, 'undecodable'],
      [6, 'undecodable'],
      [7, null]
    ])
    const csv = 'no,name\n1,Reza\n2,"Sara\n3,Nehrin\n'
    expect(readTextList(csv, 'table', TOLD, 'names').lines).toEqual([
      { number: 2, text: 'Reza', problem: null },
      { number: 3, text: '2,"Sara', problem: 'broken-quotes' },
      { number: 4, text: 'Nehrin', problem: null }
    ])
  })

  test('the column of names is found by its heading in any language, or by its letters', () => {
    const persian = 'ردیف;شهر;نام و نام خانوادگی\n۱;دروان;رضا نهرین\n'
    expect(readTextList(persian, 'table', TOLD, 'names')).toMatchObject({
      column: 2,
      header: true,
      columns: ['ردیف', 'شهر', 'نام و نام خانوادگی'],
      lines: [{ number: 2, text: 'رضا نهرین' }]
    })
    expect(readTextList('1,Reza Nehrin,12\n2,Sara Darvan,13\n', 'table', TOLD, 'names')).toMatchObject({
      column: 1,
      header: false
    })
    const chosen = readTextList('1,Reza,a\n2,Sara,b\n', 'table', { ...TOLD, column: 2, header: true }, 'names')
    expect(chosen.lines).toEqual([{ number: 2, text: 'b', problem: null }])
    const whole = readTextList('Reza,Darvan\nSara,Nehrin\n', 'table', { ...TOLD, column: 'whole' }, 'names')
    expect(whole.lines.map(({ text }) => text)).toEqual(['Reza,Darvan', 'Sara,Nehrin'])
    expect(readTextList('sep=;\nname;x\nReza;1\n', 'table', TOLD, 'names').lines).toEqual([
      { number: 3, text: 'Reza', problem: null }
    ])
  })

  test('rows pasted from a spreadsheet are a table, pasted names are not', () => {
    expect(readTextList('1\tReza Darvan\n2\tSara Nehrin', 'pasted', TOLD, 'names')).toMatchObject({ column: 1 })
    expect(readTextList('Darvan, Reza\nNehrin, Sara', 'pasted', TOLD, 'names').lines[0]?.text).toBe('Darvan, Reza')
  })

  test('it ends at the limit and says so', () => {
    const { lines } = readTextList('Reza\n'.repeat(MOST_LINES + 500), 'lines', TOLD, 'names')
    expect(lines).toHaveLength(MOST_LINES + 1)
    expect(lines.at(-1)).toEqual({ number: MOST_LINES + 1, text: 'Reza', problem: 'over-limit' })
    expect(readTextList('\n'.repeat(5_000_000), 'lines', TOLD, 'names').lines).toEqual([])
  })

  test('one huge line, and a file of nothing but NULs, are one bad line each', () => {
    const huge = readTextList('a'.repeat(20_000_000), 'lines', TOLD, 'names')
    expect(huge.lines).toMatchObject([{ number: 1, problem: 'too-long' }])
    expect(huge.lines[0]?.text.length).toBeLessThan(200)
    expect(readTextList('\0'.repeat(20_000_000), 'table', TOLD, 'names').lines).toMatchObject([{ problem: 'too-long' }])
  })
})

test('queries that their writer did not finish are told from those that were', () => {
  const of = (query: string) => lineProblem(query, 'queries')
  for (const good of [
    'prison letter',
    '"human rights" OR jail',
    '-press words',
    '(a OR b) c',
    'title:word',
    'NOT press x',
    'rock’n’roll'
  ])
    expect(of(good), good).toBeNull()
  for (const bad of ['"human rights', '(a OR b', 'a) b', 'a OR', 'OR b', 'a AND', 'x NOT', '«a', 'a NEAR/5'])
    expect(of(bad), bad).toBe('bad-query')
  expect(of('…')).toBe('nothing-to-search')
})
