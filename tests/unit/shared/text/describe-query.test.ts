import { expect, test } from 'vitest'
import { describeQuery } from '#shared/text/describe-query'
import { parseQuery } from '#shared/text/parse-query'

const FORMS: Readonly<Record<string, readonly string[]>> = {
  execution: ['executions'],
  'name:Darvan': ['Darvan', 'دروان'],
  many: ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']
}
const describeTyped = (query: string) =>
  describeQuery(parseQuery(query), (node) => (node.kind === 'words' && node.exact ? [] : (FORMS[node.text] ?? [])))

test.each([
  ['', ''],
  [
    'execution "human rights" -press after:2019 tag:letters',
    'execution (also executions) AND "human rights" AND NOT press · after 2019-01-01 · tag: letters'
  ],
  ['a OR b', 'a OR b'],
  ['a OR b c', '(a OR b) AND c'],
  ['-(a b)', 'NOT (a AND b)'],
  ['title:letter pris*', 'title: letter AND pris*'],
  ['-tag:x', 'NOT tag: x'],
  ['tag:x OR b', 'tag: x OR b'],
  ["l'État สิทธิ", "l'État AND สิทธิ"],
  ['"a b"~5 c', '("a" NEAR/5 "b") AND c'],
  ['execution NEAR/3 (b OR c)', 'execution (also executions) NEAR/3 (b OR c)'],
  ['khavaran~1 kh*ran', 'khavaran~1 AND kh*ran'],
  ['a name:"Behrouz Darvan"', 'a AND name: Behrouz Darvan'],
  ['name:Darvan', 'name: Darvan (also دروان)'],
  ['x author:nehrin path:*.eml has:ocr', 'x · author: nehrin · path: *.eml · has: ocr'],
  ['size:>1mb', 'size: more than 1 MB'],
  ['size:10kb..2.5mb', 'size: 10 kB to 2.5 MB'],
  ['size:<1kb', 'size: less than 1 kB'],
  ['size:1234', 'size: 1234 bytes or more'],
  ['pages:>20', 'pages: 21 or more'],
  ['pages:5..10 pages:3', 'pages: 5 to 10 · pages: 3'],
  ['1988-07..1988-09', 'date: 1988-07-01 to 1988-09-30'],
  ['date:1988-07-19', 'date: 1988-07-19'],
  ['before:1988', 'until 1987-12-31'],
  ['..1988', 'date: until 1988-12-31'],
  ['title:/^a/ -/b/', 'title: /^a/ · NOT /b/'],
  ['many', 'many (also a, b, c, d, e, f and 2 more)']
])('%j is understood as %j', (query, understood) => {
  expect(describeTyped(query)).toBe(understood)
})
