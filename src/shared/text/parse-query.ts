/**
 * The query language, version 1.
 *
 *   prison letter            both words, anywhere           "human rights"     these words, next to each other, exactly so
 *   prison OR jail, prison | jail   one of its two neighbours (binds tighter than AND)      (a OR b) c         brackets
 *   -press  -"press release"  -(a b)  -tag:x  NOT press     without
 *   word*                    words that begin so            title:word  title:"two words"
 *   tag:letters  lang:fa  type:pdf  folder:"UN letters"     before:2020-12-31  after:2019 (on or after its first day)
 *
 * Anything else is words. A word that is cut into several terms (`l'homme`, `1980-88`, 人权) must be found whole, as a phrase.
 */
import { type Lexeme, lexQuery } from '#shared/text/lex-query'
import { dayBefore, firstDayOf } from '#shared/text/query-date'
import type { QueryNode, WordsNode } from '#shared/text/query-node'
import { wordsOf } from '#shared/text/words-of'

export type ParseOptions = Readonly<{
  /** True while the person is still typing: the bare word at the very end is taken as the beginning of a word. */
  typing?: boolean
}>

/** What a query may hold; the rest of it, from the left, is left out. It bounds what a search can cost. */
export const QUERY_LIMITS = { words: 32, terms: 200, filters: 32, depth: 12 } as const

const EVERYTHING: QueryNode = { kind: 'everything' }

const all = (children: readonly QueryNode[]): QueryNode | null => combine('and', children)

function combine(kind: 'and' | 'or', children: readonly QueryNode[]): QueryNode | null {
  const [first, ...others] = children.flatMap((child) => (child.kind === kind ? child.children : [child]))
  if (!first) return null
  return others.length === 0 ? first : { kind, children: [first, ...others] }
}

type Item = QueryNode | 'or'

/** Recursive descent over the lexemes; every path takes at least one, so that it always ends. */
class Parser {
  readonly #lexemes: readonly Lexeme[]
  readonly #typingAt: number
  #at = 0
  #words = 0
  #terms = 0
  #filters = 0

  constructor(lexemes: readonly Lexeme[], typingAt: number) {
    this.#lexemes = lexemes
    this.#typingAt = typingAt
  }

  /** Reads to the closing bracket of this level, or to the end. */
  group(depth: number): QueryNode | null {
    const items: Item[] = []
    for (let next = this.#lexemes[this.#at]; next; next = this.#lexemes[this.#at]) {
      if (next.kind === 'close') {
        this.#at++
        if (depth > 0) break
      } else if (next.kind === 'or') {
        this.#at++
        items.push('or')
      } else if (next.kind === 'and') this.#at++
      else items.push(...this.#operand(depth))
    }
    return joinItems(items)
  }

  #operand(depth: number): readonly QueryNode[] {
    const lexeme = this.#lexemes[this.#at]
    if (!lexeme) return []
    if (lexeme.kind === 'word') return this.#bareWords()
    this.#at++
    if (lexeme.kind === 'not') return this.#negated(depth)
    if (lexeme.kind === 'quoted') return this.#keep(wordsOf(lexeme.text, { exact: true }))
    if (lexeme.kind === 'field') return this.#field(lexeme)
    if (lexeme.kind !== 'open' || depth >= QUERY_LIMITS.depth) return []
    const inner = this.group(depth + 1)
    return inner ? [inner] : []
  }

  /** Bare words in a row are read together: Persian affixes may stand apart from their word. */
  #bareWords(): readonly WordsNode[] {
    const texts: string[] = []
    for (let next = this.#lexemes[this.#at]; next?.kind === 'word'; next = this.#lexemes[this.#at]) {
      texts.push(next.text)
      this.#at++
      if (next.starred) break
    }
    return this.#keep(wordsOf(texts.join(' '), { prefix: this.#endsOpen(this.#at - 1) }))
  }

  /** `-` takes one operand, and of bare words only the one it touches. */
  #negated(depth: number): readonly QueryNode[] {
    while (this.#lexemes[this.#at]?.kind === 'not') this.#at++
    const next = this.#lexemes[this.#at]
    if (!next || next.kind === 'close' || next.kind === 'or' || next.kind === 'and') return []
    if (next.kind !== 'word') return negate(all(this.#operand(depth)))
    this.#at++
    return negate(all(this.#keep(wordsOf(next.text, { prefix: next.starred }))))
  }

  #field(lexeme: Extract<Lexeme, { kind: 'field' }>): readonly QueryNode[] {
    const { field, value, quoted, raw } = lexeme
    if (field === 'title') {
      const prefix = !quoted && (value.endsWith('*') || this.#endsOpen(this.#at - 1))
      return this.#keep(wordsOf(value, { exact: quoted, prefix, column: 'title' }))
    }
    const date = field === 'before' || field === 'after' ? firstDayOf(value) : undefined
    if (field === 'before' || field === 'after') {
      if (date === undefined) return this.#keep(wordsOf(raw, {}))
      const [from, to] = field === 'after' ? [date, null] : [null, dayBefore(date) ?? date]
      return this.#keepFilter({ kind: 'date', field, from, to, text: value })
    }
    const normal = field === 'lang' || field === 'type' ? value.trim().toLowerCase() : value.trim()
    return this.#keepFilter({ kind: 'filter', field, value: normal, text: raw })
  }

  #endsOpen(index: number): boolean {
    const lexeme = this.#lexemes[index]
    return index === this.#typingAt || (lexeme?.kind === 'word' && lexeme.starred)
  }

  #keep(nodes: readonly WordsNode[]): readonly WordsNode[] {
    return nodes.filter((node) => {
      this.#words += 1
      this.#terms += node.terms.length
      return this.#words <= QUERY_LIMITS.words && this.#terms <= QUERY_LIMITS.terms
    })
  }

  #keepFilter(node: QueryNode): readonly QueryNode[] {
    this.#filters += 1
    return this.#filters <= QUERY_LIMITS.filters ? [node] : []
  }
}

const negate = (node: QueryNode | null): readonly QueryNode[] => {
  if (!node) return []
  return [node.kind === 'not' ? node.child : { kind: 'not', child: node }]
}

/** `a OR b c` is `(a OR b) AND c`; an OR that lacks a neighbour says nothing. */
function joinItems(items: readonly Item[]): QueryNode | null {
  const operands: QueryNode[][] = []
  let wantsMore = false
  for (const item of items) {
    if (item === 'or') wantsMore = operands.length > 0
    else {
      const last = operands.at(-1)
      if (wantsMore && last) last.push(item)
      else operands.push([item])
      wantsMore = false
    }
  }
  return all(operands.flatMap((alternatives) => combine('or', alternatives) ?? []))
}

/** The lexeme that is still being typed, or -1: a bare word or title word at the very end, of two letters at least (one fits half an index). */
function typingIndex(query: string, lexemes: readonly Lexeme[]): number {
  const last = lexemes.at(-1)
  const isOpen =
    (last?.kind === 'word' && last.text.length > 1) || (last?.kind === 'field' && !last.quoted && last.value.length > 1)
  return isOpen && !/\s$/.test(query) ? lexemes.length - 1 : -1
}

/**
 * Reads a query. Never throws and never refuses, whatever the string: what is half typed is closed or read as words, and a query
 * without anything to search for means everything. Longer queries than `QUERY_LIMITS` lose their right end.
 */
export function parseQuery(text: string, options: ParseOptions = {}): QueryNode {
  const lexemes = lexQuery(text)
  const typingAt = options.typing ? typingIndex(text, lexemes) : -1
  const parsed = new Parser(lexemes, typingAt).group(0)
  // Nothing but operators, as in `OR`: then they were meant as words.
  return parsed ?? all(wordsOf(text, {})) ?? EVERYTHING
}
