import { expect, test } from 'vitest'
import { describeQuery } from '#shared/text/describe-query'
import { parseQuery } from '#shared/text/parse-query'

const FORMS: Readonly<Record<string, readonly string[]>> = {
  execution: ['executions'],
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
  ['many', 'many (also a, b, c, d, e, f and 2 more)']
])('%j is understood as %j', (query, understood) => {
  expect(describeTyped(query)).toBe(understood)
})
