import type { SearchNote } from '#shared/model/search'
import { type FieldValue, fieldNodes } from '#shared/text/field-nodes'
import { combine, joinItems, type QueryItem } from '#shared/text/join-query-items'
import type { Lexeme } from '#shared/text/lex-query'
import { bareDaysOf } from '#shared/text/query-dates'
import type { QueryField } from '#shared/text/query-fields'
import { LONG_BEGINNING, QUERY_LIMITS } from '#shared/text/query-limits'
import type { QueryNode } from '#shared/text/query-node'
import { textNodes } from '#shared/text/text-nodes'
import { wordShape } from '#shared/text/word-shape'
import { wordsOf } from '#shared/text/words-of'

type Of<Kind extends Lexeme['kind']> = Extract<Lexeme, { kind: Kind }>

/** Recursive descent over the lexemes; every path takes at least one, so that it always ends. */
export class QueryParser {
  readonly #lexemes: readonly Lexeme[]
  readonly #typingAt: number
  readonly #notes: SearchNote[] = []
  #at = 0
  #words = 0
  #terms = 0
  #shapes = 0
  #beginnings = 0
  #nears = 0
  #scans = 0
  #filters = 0
  #regexes = 0
  /** The field whose brackets are open. */
  #within: QueryField | null = null

  constructor(lexemes: readonly Lexeme[], typingAt: number) {
    this.#lexemes = lexemes
    this.#typingAt = typingAt
  }

  /** What could not be read as it was meant, of what was read until now. */
  get notes(): readonly SearchNote[] {
    return this.#notes
  }

  /** Reads to the closing bracket of this level, or to the end; all of it as values of `within`, if any. */
  group(depth: number, within: QueryField | null): QueryNode | null {
    const outer = this.#within
    this.#within = within
    const items: QueryItem[] = []
    for (let next = this.#lexemes[this.#at]; next; next = this.#lexemes[this.#at]) {
      if (next.kind === 'close') {
        this.#at++
        if (depth > 0) break
      } else if (next.kind === 'or') {
        this.#at++
        items.push({ kind: 'or-sign' })
      } else if (next.kind === 'near') {
        this.#at++
        this.#nears += 1
        if (this.#nears > QUERY_LIMITS.nears) this.#leaveOut({ text: next.raw }, QUERY_LIMITS.nears)
        else items.push({ kind: 'near-sign', distance: next.distance, raw: next.raw })
      } else if (next.kind === 'and') this.#at++
      else items.push(...this.#operand(depth))
    }
    this.#within = outer
    const { node, refused } = joinItems(items)
    for (const text of refused) this.#notes.push({ code: 'near-needs-words', text })
    return node
  }

  /** All of `text` as words, whatever signs stand in it, as far as a query may be long; null when it holds none. */
  asWords(text: string): QueryNode | null {
    return combine('and', this.#keep(wordsOf(text, {})))
  }

  #operand(depth: number): readonly QueryNode[] {
    const lexeme = this.#lexemes[this.#at]
    if (!lexeme) return []
    if (lexeme.kind === 'word') return this.#isPlain(lexeme) ? this.#plainWords() : this.#single(lexeme)
    if (lexeme.kind === 'quoted') return this.#single(lexeme)
    this.#at++
    if (lexeme.kind === 'not') return this.#negated(depth)
    if (lexeme.kind === 'field') return this.#field({ ...lexeme, open: this.#endsOpen(this.#at - 1) })
    if (lexeme.kind === 'regex') {
      return this.#keepFilter(
        { kind: 'regex', field: lexeme.field ?? 'any', source: lexeme.source, text: lexeme.raw },
        lexeme.raw
      )
    }
    if (depth >= QUERY_LIMITS.depth) return []
    if (lexeme.kind === 'open') return asList(this.group(depth + 1, this.#within))
    return lexeme.kind === 'field-open' ? asList(this.group(depth + 1, lexeme.field)) : []
  }

  /** Words that may be read with their neighbours: no shape, no date, no value of a field. */
  #isPlain(lexeme: Of<'word'>): boolean {
    const isValue = this.#within !== null && this.#within !== 'title'
    return !isValue && wordShape(lexeme.raw).kind === 'plain' && bareDaysOf(lexeme.raw) === undefined
  }

  /** Plain words in a row are read together: Persian affixes may stand apart from their word. */
  #plainWords(): readonly QueryNode[] {
    const texts: string[] = []
    let starred = false
    for (
      let next = this.#lexemes[this.#at];
      next?.kind === 'word' && (texts.length === 0 || this.#isPlain(next));
      next = this.#lexemes[this.#at]
    ) {
      texts.push(next.text)
      this.#at++
      starred = next.starred
      if (starred) break
    }
    return this.#keep(wordsOf(texts.join(' '), { prefix: this.#endsOpen(this.#at - 1), starred, column: this.#column() }))
  }

  /** The word or quotation that is next, by itself. */
  #single(lexeme: Of<'word'> | Of<'quoted'>): readonly QueryNode[] {
    const open = this.#endsOpen(this.#at)
    this.#at++
    const { kind, raw } = lexeme
    const quoted = kind === 'quoted'
    const slop = quoted ? lexeme.slop : null
    const value = quoted ? lexeme.text : raw
    if (this.#within !== null) return this.#field({ field: this.#within, value, raw, quoted, slop, open })
    const days = quoted ? undefined : bareDaysOf(raw)
    if (days) return this.#keepFilter({ kind: 'date', field: 'date', ...days, text: raw }, raw)
    return this.#keep(textNodes({ text: value, quoted, slop, open, column: null }))
  }

  /** `-` takes one operand, and of bare words only the one it touches. */
  #negated(depth: number): readonly QueryNode[] {
    while (this.#lexemes[this.#at]?.kind === 'not') this.#at++
    const next = this.#lexemes[this.#at]
    if (!next || ['close', 'or', 'and', 'near'].includes(next.kind)) return []
    if (next.kind !== 'word' || !this.#isPlain(next)) return negate(combine('and', this.#operand(depth)))
    this.#at++
    return negate(
      combine('and', this.#keep(wordsOf(next.text, { prefix: next.starred, starred: next.starred, column: this.#column() })))
    )
  }

  #column(): 'title' | null {
    return this.#within === 'title' ? 'title' : null
  }

  #field(typed: FieldValue): readonly QueryNode[] {
    const nodes = fieldNodes(typed)
    if (nodes === null) {
      // While it is being typed it is not finished, and nothing is to be said of it.
      if (!typed.open) this.#notes.push({ code: 'value-unreadable', text: typed.raw })
      return this.#keep(wordsOf(typed.raw, {}))
    }
    const [only] = nodes
    return nodes.length === 1 && only && ['filter', 'range', 'date'].includes(only.kind)
      ? this.#keepFilter(only, typed.raw)
      : this.#keep(nodes)
  }

  #endsOpen(index: number): boolean {
    const lexeme = this.#lexemes[index]
    return index === this.#typingAt || (lexeme?.kind === 'word' && lexeme.starred)
  }

  #keep(nodes: readonly QueryNode[]): readonly QueryNode[] {
    return nodes.filter((node) => {
      const parts = node.kind === 'near' ? node.operands : [node]
      this.#words += parts.length
      for (const part of parts) this.#terms += part.kind === 'words' || part.kind === 'name' ? part.terms.length : 1
      if (node.kind === 'wildcard') this.#shapes += 1
      if (this.#nears > QUERY_LIMITS.nears) return this.#leaveOut(node, QUERY_LIMITS.nears)
      if (this.#shapes > QUERY_LIMITS.shapes) return this.#leaveOut(node, QUERY_LIMITS.shapes)
      if (isShortBeginning(node)) this.#beginnings += 1
      if (this.#beginnings > QUERY_LIMITS.beginnings) return this.#leaveOut(node, QUERY_LIMITS.beginnings)
      const isKept = this.#words <= QUERY_LIMITS.words && this.#terms <= QUERY_LIMITS.terms
      return isKept || this.#leaveOut(node, QUERY_LIMITS.words)
    })
  }

  #keepFilter(node: QueryNode, raw: string): readonly QueryNode[] {
    this.#filters += 1
    if (node.kind === 'regex') this.#regexes += 1
    if (isScan(node)) this.#scans += 1
    const over = (['filters', 'scans', 'regexes'] as const).filter((kind) => this.#countOf(kind) > QUERY_LIMITS[kind]).at(-1)
    if (over === undefined) return [node]
    this.#leaveOut({ text: raw }, QUERY_LIMITS[over])
    return []
  }

  #countOf(kind: 'filters' | 'scans' | 'regexes'): number {
    return { filters: this.#filters, scans: this.#scans, regexes: this.#regexes }[kind]
  }

  /** Says once what was left out first. */
  #leaveOut(part: object, limit: number): false {
    const text = 'text' in part && typeof part.text === 'string' ? part.text : ''
    if (this.#notes.every((note) => note.code !== 'query-cut')) this.#notes.push({ code: 'query-cut', text, limit })
    return false
  }
}

const SCANNED: readonly QueryField[] = ['path', 'file', 'from', 'to']

const isScan = (node: QueryNode): boolean => node.kind === 'filter' && SCANNED.includes(node.field)

const isShortBeginning = (node: QueryNode): boolean =>
  node.kind === 'words' && node.prefix && node.terms.length === 1 && (node.terms[0]?.length ?? 0) < LONG_BEGINNING

const asList = (node: QueryNode | null): readonly QueryNode[] => (node ? [node] : [])

const negate = (node: QueryNode | null): readonly QueryNode[] => {
  if (!node) return []
  return [node.kind === 'not' ? node.child : { kind: 'not', child: node }]
}
