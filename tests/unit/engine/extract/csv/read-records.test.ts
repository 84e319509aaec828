import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findDelimiter } from '#engine/extract/csv/find-delimiter'
import { isHeader } from '#engine/extract/csv/is-header'
import { readRecords } from '#engine/extract/csv/read-records'

const read = (text: string, delimiter = ','): string[][] => [...readRecords(text, delimiter)]

describe('records', () => {
  it.each([
    [
      'a,b\nc,d',
      [
        ['a', 'b'],
        ['c', 'd']
      ]
    ],
    ['a,b\r\n\r\nc\r', [['a', 'b'], [''], ['c']]],
    ['"a,b","c\nd"\n', [['a,b', 'c\nd']]],
    [
      '"say ""no""",""\n"""",x',
      [
        ['say "no"', ''],
        ['"', 'x']
      ]
    ],
    [
      '5" of rain,"he said "no" twice"\nx,y',
      [
        ['5" of rain', 'he said "no" twice'],
        ['x', 'y']
      ]
    ],
    [
      'a,"never closed\nb,c\n',
      [
        ['a', '"never closed'],
        ['b', 'c']
      ]
    ],
    [
      'a,"never closed\nb,"closed"\n',
      [
        ['a', '"never closed'],
        ['b', 'closed']
      ]
    ]
  ])('of %j', (text, records) => {
    expect(read(text)).toEqual(records)
  })

  it('give back whatever was written with every value in quotes', () => {
    const value = fc.stringMatching(/^[a-z",;\n ]{0,8}$/)
    fc.assert(
      fc.property(fc.array(fc.array(value, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 5 }), (rows) => {
        const text = rows.map((row) => row.map((one) => `"${one.replaceAll('"', '""')}"`).join(',')).join('\n')
        expect(read(text)).toEqual(rows)
      })
    )
  })

  it.each([
    ['"', 4_000_000],
    ['"a\n', 1_500_000],
    [',"a', 1_500_000],
    ['"",""x', 800_000],
    ['a"b,\n"', 800_000]
  ])(
    'of %j, repeated without end, are read in time',
    (piece, times) => {
      const text = piece.repeat(times)
      let length = 0
      for (const values of readRecords(text, ',')) length += values.length
      expect(length).toBeGreaterThan(0)
    },
    10_000
  )
})

describe('a delimiter', () => {
  it.each([
    ['a,b\nc,d\n', ','],
    ['1,5;2,5\n3,5;4,5\n', ';'],
    ['a, b\tc\nd\te\n', '\t'],
    ['a|b|c\nd|e|f\n', '|'],
    ['Report of May\n\na;b;c\n1;2;3\n4;5;6\n7;8;9\n', ';'],
    ['only one column\nand more\n', undefined],
    ['We heard, in the night, the bell of the lower town.\nNobody, they said, had been warned of the water.\n', undefined]
  ])('of %j is %j', (text, delimiter) => {
    expect(findDelimiter(text)).toBe(delimiter)
  })
})

describe('a header', () => {
  it.each([
    [
      [
        ['name', 'place'],
        ['Rana', 'Darvan']
      ],
      true
    ],
    [
      [
        ['نام', 'شهر'],
        ['رعنا', 'دروان']
      ],
      true
    ],
    [
      [
        ['name', '1988'],
        ['Rana', '1991']
      ],
      false
    ],
    [
      [
        ['name', '۱۳۶۷/۰۵/۱۰'],
        ['a', 'b']
      ],
      false
    ],
    [
      [
        ['x', 'x'],
        ['a', 'b']
      ],
      false
    ],
    [[['name', 'place']], false]
  ])('of %j: %j', (records, expected) => {
    expect(isHeader(records)).toBe(expected)
  })
})
