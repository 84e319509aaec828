import { describe, expect, test } from 'vitest'
import { parseQuery, parseWithNotes } from '#shared/text/parse-query'
import { QUERY_LIMITS } from '#shared/text/query-limits'
import type { QueryNode } from '#shared/text/query-node'

/** A query in one line: `and(a, not("b c"), tag=x, after=2020-01-01..)`. */
function outline(node: QueryNode): string {
  switch (node.kind) {
    case 'words': {
      const words = `${node.terms.join(' ')}${node.prefix ? '*' : ''}`
      return `${node.column ? `${node.column}:` : ''}${node.exact ? `"${words}"` : words}`
    }
    case 'fuzzy':
      return `${node.column ? `${node.column}:` : ''}${node.term}~${node.distance ?? ''}`
    case 'wildcard':
      return `${node.column ? `${node.column}:` : ''}${node.pattern}`
    case 'near':
      return `near${node.distance}(${node.operands.map(outline).join(', ')})`
    case 'name':
      return `name=${node.terms.join(' ')}`
    case 'regex':
      return `${node.field}/${node.source}/`
    case 'filter':
      return `${node.field}=${node.value}`
    case 'date':
    case 'range':
      return `${node.field}=${node.from ?? ''}..${node.to ?? ''}`
    case 'not':
      return `not(${outline(node.child)})`
    case 'everything':
      return node.kind
    default:
      return `${node.kind}(${node.children.map(outline).join(', ')})`
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

describe('parseQuery reads, since version 2,', () => {
  test.each([
    ['"prison letter"~5', 'near5("prison", "letter")'],
    ['"prison letter"~', 'near10("prison", "letter")'],
    ['"prison letter"~۵', 'near5("prison", "letter")'],
    ['"prison"~5', '"prison"'],
    ['prison NEAR/5 letter', 'near5(prison, letter)'],
    ['prison NEAR letter', 'near10(prison, letter)'],
    ['prison near/5 letter', 'near5(prison, letter)'],
    ['prison near letter', 'and(prison, near, letter)'],
    ['a prison NEAR/۵ "human rights" b', 'and(a, near5(prison, "human rights"), b)'],
    ['a NEAR/5 b NEAR/3 c', 'and(near5(a, b), near3(b, c))'],
    ['a NEAR/5 b OR c', 'or(near5(a, b), c)'],
    ['(a OR b) NEAR/5 c*', 'near5(or(a, b), c*)'],
    ['kh*ran NEAR/2 mas~', 'near2(kh*ran, mas~)'],
    ['title:(a NEAR/5 b)', 'near5(title:a, title:b)'],
    ['a NEAR/5 tag:x', 'and(a, tag=x)'],
    ['NEAR/5 a', 'a'],
    ['a NEAR/5', 'a'],
    ['khavaran~', 'khavaran~'],
    ['Khavarān~1', 'khavaran~1'],
    ['خاوران~۲', 'خاوران~2'],
    ['khavaran~9', 'khavaran~2'],
    ['khavaran~0', '"khavaran"'],
    ['e-mail~', 'e mail'],
    ['~', 'everything'],
    ['title:khavaran~', 'title:khavaran~'],
    ['kh*ran', 'kh*ran'],
    ['Kh*rān*', 'kh*ran*'],
    ['*ستان', '*ستان'],
    ['*ستان،', '*ستان'],
    ['wom?n', 'wom?n'],
    ['women?', 'women'],
    ['"what?"', '"what"'],
    ['*', 'everything'],
    ['*a', 'a'],
    ['http://x.example/a?b=c*', 'http x example a b c*'],
    ['京*都', '京 都'],
    ['-kh*ran', 'not(kh*ran)'],
    ['author:nehrin', 'author=nehrin'],
    ['author:"a darvan"', 'author=a darvan'],
    ['author:neh*', 'author=neh*'],
    ['author:(nehrin OR "a darvan")', 'or(author=nehrin, author=a darvan)'],
    ['from:a@b.example to:nehrin publisher:darvan', 'and(from=a@b.example, to=nehrin, publisher=darvan)'],
    ['name:"Behrouz Darvan"', 'name=behrouz darvan'],
    ['path:letters/*.eml file:x', 'and(path=letters/*.eml, file=x)'],
    ['has:attachment is:unread', 'and(has=attachment, is=unread)'],
    ['has:Attachments is:(unread starred)', 'and(has=attachment, is=unread, is=starred)'],
    ['has:wings', 'has wings'],
    ['size:>1mb', 'size=1000001..'],
    ['size:10kb..2mb', 'size=10000..2000000'],
    ['size:<=۱٫۵mb', 'size=..1500000'],
    ['size:500', 'size=500..'],
    ['size:big', 'size big'],
    ['pages:>20', 'pages=21..'],
    ['pages:5..10', 'pages=5..10'],
    ['pages:10..5', 'pages=5..10'],
    ['pages:۱۲', 'pages=12..12'],
    ['pages:<1', 'pages=..0'],
    ['date:"summer 1988"', 'date=1988-06-01..1988-08-31'],
    ['date:summer 1988 x', 'and(date=1988-06-01..1988-08-31, x)'],
    ['date:1988 summer camps', 'and(date=1988-01-01..1988-12-31, summer, camps)'],
    ['date:summer 1988 -"a b"', 'and(date=1988-06-01..1988-08-31, not("a b"))'],
    ['date:June - August 1988', 'date=1988-06-01..1988-08-31'],
    ['تاریخ:۱۳۶۷', 'date=1988-03-21..1989-03-20'],
    ['1988-07..1988-09', 'date=1988-07-01..1988-09-30'],
    ['-1988..', 'not(date=1988-01-01..)'],
    ['5..10', '5 10'],
    ['/khavar(a|ā)n/', 'any/khavar(a|ā)n/'],
    ['title:/^19[0-9]{2} a/ x', 'and(title/^19[0-9]{2} a/, x)'],
    ['/letters/un/x', 'letters un x'],
    ['either / or', 'and(either, or)'],
    ['عنوان:نامه', 'title:نامه'],
    ['بر\u0640چسب:x', 'tag=x'],
    ['title:(a OR b) c', 'and(or(title:a, title:b), c)'],
    ['title:(a', 'title:a']
  ])('%j as %s', (query, expected) => {
    expect(read(query)).toBe(expected)
  })

  test.each([
    ['kh*r', 'kh*r*'],
    ['author:neh', 'author=neh*'],
    ['has:wi', 'has wi']
  ])('%j, while it is typed, as %s', (query, expected) => {
    expect(read(query, true)).toBe(expected)
    expect(parseWithNotes(query, { typing: true }).notes).toEqual([])
  })

  test.each([
    ['a NEAR/5 tag:x', [{ code: 'near-needs-words', text: 'NEAR/5' }]],
    ['before:20x', [{ code: 'value-unreadable', text: 'before:20x' }]],
    ['has:wings a', [{ code: 'value-unreadable', text: 'has:wings' }]],
    [`${'a '.repeat(32)}rest more`, [{ code: 'query-cut', text: 'rest', limit: 32 }]],
    [`${'tag:a '.repeat(32)}tag:b`, [{ code: 'query-cut', text: 'tag:b', limit: 32 }]],
    [`${'a*b '.repeat(8)}c*d e`, [{ code: 'query-cut', text: 'c*d', limit: 8 }]],
    ['/a/ '.repeat(5), [{ code: 'query-cut', text: '/a/', limit: 4 }]],
    ['path:a '.repeat(9), [{ code: 'query-cut', text: 'path:a', limit: 8 }]],
    ['a* b* c* de*', [{ code: 'query-cut', text: 'de', limit: 3 }]],
    ['abc* '.repeat(9), []],
    [Array.from({ length: 8 }, (_, at) => `w${at}`).join(' NEAR/3 '), [{ code: 'query-cut', text: 'NEAR/3', limit: 6 }]],
    ['a b', []]
  ])('%j with notes', (query, notes) => {
    expect(parseWithNotes(query).notes).toEqual(notes)
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

  test('reads no more words than that where nothing but operators was typed', () => {
    const { node, notes } = parseWithNotes('NOT '.repeat(2500))
    expect(node.kind === 'and' && node.children.length).toBe(QUERY_LIMITS.words)
    expect(notes).toEqual([{ code: 'query-cut', text: 'NOT', limit: QUERY_LIMITS.words }])
  })

  test('survives deep brackets and long chains of operators', () => {
    expect(read(`${'('.repeat(50_000)}a${')'.repeat(50_000)}`)).toBe('a')
    expect(read(`${'NOT '.repeat(50_000)}a`)).toBe('not(a)')
    expect(read(`${'-('.repeat(50_000)}a`)).toMatch(/a/)
  })
})
