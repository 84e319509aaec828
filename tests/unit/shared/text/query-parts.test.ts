import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseQuery } from '#shared/text/parse-query'
import { addPart, partsOf, removePart, replacePart } from '#shared/text/query-parts'

const outline = (query: string) =>
  partsOf(query).map(({ kind, field, value, negated, quoted, options }) =>
    [
      negated ? '-' : '',
      kind,
      field ? `[${field}]` : '',
      quoted ? ` "${value}"` : ` ${value}`,
      options.length > 0 ? ` ${options.length}` : ''
    ].join('')
  )

describe('partsOf', () => {
  test.each([
    ['', []],
    ['prison letter', ['word prison', 'word letter']],
    ['"human rights" -press', ['phrase "human rights"', '-word press']],
    ['tag:letters title:"open letter"', ['field[tag] letters', 'field[title] "open letter"']],
    ['a OR b c', ['any a OR b 2', 'word c']],
    ['a | b | "c d"', ['any a | b | "c d" 3']],
    ['a NEAR/5 b c', ['near a NEAR/5 b', 'word c']],
    ['-(a b) author:(x OR y)', ['-group a b', 'group[author] x OR y']],
    ['/a b/ title:/c/', ['regex a b', 'regex[title] c']],
    ['kh*ran khavaran~1 "a b"~5', ['word kh*ran', 'word khavaran~1', 'phrase "a b"']],
    ['date:summer 1988 x', ['field[date] summer 1988', 'word x']],
    ['(a (b', ['group a (b']],
    ['می خواهم a', ['word می خواهم', 'word a']],
    ['- … OR', []]
  ])('%j', (query, parts) => {
    expect(outline(query)).toEqual(parts)
  })

  test('says where each stands, bidi controls and all', () => {
    const query = ' \u202bخاوران\u202c  -tag:x'
    expect(partsOf(query).map((part) => query.slice(part.start, part.end))).toEqual(['خاوران', '-tag:x'])
  })

  test('say all of a query: joined by AND they are the same query', () => {
    const piece = fc.constantFrom(
      ...[
        ' ',
        ' ',
        '"a b"',
        '"a b"~3',
        '(',
        ')',
        '-a',
        '-(',
        '-"a b"',
        '-tag:x',
        'a|b',
        ' OR ',
        ' NEAR/3 ',
        '|',
        'tag:x',
        'title:(',
        'title:"a',
        'a~',
        'k*n',
        'pr*',
        '/x y/'
      ],
      ...['می', ' خواهم', 'کتاب', ' های', '人权', 'a', 'b', '1988..1989', 'date:summer 1988', 'has:x', 'NOT ', 'AND', '\u202b']
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
        // Nothing but operators would be read as words.
        const query = `z ${pieces.join(' ')}`
        const parts = partsOf(query)
        expect(parseQuery(parts.map((part) => part.text).join(' AND '))).toEqual(parseQuery(query))
      }),
      { numRuns: 3000, seed: 1988 }
    )
  })

  test('are in order, apart from each other, and what stands there', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        ' ',
        '"',
        '(',
        ')',
        '-',
        'OR',
        ' NEAR/3 ',
        '|',
        'tag:',
        'title:(',
        '~',
        '*',
        '/',
        '\u202b',
        'a',
        'خاوران',
        '人'
      ),
      fc.string({ unit: 'binary', maxLength: 6 })
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
        const query = pieces.join('')
        let at = 0
        for (const part of partsOf(query)) {
          expect(part.start).toBeGreaterThanOrEqual(at)
          expect(part.end).toBeGreaterThan(part.start)
          expect(part.text).toBe(query.slice(part.start, part.end))
          at = part.end
          expect(removePart(query, part).length).toBeLessThan(query.length + 1)
        }
      }),
      { numRuns: 2000, seed: 1988 }
    )
  })
})

describe('a part', () => {
  const change = (query: string, index: number, text: string) => {
    const part = partsOf(query)[index]
    if (!part) throw new Error('no such part')
    return replacePart(query, part, text)
  }

  test.each([
    ['a b c', 1, '"x y"', 'a "x y" c'],
    ['a b c', 1, '', 'a c'],
    ['a -tag:x', 1, '', 'a'],
    ['a OR b c', 0, '', 'c'],
    ['a', 0, '', '']
  ])('of %j, number %i, becomes %j: %j', (query, index, text, expected) => {
    expect(change(query, index, text)).toBe(expected)
  })

  test.each([
    ['a OR b OR c', 0, 'b OR c'],
    ['a OR b OR c', 1, 'a OR c'],
    ['a OR b OR c', 2, 'a OR b'],
    ['a|b d', 0, 'b d'],
    ['a|b d', 1, 'a d']
  ])('an alternative of %j, number %i, is taken out: %j', (query, index, expected) => {
    const option = partsOf(query)[0]?.options[index]
    expect(option && removePart(query, option)).toBe(expected)
  })

  test('is added at the end', () => {
    expect(addPart('a ', ' b')).toBe('a b')
    expect(addPart('', 'b')).toBe('b')
  })
})
