import { describe, expect, test } from 'vitest'
import { parseQuery, QUERY_LIMITS } from '#shared/text/parse-query'
import type { QueryNode } from '#shared/text/query-node'

/** A query in one line: `and(a, not(phrase:b c), tag=x, after=2020-01-01)`. */
function outline(node: QueryNode): string {
  switch (node.kind) {
    case 'everything':
      return 'everything'
    case 'words': {
      const words = `${node.terms.join(' ')}${node.prefix ? '*' : ''}`
      return `${node.column ? `${node.column}:` : ''}${node.exact ? `"${words}"` : words}`
    }
    case 'filter':
      return `${node.field}=${node.value}`
    case 'date':
      return `${node.field}=${node.from ?? ''}..${node.to ?? ''}`
    case 'not':
      return `not(${outline(node.child)})`
    case 'and':
    case 'or':
      return `${node.kind}(${node.children.map(outline).join(', ')})`
    default:
      return node.kind
  }
}

const read = (query: string, typing = false) => outline(parseQuery(query, { typing }))

describe('parseQuery reads', () => {
  test.each([
    ['', 'everything'],
    ['  …  ', 'everything'],
    ['Execution', 'execution'],
    ['prison letter', 'and(prison, letter)'],
    ['prison AND letter', 'and(prison, letter)'],
    ['"Human Rights"', '"human rights"'],
    ['„Human Rights“ «a b»', 'and("human rights", "a b")'],
    ['「人权」', '"人 权"'],
    ['a OR b c', 'and(or(a, b), c)'],
    ['a b OR c | d', 'and(a, or(b, c, d))'],
    ['(a b) OR c', 'or(and(a, b), c)'],
    ['(a OR b) c', 'and(or(a, b), c)'],
    ['a or b', 'and(a, or, b)'],
    ['a -press', 'and(a, not(press))'],
    ['a NOT press', 'and(a, not(press))'],
    ['-press', 'not(press)'],
    ['--press', 'press'],
    ['a -"press release"', 'and(a, not("press release"))'],
    ['a -(b OR c)', 'and(a, not(or(b, c)))'],
    ['-tag:x', 'not(tag=x)'],
    ['e-mail', 'e mail'],
    ['1980-88', '1980 88'],
    ['a - b', 'and(a, b)'],
    ['exec*', 'exec*'],
    ['exec* a', 'and(exec*, a)'],
    ['title:letter', 'title:letter'],
    ['title:exec*', 'title:exec*'],
    ['title:"open letter" a', 'and(title:"open letter", a)'],
    ['tag:"Crime against humanity"', 'tag=Crime against humanity'],
    ['TAG:Letters lang:FA type:PDF', 'and(tag=Letters, lang=fa, type=pdf)'],
    ['folder:"UN letters/2020"', 'folder=UN letters/2020'],
    ['before:2020-12-31', 'before=..2020-12-30'],
    ['after:2019', 'after=2019-01-01..'],
    ['after:2019-3', 'after=2019-03-01..'],
    ['after:۲۰۱۹-۰۳', 'after=2019-03-01..'],
    ['before:"2020"', 'before=..2019-12-31'],
    ["l'État", 'l etat'],
    ['می رود', 'میرود'],
    ['کتاب های ممنوعه', 'and(کتابهای, ممنوعه)'],
    ['人权 宣言', 'and(人 权, 宣 言)'],
    ['สิทธิ', 'สิ ท ธิ*'],
    ['\u202biran\u202c', 'iran'],
    ['צה"ל', 'צה ל']
  ])('%j as %s', (query, expected) => {
    expect(read(query)).toBe(expected)
  })
})

describe('parseQuery', () => {
  test.each([
    ['"human rights', '"human rights"'],
    ['(a b', 'and(a, b)'],
    ['a) b', 'and(a, b)'],
    ['a OR', 'a'],
    ['OR a', 'a'],
    ['OR', 'or'],
    ['NOT', 'not'],
    ['-', 'everything'],
    ['a -', 'a'],
    ['tag:', 'tag'],
    ['tag:""', 'tag'],
    ['before:20x', 'before 20x'],
    ['before:2020-13', 'before 2020 13'],
    ['()', 'everything'],
    ['""', 'everything'],
    ['foo:bar', 'foo bar'],
    ['a" OR title:"', 'and(a, "or title")']
  ])('takes the half-typed %j for %s', (query, expected) => {
    expect(read(query)).toBe(expected)
  })

  test.each([
    ['iran exec', 'and(iran, exec*)'],
    ['iran exec ', 'and(iran, exec)'],
    ['iran "exec', 'and(iran, "exec")'],
    ['iran e', 'and(iran, e)'],
    ['iran exec)', 'and(iran, exec)'],
    ['title:lett', 'title:lett*'],
    ['iran -pre', 'and(iran, not(pre))'],
    ['人权', '人 权'],
    ['می خوا', 'and(می, خوا*)']
  ])('while typing, %j is %s', (query, expected) => {
    expect(read(query, true)).toBe(expected)
  })

  test('keeps the text as typed', () => {
    expect(parseQuery('Khavarān*')).toEqual({
      kind: 'words',
      terms: ['khavaran'],
      text: 'Khavarān',
      exact: false,
      prefix: true,
      column: null
    })
  })

  test('leaves out the right end of a query beyond the limits', () => {
    const many = Array.from({ length: 100 }, (_, index) => `w${index}`)
    const node = parseQuery(many.join(' '))
    expect(node.kind === 'and' && node.children.length).toBe(QUERY_LIMITS.words)
    expect(read('tag:a '.repeat(100)).split('tag=').length - 1).toBe(QUERY_LIMITS.filters)
  })

  test('survives deep brackets and long chains of operators', () => {
    expect(read(`${'('.repeat(50_000)}a${')'.repeat(50_000)}`)).toBe('a')
    expect(read(`${'NOT '.repeat(50_000)}a`)).toBe('not(a)')
    expect(read(`${'-('.repeat(50_000)}a`)).toMatch(/a/)
  })
})
