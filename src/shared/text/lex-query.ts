import { FILTER_FIELDS, type FilterField } from '#shared/text/query-node'

/** A field whose values are words of the index or conditions on the document. */
export type QueryField = FilterField | 'title' | 'before' | 'after'

export type Lexeme =
  | Readonly<{ kind: 'open' | 'close' | 'not' | 'or' | 'and'; raw: string }>
  | Readonly<{ kind: 'quoted'; raw: string; text: string }>
  /** A bare word with its punctuation; `starred` when a star closed it, which is left out of `text`. */
  | Readonly<{ kind: 'word'; raw: string; text: string; starred: boolean }>
  | Readonly<{ kind: 'field'; raw: string; field: QueryField; value: string; quoted: boolean }>

const FIELDS: readonly string[] = [...FILTER_FIELDS, 'title', 'before', 'after'] satisfies QueryField[]
const isField = (name: string): name is QueryField => FIELDS.includes(name)

/** Each opening quotation mark with what may close it. */
const CLOSERS: ReadonlyMap<string, RegExp> = new Map([
  ...[...'"“”„‟＂«»〝〞〟'].map((mark) => [mark, /["“”„‟＂«»〝〞〟]/g] as const),
  ['「', /」/g],
  ['『', /』/g]
])
const BIDI_CONTROLS = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g
const FIELD_START = /([a-z]{3,6})[:：](?=[^\s()（）])/iy
const BARE = /[^\s()（）"“”„‟＂«»〝〞〟「」『』|]+/y
const SPACE = /\s+/y
const HEBREW = /[\u05d0-\u05ea]/
/** In Hebrew a quotation mark inside a word marks an abbreviation. */
const isHebrewMark = (query: string, at: number) => HEBREW.test(query[at - 1] ?? '') && HEBREW.test(query[at + 1] ?? '')

const OPERATORS: ReadonlyMap<string, 'or' | 'and' | 'not'> = new Map([
  ['OR', 'or'],
  ['AND', 'and'],
  ['NOT', 'not']
])

type Cut<L> = Readonly<{ lexeme: L; end: number }>

function matchAt(pattern: RegExp, query: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(query)
}

/** The quotation that opens at `at`; one that is never closed reaches to the end. */
function readQuoted(query: string, at: number): Cut<Extract<Lexeme, { kind: 'quoted' }>> | null {
  const closer = CLOSERS.get(query[at] ?? '')
  if (!closer || isHebrewMark(query, at)) return null
  let from = at + 1
  for (let found = matchAt(closer, query, from); found; found = matchAt(closer, query, from)) {
    from = found.index + 1
    if (!isHebrewMark(query, found.index)) {
      return { lexeme: { kind: 'quoted', raw: query.slice(at, from), text: query.slice(at + 1, found.index) }, end: from }
    }
  }
  return { lexeme: { kind: 'quoted', raw: query.slice(at), text: query.slice(at + 1) }, end: query.length }
}

function readBare(query: string, at: number): string {
  let end = at
  while (end < query.length) {
    const found = matchAt(BARE, query, end)
    if (found) end = found.index + found[0].length
    else if (isHebrewMark(query, end)) end++
    else break
  }
  return query.slice(at, end)
}

function readField(query: string, at: number): Cut<Lexeme> | null {
  const found = matchAt(FIELD_START, query, at)
  const name = found?.[1]?.toLowerCase() ?? ''
  if (!found || !isField(name)) return null
  const from = found.index + found[0].length
  const quoted = readQuoted(query, from)
  const value = quoted ? quoted.lexeme.text : readBare(query, from)
  if (value.trim() === '') return null
  const end = quoted ? quoted.end : from + value.length
  return { lexeme: { kind: 'field', raw: query.slice(at, end), field: name, value, quoted: quoted !== null }, end }
}

function readWord(query: string, at: number): Cut<Lexeme> {
  // A lone sign that means nothing here is a word of one character, which folds to nothing.
  const raw = readBare(query, at) || query.slice(at, at + 1)
  const operator = OPERATORS.get(raw)
  if (operator) return { lexeme: { kind: operator, raw }, end: at + raw.length }
  const text = raw.replace(/\*+$/, '')
  return { lexeme: { kind: 'word', raw, text, starred: text !== raw }, end: at + raw.length }
}

function readSign(query: string, at: number): Cut<Lexeme> | null {
  const sign = query[at] ?? ''
  const end = at + 1
  if (sign === '(' || sign === '（') return { lexeme: { kind: 'open', raw: sign }, end }
  if (sign === ')' || sign === '）') return { lexeme: { kind: 'close', raw: sign }, end }
  if (sign === '|') return { lexeme: { kind: 'or', raw: sign }, end }
  const isMinus = (sign === '-' || sign === '−') && /[^\s)）|\-−]/.test(query[end] ?? '')
  return isMinus ? { lexeme: { kind: 'not', raw: sign }, end } : null
}

/**
 * Cuts a query as typed into words, quotations, fields and operators. Takes any string: what is no operator is a word.
 * A minus is an operator only before something and at the beginning of a word; `OR`, `AND` and `NOT` only in capitals.
 */
export function lexQuery(query: string): Lexeme[] {
  const text = query.replace(BIDI_CONTROLS, '')
  const lexemes: Lexeme[] = []
  let at = 0
  while (at < text.length) {
    const space = matchAt(SPACE, text, at)
    if (space) at += space[0].length
    else {
      const cut = readSign(text, at) ?? readQuoted(text, at) ?? readField(text, at) ?? readWord(text, at)
      lexemes.push(cut.lexeme)
      at = cut.end
    }
  }
  return lexemes
}
