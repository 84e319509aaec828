import { describe, expect, test } from 'vitest'
import { forEachToken, tokenize } from '#shared/text/tokenize'

const terms = (text: string) => tokenize(text).map((token) => token.term)
const slices = (text: string) => tokenize(text).map((token) => text.slice(token.start, token.end))

describe('tokenize', () => {
  test('parts words at apostrophes, hyphens, underscores and other signs', () => {
    expect(terms("l'homme l’État snake_case e-mail 1980–88")).toEqual([
      'l',
      'homme',
      'l',
      'etat',
      'snake',
      'case',
      'e',
      'mail',
      '1980',
      '88'
    ])
  })

  test('gives each letter of an unspaced script a term, glued to the one before', () => {
    expect(tokenize('人权 2019年').map((token) => [token.term, token.glued])).toEqual([
      ['人', false],
      ['权', true],
      ['2019', false],
      ['年', true]
    ])
  })

  test('keeps marks with their letter, in the place as in the term', () => {
    expect(slices('สิทธิ์ ﾊﾟ')).toEqual(['สิ', 'ท', 'ธิ์', 'ﾊﾟ'])
    expect(terms('ﾊﾟｿｺﾝ')).toEqual(['パ', 'ソ', 'コ', 'ン'])
  })

  test('joins Persian affixes over a joiner, a space or a line break, and spans them', () => {
    expect(terms('می‌خواهم می خواهم میخواهم')).toEqual(['میخواهم', 'میخواهم', 'میخواهم'])
    expect(slices('من می خواهم بروم')).toEqual(['من', 'می خواهم', 'بروم'])
    expect(terms('کتاب\nهای بزرگ ترین')).toEqual(['کتابهای', 'بزرگترین'])
  })

  test('leaves alone what only looks like a Persian affix', () => {
    expect(terms('مي زيادة')).toEqual(['می', 'زیاده'])
    expect(terms('کەسێکی تر')).toEqual(['کهسیکی', 'تر'])
    expect(terms('کتاب\n\nهای')).toEqual(['کتاب', 'های'])
    expect(terms('کتاب، های')).toEqual(['کتاب', 'های'])
  })

  test('leaves invisible characters at the end of a word out of its place', () => {
    expect(slices('\u202bسند\u202c co\u00adop\u200c.')).toEqual(['سند', 'co\u00adop'])
  })

  test('gives every word of a ligature the place of the ligature', () => {
    expect(tokenize('a ﷺ').map(({ term, start, end }) => [term, start, end])).toEqual([
      ['a', 0, 1],
      ['صلی', 2, 3],
      ['الله', 2, 3],
      ['علیه', 2, 3],
      ['وسلم', 2, 3]
    ])
  })

  test('cuts runs no word can be into terms of bounded length', () => {
    const found = tokenize('x'.repeat(300))
    expect(found.map((token) => token.end - token.start)).toEqual([128, 128, 44])
    expect(found.map((token) => token.glued)).toEqual([false, true, true])
  })

  test('stops when the visitor says so', () => {
    const seen: string[] = []
    forEachToken('one two three four', (term) => {
      seen.push(term)
      return term !== 'two'
    })
    expect(seen).toEqual(['one', 'two'])
  })
})
