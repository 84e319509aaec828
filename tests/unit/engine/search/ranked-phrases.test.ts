import { expect, test } from 'vitest'
import { rankedPhrases } from '#engine/search/ranked-phrases'

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
