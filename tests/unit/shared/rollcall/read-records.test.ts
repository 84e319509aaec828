import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { csvRow } from '#shared/rollcall/csv-cell'
import { guessDelimiter } from '#shared/rollcall/guess-delimiter'
import { readRecords } from '#shared/rollcall/read-records'

const read = (text: string, delimiter: string | null = ',') => [...readRecords(text, delimiter)]

describe('records of a list', () => {
  test('lines end as any system ends them, and a byte order mark is no part of the first', () => {
    expect(read('\ufeffa\r\nb\nc\rd', null)).toEqual([
      { number: 1, cells: ['a'], isBroken: false },
      { number: 2, cells: ['b'], isBroken: false },
      { number: 3, cells: ['c'], isBroken: false },
      { number: 4, cells: ['d'], isBroken: false }
    ])
  })

  test('quotes hold delimiters, quotes and line ends, and the numbers stay those of the file', () => {
    expect(read('"Darvan, Reza",12\n"said ""no""",13\n"two\nlines",14\nlast,15')).toEqual([
      { number: 1, cells: ['Darvan, Reza', '12'], isBroken: false },
      { number: 2, cells: ['said "no"', '13'], isBroken: false },
      { number: 3, cells: ['two\nlines', '14'], isBroken: false },
      { number: 5, cells: ['last', '15'], isBroken: false }
    ])
  })

  test('a quote that is never closed is reported, and costs its own line only', () => {
    const records = read('a,1\n"Nehrin,2\nb,3\n"x"y,4\nc,5')
    expect(records.map(({ number, isBroken }) => [number, isBroken])).toEqual([
      [1, false],
      [2, true],
      [3, false],
      [4, true],
      [5, false]
    ])
    expect(records[1]?.cells).toEqual(['"Nehrin,2'])
  })

  test('without a delimiter quotes are characters', () => {
    expect(read('"open\nnext', null).map(({ cells }) => cells)).toEqual([['"open'], ['next']])
  })

  test('hostile texts cost no more than their length', () => {
    const size = 20 * 1024 * 1024
    const hostile = [
      '"'.repeat(size),
      '"\n'.repeat(size / 2),
      '"a\n'.repeat(size / 3),
      ','.repeat(size),
      `"${'a'.repeat(size)}`,
      '"a","b\n'.repeat(size / 8),
      `${'"a\n",'.repeat(20)}"b`.repeat(size / 130)
    ]
    for (const text of hostile) {
      let taken = 0
      let widest = 0
      for (const { cells } of readRecords(text, ',')) {
        widest = Math.max(widest, cells.length)
        if (++taken === 200_000) break
      }
      expect(widest).toBeLessThanOrEqual(256)
    }
  }, 60_000)

  test('what CSV is written from is read again, formulas made harmless', () => {
    const cell = fc.string({ maxLength: 30 }).filter((text) => !/^[=+\-@\t\r]/.test(text))
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { maxLength: 10 }), (table) => {
        const text = table.map(csvRow).join('')
        // A record over more than 20 lines counts as broken; these are shorter than that.
        fc.pre(table.every((row) => row.every((value) => value.split(/\r\n|\r|\n/).length <= 20)))
        expect(read(text.startsWith('\ufeff') ? `\ufeff${text}` : text).map(({ cells }) => cells)).toEqual(table)
      })
    )
    for (const formula of ['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '\rx']) {
      expect(read(csvRow([formula, 'b']))[0]?.cells[0]).toBe(`'${formula}`)
    }
  })

  test('no text makes it throw, and numbers only grow', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('"', ',', '\n', '\r', 'a', '\0') }), (text) => {
        const numbers = read(text).map(({ number }) => number)
        expect(numbers).toEqual(numbers.toSorted((a, b) => a - b))
      })
    )
  })
})

test('the delimiter is the one that divides most lines alike', () => {
  expect(guessDelimiter('a;b\nc;d\n')).toBe(';')
  expect(guessDelimiter('Darvan, Reza\tx\nNehrin, Sara\ty\n')).toBe(',')
  expect(guessDelimiter('a\tb\nc\td')).toBe('\t')
  expect(guessDelimiter('Reza Darvan\nSara Nehrin')).toBeNull()
  expect(guessDelimiter('')).toBeNull()
})
