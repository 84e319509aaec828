import { type Cut, cutBare, cutDateValue, cutQuoted, cutRegex, matchAt } from '#shared/text/cut-query'
import { foldWord } from '#shared/text/fold'
import { fieldNamed, type QueryField } from '#shared/text/query-fields'

/** Where a lexeme stands in the query as it was typed, in UTF-16 code units. */
type Placed = Readonly<{ raw: string; start: number; end: number }>

export type Lexeme = Placed &
  (
    | Readonly<{ kind: 'open' | 'close' | 'not' | 'or' | 'and' }>
    /** At most `distance` words may stand between its two neighbours. */
    | Readonly<{ kind: 'near'; distance: number }>
    /** `slop`: the words in any order, with so many others between; null for a phrase. */
    | Readonly<{ kind: 'quoted'; text: string; slop: number | null }>
    /** A bare word with its punctuation; `starred` when a star closed it, which is left out of `text`. */
    | Readonly<{ kind: 'word'; text: string; starred: boolean }>
    | Readonly<{ kind: 'field'; field: QueryField; value: string; quoted: boolean; slop: number | null }>
    /** A field before an opening bracket, which is part of it: everything to the closing one is its value. */
    | Readonly<{ kind: 'field-open'; field: QueryField }>
    /** `field` null for one that stands alone. */
    | Readonly<{ kind: 'regex'; field: 'title' | 'name' | 'file' | null; source: string }>
  )

type Found = Readonly<{ lexeme: DistributiveOmit<Lexeme, keyof Placed>; end: number }>
type DistributiveOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never

/** Words between the operands of a NEAR without a number, and the most that can be asked for. */
const USUAL_DISTANCE = 10
const MOST_DISTANCE = 1000

const BIDI_CONTROLS = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g
const FIELD_START = /([\p{L}\p{M}\u200c\u0640]{2,16})[:：](?=[^\s)）])/uy
const SLOP = /[~～](\p{Nd}{0,4})/uy
const NEAR = /^(?:NEAR(?:\/(\p{Nd}{1,4}))?|near\/(\p{Nd}{1,4}))$/u
const SPACE = /\s+/y

const OPERATORS: ReadonlyMap<string, 'or' | 'and' | 'not'> = new Map([
  ['OR', 'or'],
  ['AND', 'and'],
  ['NOT', 'not']
])

const distanceOf = (digits: string): number =>
  digits === '' ? USUAL_DISTANCE : Math.min(Number([...digits].map(foldWord).join('')), MOST_DISTANCE)

function readSlop(query: string, at: number): Cut & Readonly<{ slop: number | null }> {
  const found = matchAt(SLOP, query, at)
  if (!found) return { text: '', end: at, slop: null }
  return { text: found[0], end: at + found[0].length, slop: distanceOf(found[1] ?? '') }
}

function readQuoted(query: string, at: number): Found | null {
  const quoted = cutQuoted(query, at)
  if (!quoted) return null
  const { slop, end } = readSlop(query, quoted.end)
  return { lexeme: { kind: 'quoted', text: quoted.text, slop }, end }
}

function readField(query: string, at: number): Found | null {
  const found = matchAt(FIELD_START, query, at)
  const field = fieldNamed(found?.[1] ?? '')
  if (!found || field === undefined) return null
  const from = at + found[0].length
  if (/[(（]/.test(query[from] ?? '')) return { lexeme: { kind: 'field-open', field }, end: from + 1 }
  if (field === 'title' || field === 'name' || field === 'file') {
    const regex = cutRegex(query, from)
    if (regex) return { lexeme: { kind: 'regex', field, source: regex.text }, end: regex.end }
  }
  const quoted = cutQuoted(query, from)
  const bare = quoted ?? (field === 'date' || field === 'before' || field === 'after' ? cutDateValue(field, query, from) : null)
  const { text: value, end } = bare ?? cutBare(query, from)
  if (value.trim() === '') return null
  const { slop, end: last } = quoted ? readSlop(query, end) : { slop: null, end }
  return { lexeme: { kind: 'field', field, value, quoted: quoted !== null, slop }, end: last }
}

function readRegex(query: string, at: number): Found | null {
  const regex = cutRegex(query, at)
  return regex && { lexeme: { kind: 'regex', field: null, source: regex.text }, end: regex.end }
}

function readWord(query: string, at: number): Found {
  // A lone sign that means nothing here is a word of one character, which folds to nothing.
  const raw = cutBare(query, at).text || query.slice(at, at + 1)
  const end = at + raw.length
  const operator = OPERATORS.get(raw)
  if (operator) return { lexeme: { kind: operator }, end }
  const near = NEAR.exec(raw)
  if (near) return { lexeme: { kind: 'near', distance: distanceOf(near[1] ?? near[2] ?? '') }, end }
  const text = raw.replace(/\*+$/, '')
  return { lexeme: { kind: 'word', text, starred: text !== raw }, end }
}

function readSign(query: string, at: number): Found | null {
  const sign = query[at] ?? ''
  const end = at + 1
  if (sign === '(' || sign === '（') return { lexeme: { kind: 'open' }, end }
  if (sign === ')' || sign === '）') return { lexeme: { kind: 'close' }, end }
  if (sign === '|') return { lexeme: { kind: 'or' }, end }
  const isMinus = (sign === '-' || sign === '−') && /[^\s)）|\-−]/.test(query[end] ?? '')
  return isMinus ? { lexeme: { kind: 'not' }, end } : null
}

/** The query without bidi controls, and for each place in it the place in the query as typed. */
function withoutControls(query: string): Readonly<{ text: string; placeOf: (at: number, isEnd: boolean) => number }> {
  const text = query.replace(BIDI_CONTROLS, '')
  if (text.length === query.length) return { text, placeOf: (at) => at }
  const places: number[] = []
  for (let at = 0; at < query.length; at++) if (query[at]?.replace(BIDI_CONTROLS, '') !== '') places.push(at)
  return { text, placeOf: (at, isEnd) => (isEnd ? (places[at - 1] ?? -1) + 1 : (places[at] ?? query.length)) }
}

/**
 * Cuts a query as typed into words, quotations, fields and operators. Takes any string: what is no operator is a word.
 * A minus is an operator only before something and at the beginning of a word; `OR`, `AND`, `NOT` and `NEAR` only in capitals.
 */
export function lexQuery(query: string): Lexeme[] {
  const { text, placeOf } = withoutControls(query)
  const lexemes: Lexeme[] = []
  let at = 0
  while (at < text.length) {
    const space = matchAt(SPACE, text, at)
    if (space) at += space[0].length
    else {
      const found = readSign(text, at) ?? readQuoted(text, at) ?? readField(text, at) ?? readRegex(text, at) ?? readWord(text, at)
      lexemes.push({ ...found.lexeme, raw: text.slice(at, found.end), start: placeOf(at, false), end: placeOf(found.end, true) })
      at = found.end
    }
  }
  return lexemes
}
