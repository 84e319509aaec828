/**
 * A query as the pieces a person sees in it, each with its place in what was typed, so that a piece can be drawn, replaced and taken out
 * while the rest stays as it is.
 */
import { type Lexeme, lexQuery } from '#shared/text/lex-query'
import type { QueryField } from '#shared/text/query-fields'
import { tokenize } from '#shared/text/tokenize'

export type QueryPart = Readonly<{
  /** Place in the query as typed, in UTF-16 code units, its minus sign and all its alternatives included. */
  start: number
  end: number
  /**
   * `word`: one bare word, also with a star, tilde or wildcards; `phrase`: a quotation; `near`: parts joined by NEAR; `field`: a field with
   * its value; `regex`; `group`: brackets, also those of a field; `any`: alternatives joined by OR.
   */
  kind: 'word' | 'phrase' | 'near' | 'field' | 'regex' | 'group' | 'any'
  /** As typed, from `start` to `end`. */
  text: string
  /** Of fields, regular expressions and brackets that have one. */
  field: QueryField | null
  /** What stands in it: without minus, field name, quotation marks, slashes and brackets. Of `near` and `any`: as typed. */
  value: string
  /** Of a value or phrase: that it stands in quotation marks. */
  quoted: boolean
  negated: boolean
  /** The alternatives of `any`; else empty. */
  options: readonly QueryPart[]
}>

/** A part, or a sign that joins two. */
type Item = QueryPart | 'or' | 'near'

/** The parts of a query at its top level, from left to right; they are joined by AND. Never throws. Cost: linear. */
export function partsOf(query: string): readonly QueryPart[] {
  return joinAlternatives(query, joinNear(query, joinWords(query, itemsOf(query))))
}

/** The query with `text` in place of the part, spaces around it where signs touch; a part that becomes empty is taken out. */
export function replacePart(query: string, part: QueryPart, text: string): string {
  if (text.trim() === '') return removePart(query, part)
  const [before, after] = [query.slice(0, part.start), query.slice(part.end)]
  return `${before}${/[^\s(（]$/.test(before) ? ' ' : ''}${text}${/^[^\s)）]/.test(after) ? ' ' : ''}${after}`
}

const OR_BEFORE = /(?:\s(?:OR|AND)|\|)\s*$/
const OR_AFTER = /^\s*(?:(?:OR|AND)(?=\s)|\|)/

/** The query without the part, and without the sign that joined it to its neighbour. */
export function removePart(query: string, part: QueryPart): string {
  const [before, after] = [query.slice(0, part.start), query.slice(part.end)]
  const left = OR_BEFORE.test(before) ? before.replace(OR_BEFORE, '') : before
  const right = left === before ? after.replace(OR_AFTER, '') : after
  return `${left.trimEnd()} ${right.trimStart()}`.trim()
}

/** The query with `text` as one part more at its end. */
export function addPart(query: string, text: string): string {
  return `${query.trimEnd()} ${text.trim()}`.trim()
}

function itemsOf(query: string): Item[] {
  const lexemes = lexQuery(query)
  const items: Item[] = []
  let minus: Lexeme | null = null
  for (let at = 0; at < lexemes.length; at++) {
    const lexeme = lexemes[at]
    if (!lexeme) break
    const from: number = (minus ?? lexeme).start
    if (lexeme.kind === 'not') {
      minus ??= lexeme
      continue
    }
    if (lexeme.kind === 'or' || lexeme.kind === 'near') items.push(lexeme.kind)
    else if (lexeme.kind === 'open' || lexeme.kind === 'field-open') {
      at = closingOf(lexemes, at)
      items.push(groupPart(query, lexeme, lexemes[at] ?? lexeme, from))
    } else items.push(...partsFrom(query, lexeme, from))
    minus = null
  }
  return items
}

/** Where the bracket that opens at `at` is closed; the last lexeme when it never is. */
function closingOf(lexemes: readonly Lexeme[], at: number): number {
  let depth = 0
  for (let index = at; index < lexemes.length; index++) {
    const kind = lexemes[index]?.kind
    if (kind === 'open' || kind === 'field-open') depth++
    if (kind === 'close' && --depth === 0) return index
  }
  return lexemes.length - 1
}

const part = (query: string, from: number, end: number, lexeme: Lexeme, more: Partial<QueryPart>): QueryPart => ({
  start: from,
  end,
  kind: 'word',
  text: query.slice(from, end),
  field: null,
  value: query.slice(lexeme.start, end),
  quoted: false,
  negated: from < lexeme.start,
  options: [],
  ...more
})

function groupPart(query: string, open: Lexeme, close: Lexeme, from: number): QueryPart {
  const valueEnd = close.kind === 'close' ? close.start : Math.max(close.end, open.end)
  return part(query, from, Math.max(close.end, open.end), open, {
    kind: 'group',
    field: open.kind === 'field-open' ? open.field : null,
    value: query.slice(open.end, valueEnd).trim()
  })
}

function partsFrom(query: string, lexeme: Lexeme, from: number): QueryPart[] {
  const { end } = lexeme
  switch (lexeme.kind) {
    case 'word':
      // Signs between words are no part of the query.
      return tokenize(lexeme.raw).length === 0 ? [] : [part(query, from, end, lexeme, {})]
    case 'quoted':
      return [part(query, from, end, lexeme, { kind: 'phrase', value: lexeme.text, quoted: true })]
    case 'field':
      return [part(query, from, end, lexeme, { kind: 'field', field: lexeme.field, value: lexeme.value, quoted: lexeme.quoted })]
    case 'regex':
      return [part(query, from, end, lexeme, { kind: 'regex', field: lexeme.field, value: lexeme.source })]
    default:
      return []
  }
}

const isPart = (item: Item | undefined): item is QueryPart => item !== undefined && typeof item !== 'string'

const joined = (query: string, kind: 'word' | 'near' | 'any', parts: readonly QueryPart[]): QueryPart => {
  const [start, end] = [parts[0]?.start ?? 0, parts.at(-1)?.end ?? 0]
  const text = query.slice(start, end)
  const options = kind === 'any' ? parts : []
  return { start, end, kind, text, field: null, value: text, quoted: false, negated: false, options }
}

/** A Persian affix that stands apart from its word is one word with it. */
function joinWords(query: string, items: readonly Item[]): Item[] {
  const made: Item[] = []
  for (const item of items) {
    const left = made.at(-1)
    if (isPart(left) && isPart(item) && isOneWord(query, left, item)) made[made.length - 1] = joined(query, 'word', [left, item])
    else made.push(item)
  }
  return made
}

function isOneWord(query: string, left: QueryPart, right: QueryPart): boolean {
  if (left.kind !== 'word' || right.kind !== 'word' || left.negated || right.negated || left.text.endsWith('*')) return false
  const between = query.slice(left.end, right.start).replace(/\p{Cf}/gu, '')
  const apart = tokenize(left.text).length + tokenize(right.text).length
  return between.trim() === '' && tokenize(`${left.text} ${right.text}`).length < apart
}

function joinNear(query: string, items: readonly Item[]): Item[] {
  const made: Item[] = []
  for (const [index, item] of items.entries()) {
    const [before, left] = [items[index - 1], made.at(-1)]
    if (isPart(item) && before === 'near' && isPart(left)) made[made.length - 1] = joined(query, 'near', [left, item])
    else if (item !== 'near') made.push(item)
  }
  return made
}

/** OR binds its two neighbours; one that lacks a neighbour says nothing. */
function joinAlternatives(query: string, items: readonly Item[]): QueryPart[] {
  const groups: QueryPart[][] = []
  for (const [index, item] of items.entries()) {
    if (!isPart(item)) continue
    const last = groups.at(-1)
    if (items[index - 1] === 'or' && last) last.push(item)
    else groups.push([item])
  }
  return groups.flatMap((group) => (group.length > 1 ? joined(query, 'any', group) : group))
}
