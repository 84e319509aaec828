import { describe, expect, test } from 'vitest'
import { buildMatcher, findMatches, type MatchOptions } from '#shared/text/matcher'
import { parseQuery } from '#shared/text/parse-query'

const marks = (
  text: string,
  query: string,
  options: MatchOptions & { limit?: number } = {},
  also: Record<string, string[]> = {}
) =>
  findMatches(
    text,
    buildMatcher(parseQuery(query), (node) =>
      node.kind === 'words' && !node.exact && !node.prefix ? (also[node.terms.join(' ')] ?? []).map((form) => [form]) : []
    ),
    options
  ).map(([start, end]) => text.slice(start, end))

describe('findMatches', () => {
  test('marks the words as they are written', () => {
    expect(marks('The Executions of 1988: executions.', 'executions')).toEqual(['Executions', 'executions'])
    expect(marks('مُحَمَّد و محمـــد', 'محمد')).toEqual(['مُحَمَّد', 'محمـــد'])
    expect(marks('من می خواهم بروم', 'میخواهم')).toEqual(['می خواهم'])
    expect(marks('世界人权宣言', '人权')).toEqual(['人权'])
    expect(marks('ปฏิญญาสากลว่าด้วยสิทธิมนุษยชน', 'สิทธิ')).toEqual(['สิทธิ'])
    expect(marks('ﾊﾟｿｺﾝ', 'パソコン')).toEqual(['ﾊﾟｿｺﾝ'])
    expect(marks("l'État d’urgence", 'état')).toEqual(['État'])
  })

  test('marks a phrase as one stretch, and only where all of it stands', () => {
    expect(marks('human rights; rights; human\nRights', '"human rights"')).toEqual(['human rights', 'human\nRights'])
    expect(marks('a a b', '"a b"')).toEqual(['a b'])
  })

  test('marks beginnings', () => {
    expect(marks('executions of executives', 'execut*')).toEqual(['executions', 'executives'])
    expect(marks('human rightful', '"human" title:x rig*')).toEqual(['human', 'rightful'])
  })

  test('marks other forms of an unquoted word only', () => {
    const also = { execution: ['executions'] }
    expect(marks('execution, executions', 'execution', {}, also)).toEqual(['execution', 'executions'])
    expect(marks('execution, executions', '"execution"', {}, also)).toEqual(['execution'])
  })

  test('never marks what is excluded', () => {
    expect(marks('press letter', 'letter -press -(a OR press) NOT press')).toEqual(['letter'])
  })

  test('marks words asked for in the title in titles only', () => {
    expect(marks('letter', 'title:letter')).toEqual([])
    expect(marks('letter', 'title:letter', { column: 'title' })).toEqual(['letter'])
    expect(marks('letter', 'letter', { column: 'title' })).toEqual(['letter'])
  })

  test('makes one of marks that overlap', () => {
    expect(marks('human rights council', '"human rights" "rights council" rights')).toEqual(['human rights council'])
  })

  test('keeps to a limit and to a part of the text', () => {
    expect(marks('a b a b a', 'a', { limit: 2 })).toEqual(['a', 'a'])
    const text = 'one two one two'
    expect(findMatches(text, buildMatcher(parseQuery('two')), { from: 8 })).toEqual([[12, 15]])
    expect(findMatches(text, buildMatcher(parseQuery('two')), { to: 8 })).toEqual([[4, 7]])
  })

  test('marks nothing for an empty query or mere conditions', () => {
    expect(marks('a b', '')).toEqual([])
    expect(marks('tag letters', 'tag:letters after:2019')).toEqual([])
  })
})
