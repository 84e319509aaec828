import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { describeQuery } from '#shared/text/describe-query'
import { foldWord } from '#shared/text/fold'
import { buildMatcher, findMatches } from '#shared/text/matcher'
import { parseQuery } from '#shared/text/parse-query'
import { bestPassages } from '#shared/text/passages'
import type { QueryNode, WordsNode } from '#shared/text/query-node'
import { forEachToken, type Token, tokenize } from '#shared/text/tokenize'

/** Pieces that meet in real documents and are awkward next to each other. */
const PIECES = [
  'execution',
  'Khavarān',
  "l'État",
  'İstanbul',
  'Straße',
  'كتاب',
  'کتاب',
  'می',
  'نمی',
  'خواهم',
  'های',
  'ترین',
  'تر',
  'مُحَمَّد',
  'محمـــد',
  '۱۳۶۷',
  '1988',
  '世界',
  '人权',
  'ガ',
  'ｶﾞ',
  'สิทธิ',
  'ធិ្',
  '한국',
  '\u1112\u1161\u11ab',
  'ﷺ',
  '½',
  '𝐄𝐯',
  '👩‍👩‍👧',
  'צה״ל',
  'ё',
  '\u200c',
  '\u200d',
  '\u0301',
  '\u202b',
  '\u00ad',
  ' ',
  ' ',
  ' ',
  '\n',
  '-',
  '"',
  '“',
  '(',
  ')',
  '*',
  ':',
  '|',
  'OR',
  'NOT',
  'tag:',
  'title:',
  'before:',
  '2020-1',
  '\ud83d',
  'x'.repeat(130)
]

const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.array(fc.constantFrom(...PIECES), { maxLength: 30 }).map((pieces) => pieces.join(''))
)

const RUNS = { numRuns: 2000, seed: 1988 }

function positiveWords(node: QueryNode): WordsNode[] {
  if (node.kind === 'words') return [node]
  return node.kind === 'and' || node.kind === 'or' ? node.children.flatMap(positiveWords) : []
}

describe('fold and tokenize, on any text', () => {
  test('folding twice is folding once', () => {
    fc.assert(
      fc.property(text, (word) => {
        expect(foldWord(foldWord(word))).toBe(foldWord(word))
      }),
      RUNS
    )
  })

  test('terms go forward, stand on something, and are what FTS5 cuts at spaces', () => {
    fc.assert(
      fc.property(text, (whole) => {
        let before = 0
        for (const { term, start, end } of tokenize(whole)) {
          expect(start).toBeGreaterThanOrEqual(before)
          expect(end).toBeGreaterThan(start)
          expect(term).toMatch(/^(?:[a-z0-9]|[^\0-\x7f])+$/)
          before = start
        }
      }),
      RUNS
    )
  })

  test('windows meet without loss or repetition', () => {
    fc.assert(
      fc.property(text, fc.nat(400), fc.nat(400), (whole, a, b) => {
        const cuts = [0, Math.min(a, b), Math.max(a, b), whole.length].map((cut) => Math.min(cut, whole.length))
        const pieces: Omit<Token, 'glued'>[] = []
        cuts.slice(1).forEach((to, index) => {
          const visit = (term: string, start: number, end: number) => pieces.push({ term, start, end }) > 0
          forEachToken(whole, visit, cuts[index], to)
        })
        expect(pieces).toEqual(tokenize(whole).map(({ term, start, end }) => ({ term, start, end })))
      }),
      RUNS
    )
  })
})

describe('queries, on any string', () => {
  test('are always read, and described without failing', () => {
    fc.assert(
      fc.property(text, (query) => {
        for (const typing of [true, false]) {
          const node = parseQuery(query, { typing })
          expect(typeof describeQuery(node, () => [])).toBe('string')
          for (const words of positiveWords(node)) expect(words.terms.length).toBeGreaterThan(0)
        }
      }),
      RUNS
    )
  })

  test('a text holds itself, quoted', () => {
    fc.assert(
      fc.property(text, (whole) => {
        const plain = whole.replace(/["“”„‟＂«»〝〞「」『』]/g, ' ').slice(0, 100)
        const terms = tokenize(plain)
        const node = parseQuery(`"${plain}"`)
        if (node.kind === 'words' && terms.length > 0) expect(findMatches(plain, buildMatcher(node)).length).toBeGreaterThan(0)
      }),
      RUNS
    )
  })

  test('every mark folds to terms of the query', () => {
    fc.assert(
      fc.property(text, text, (whole, query) => {
        const node = parseQuery(query)
        const phrases = positiveWords(node).map((words) => words.terms)
        for (const [start, end] of findMatches(whole, buildMatcher(node))) {
          const marked = tokenize(whole)
            .filter((token) => token.start >= start && token.end <= end)
            .map((token) => token.term)
          expect(phrases.some((terms) => marked.join(' ').includes(terms.join(' ')))).toBe(true)
        }
      }),
      RUNS
    )
  })

  test('passages are exact, ordered slices whose marks lie inside', () => {
    fc.assert(
      fc.property(text, text, (part, query) => {
        const whole = `${part} ${query} ${part}`
        let before = 0
        for (const { text: slice, offset, ranges } of bestPassages(whole, buildMatcher(parseQuery(query)), {
          max: 3,
          length: 20
        })) {
          expect(whole.slice(offset, offset + slice.length)).toBe(slice)
          expect(offset).toBeGreaterThanOrEqual(before)
          expect(ranges.length).toBeGreaterThan(0)
          for (const [start, end] of ranges) expect(start >= 0 && start < end && end <= slice.length).toBe(true)
          before = offset + slice.length
        }
      }),
      RUNS
    )
  })
})
