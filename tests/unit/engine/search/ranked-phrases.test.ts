import { expect, test } from 'vitest'
import { isUnion, rankedPhrases } from '#engine/search/ranked-phrases'

const read = (match: string): string[] => rankedPhrases(match).map(({ expression }) => expression)

test.each([
  ['"prison"', ['"prison"']],
  ['"to the people"', ['"to the people"']],
  ['("prison" AND ("letter" OR "letters"))', ['"prison"', '"letter"', '"letters"']],
  ['"se" *', ['"se" *']],
  ['("prison" NOT ("press" OR title : "letter"))', ['"prison"']],
  ['(("a" NOT "b") NOT "c")', ['"a"']],
  ['(title : ("prison" OR "jail"))', ['title : "prison"', 'title : "jail"']],
  ['({title people} : "prison" *)', ['{ title people } : "prison" *']],
  ['NEAR("prison" "letter", 5)', ['"prison"', '"letter"']],
  ['("x" NOT NEAR("prison" "letter", 5)) AND "y"', ['"x"', '"y"']],
  ['"say ""no"""', ['"say ""no"""']],
  ['"title : NOT"', ['"title : NOT"']],
  ['', []],
  ['(', []]
])('%s is ranked by %j', (match, expected) => {
  expect(read(match)).toEqual(expected)
})

test('says which terms a phrase has, and that it is a beginning', () => {
  expect(rankedPhrases('title : "human rig" *')).toEqual([
    { expression: 'title : "human rig" *', terms: ['human', 'rig'], isPrefix: true }
  ])
})

test.each([
  ['"prison"', true],
  ['("prison" OR "prisons")', true],
  ['(("a" OR "b") OR "c" *)', true],
  ['"a AND b"', true],
  ['"a" OR"b"', false],
  ['"a" "b"', false],
  ['("a") ("b")', false],
  ['("a" AND "b")', false],
  ['("a" NOT "b")', false],
  ['NEAR("a" "b", 5)', false],
  ['title : "a"', false]
])('%s is a union: %s', (match, expected) => {
  expect(isUnion(match)).toBe(expected)
})
