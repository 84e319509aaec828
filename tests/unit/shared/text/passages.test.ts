import { describe, expect, test } from 'vitest'
import { buildMatcher } from '#shared/text/matcher'
import { parseQuery } from '#shared/text/parse-query'
import { bestPassages } from '#shared/text/passages'

const FILLER = 'The committee met again in the morning and wrote down what the witnesses had said. '

function passagesOf(text: string, query: string, max = 3, length = 120) {
  const passages = bestPassages(text, buildMatcher(parseQuery(query)), { max, length })
  for (const passage of passages) expect(text.slice(passage.offset, passage.offset + passage.text.length)).toBe(passage.text)
  return passages.map((passage) => ({ ...passage, marked: passage.ranges.map(([start, end]) => passage.text.slice(start, end)) }))
}

describe('bestPassages', () => {
  test('shows the place where all words stand, before the first place of one', () => {
    const text = `${FILLER}prison ${FILLER.repeat(5)}letter ${FILLER.repeat(5)}The letter from prison arrived. ${FILLER}`
    expect(passagesOf(text, 'prison letter', 1).map((passage) => passage.marked)).toEqual([['letter', 'prison']])
  })

  test('gives several in document order, without overlap', () => {
    const text = `${FILLER.repeat(3)}first grave. ${FILLER.repeat(4)}second grave. ${FILLER.repeat(4)}third grave. ${FILLER.repeat(4)}fourth grave.`
    const passages = passagesOf(text, 'grave')
    expect(passages).toHaveLength(3)
    passages.reduce((before, passage) => {
      expect(passage.offset).toBeGreaterThanOrEqual(before)
      return passage.offset + passage.text.length
    }, 0)
    expect(passages[0]?.text).toContain('first grave')
  })

  test('prefers a passage with a word not shown yet', () => {
    const text = `${'alpha alpha alpha. '.repeat(20)}${FILLER.repeat(5)}omega. ${FILLER}`
    expect(passagesOf(text, 'alpha OR omega', 2).flatMap((passage) => passage.marked)).toContain('omega')
  })

  test('begins and ends between words and is about as long as asked', () => {
    const [passage] = passagesOf(`${FILLER.repeat(9)}the grave was found ${FILLER.repeat(9)}`, 'grave', 1)
    expect(passage?.text).toMatch(/^[A-Za-z]+[ .].*[a-z.]$/s)
    expect(passage?.text.length).toBeGreaterThan(80)
    expect(passage?.text.length).toBeLessThanOrEqual(120)
    for (const word of passage?.text.match(/[a-zA-Z]+/g) ?? []) expect(`${FILLER} the grave was found`).toContain(word)
  })

  test('begins with the paragraph when it begins nearby', () => {
    const [passage] = passagesOf(`${FILLER}\n\nThe grave was found. ${FILLER}`, 'grave', 1)
    expect(passage?.text).toMatch(/^The grave was found/)
  })

  test('parts neither surrogates nor clusters in text without spaces', () => {
    const family = '👩‍👩‍👧‍👦'
    for (const length of [8, 9, 10, 11, 12, 13]) {
      const [passage] = passagesOf(`${family.repeat(20)}人权${family.repeat(20)}`, '人权', 1, length)
      const rest = passage?.text.replaceAll(family, '').replace('人权', '')
      expect(rest).toBe('')
    }
    const [thai] = passagesOf(`${'ที่นี่'.repeat(60)}สิทธิ${'ที่นี่'.repeat(60)}`, 'สิทธิ', 1, 60)
    expect(thai?.text).toMatch(/^\p{L}/u)
    expect(thai?.marked).toEqual(['สิทธิ'])
  })

  test('finds a lone word at the far end of a very long text, beside a word that is everywhere', () => {
    const text = `${FILLER.repeat(25_000)}Slavery was mentioned once.`
    expect(text.length).toBeGreaterThan(2_000_000)
    expect(passagesOf(text, 'committee slavery', 2).flatMap((passage) => passage.marked)).toContain('Slavery')
  })

  test('holds a phrase longer than asked whole', () => {
    const phrase = FILLER.trim().replace('.', '')
    expect(passagesOf(`Before. ${FILLER} After.`, `"${phrase}"`, 1, 20).map((passage) => passage.marked)).toEqual([[phrase]])
  })

  test('is empty where nothing stands', () => {
    expect(passagesOf(FILLER, 'slavery')).toEqual([])
    expect(passagesOf('', 'slavery')).toEqual([])
    expect(passagesOf(FILLER, 'committee', 0)).toEqual([])
  })
})
