import { expect, test } from 'vitest'
import { goesOnHangul, hangulWords, indexColumn } from '#shared/text/hangul-words'
import { buildMatcher, findMatches } from '#shared/text/matcher'
import { parseQuery } from '#shared/text/parse-query'

const words = (text: string): string[] => hangulWords(text).replaceAll('\u2060', '').split(' ').filter(Boolean)

test.each([
  ['모든 인간은 자유롭다.', ['모든', '인간은', '자유롭다']],
  ['UN총회는 제3조를', ['총회는', '제', '조를']],
  ['대한(大韓)민국', ['대한', '민국']],
  ['\u1112\u1161\u11ab\u1100\u116e\u11a8 ㄱ', ['한국', 'ᄀ']],
  ['自由 freedom آزادی', []]
])('the Hangul words of "%s"', (text, wanted) => {
  expect(words(text)).toEqual(wanted)
})

test('stand behind the other terms of a column and are no terms of the text', () => {
  expect(indexColumn('자유 a')).toBe('자 유 a \u2060자유')
  expect(indexColumn('Freedom')).toBe('freedom')
})

test('a letter goes on a word when a Hangul letter stands right before it', () => {
  expect(goesOnHangul('부자유', 1)).toBe(true)
  expect(goesOnHangul('부\u200d자유', 2)).toBe(true)
  expect(goesOnHangul('\u1107\u116e자유', 2)).toBe(true)
  expect(goesOnHangul('부 자유', 2)).toBe(false)
  expect(goesOnHangul('UN자유', 2)).toBe(false)
  expect(goesOnHangul('자유', 0)).toBe(false)
})

test.each([
  ['자유*', '[자유]를 부자유 투자 유치 자격 글자'],
  ['자*', '[자]유를 부자유 투자 유치 [자]격 글자'],
  ['자유', '[자유]를 부[자유] 투[자 유]치 자격 글자'],
  ['title:자유*', '자유를 부자유 투자 유치 자격 글자'],
  ['-글자 자유*', '[자유]를 부자유 투자 유치 자격 글자']
])('%s is marked where it begins a word, without a star anywhere: %s', (query, marked) => {
  const text = marked.replaceAll(/[[\]]/g, '')
  const found = findMatches(text, buildMatcher(parseQuery(query)))
  const shown = found
    .toReversed()
    .reduce((whole, [start, end]) => `${whole.slice(0, start)}[${whole.slice(start, end)}]${whole.slice(end)}`, text)
  expect(shown).toBe(marked)
})

test('a word that is still being typed is found inside words, as it will be when it is finished', () => {
  expect(parseQuery('자유', { typing: true })).toEqual(parseQuery('자유'))
})
