import type { TextRange } from '#shared/model/search'
import { type Alternatives, NO_ALTERNATIVES } from '#shared/text/alternatives'
import { goesOnHangul } from '#shared/text/hangul-words'
import { NearReading, type NearRule } from '#shared/text/near-reading'
import type { NameNode, NearNode, QueryNode, TextNode } from '#shared/text/query-node'
import { beginsHangulWord, nearPhrases, type Phrase, phrasesOf } from '#shared/text/query-phrases'
import { forEachToken } from '#shared/text/tokenize'

type Pattern = Phrase &
  Readonly<{
    titleOnly: boolean
    /** True for Hangul letters that are found only where a word begins with them. */
    beginsHangul: boolean
    /** Which words of the query this finds: their forms share a number. */
    word: number
    /** Of what must stand near something else: which, and which of its operands this finds. */
    near: Readonly<{ index: number; operand: number }> | null
  }>

/** What of a query can be seen in a text, made ready for reading texts once from left to right. */
export type Matcher = Readonly<{
  /** By first term, except those where only the beginning of the first term is known. */
  byFirst: ReadonlyMap<string, readonly Pattern[]>
  byBeginning: readonly Pattern[]
  /** Different words of the query that can be marked; 0 when there is nothing to mark. */
  words: number
  nears: readonly NearRule[]
}>

export type MatchOptions = Readonly<{
  /** The text being read; words the query asks for in the title are marked in titles only. Default: the body. */
  column?: 'title' | 'body'
  from?: number
  to?: number
}>

/** Also called with `word`, the number of the query's word that was found. Answering `false` ends the reading. */
export type MatchVisitor = (start: number, end: number, word: number) => unknown

type Marked = TextNode | NameNode | NearNode

/** Everything that a query wants to find in the text, part by part. */
function* wantedParts(node: QueryNode): Generator<Marked> {
  if (node.kind === 'and' || node.kind === 'or') for (const child of node.children) yield* wantedParts(child)
  else if (isMarked(node)) yield node
}

const isMarked = (node: QueryNode): node is Marked => ['words', 'fuzzy', 'wildcard', 'name', 'near'].includes(node.kind)

/** Patterns as they are collected; each operand of a NEAR is a word of its own. */
class PatternList {
  readonly patterns: Pattern[] = []
  readonly nears: NearRule[] = []
  words = 0

  add(node: Marked, also: Alternatives): void {
    if (node.kind === 'near') this.#addNear(node, also)
    else this.#addPhrases(phrasesOf(node, also), node.kind !== 'name' && node.column === 'title', null)
  }

  #addNear(node: NearNode, also: Alternatives): void {
    const { operands } = nearPhrases(node, also)
    const index = this.nears.length
    const longest = Math.max(...operands.flat().map((phrase) => phrase.terms.length))
    this.nears.push({ operands: operands.length, distance: node.distance, longest })
    const titleOnly = node.operands.every((operand) => operand.kind !== 'or' && operand.column === 'title')
    for (const [operand, phrases] of operands.entries()) this.#addPhrases(phrases, titleOnly, { index, operand })
  }

  #addPhrases(phrases: readonly Phrase[], titleOnly: boolean, near: Pattern['near']): void {
    const word = this.words++
    for (const phrase of phrases) this.patterns.push({ ...phrase, titleOnly, word, near, beginsHangul: beginsHangulWord(phrase) })
  }
}

const isBeginning = (pattern: Pattern) => pattern.prefix && pattern.terms.length === 1 && !pattern.beginsHangul

/** What `node` marks in a text: every word and phrase it asks for, with what `also` names for it; nothing of what it excludes. */
export function buildMatcher(node: QueryNode, also: Alternatives = NO_ALTERNATIVES): Matcher {
  const list = new PatternList()
  for (const part of wantedParts(node)) list.add(part, also)
  const byFirst = new Map<string, Pattern[]>()
  for (const pattern of list.patterns) {
    const first = pattern.terms[0] ?? ''
    if (!isBeginning(pattern)) byFirst.set(first, [...(byFirst.get(first) ?? []), pattern])
  }
  return { byFirst, byBeginning: list.patterns.filter(isBeginning), words: list.words, nears: list.nears }
}

/** A pattern whose first `done` terms have been read. */
type Open = { pattern: Pattern; done: number; start: number; position: number }

/**
 * Reads `text` once and reports every place where the query's words stand, in the order of their ends; places may overlap. A phrase is
 * one place, from its first letter to its last. What must stand near something else is reported when that has been met too.
 * Cost: that of `forEachToken`.
 */
export function forEachMatch(text: string, matcher: Matcher, visit: MatchVisitor, options: MatchOptions = {}): void {
  if (matcher.words === 0) return
  const { byFirst, byBeginning } = matcher
  const inTitle = options.column === 'title'
  let open: Open[] = []
  let goesOn = true
  let position = -1
  const say = (start: number, end: number, word: number) => {
    if (goesOn) goesOn = visit(start, end, word) !== false
  }
  const nears = matcher.nears.map((rule) => new NearReading(rule, say))
  const report = (start: number, end: number, pattern: Pattern, first: number) => {
    if (!goesOn || (pattern.titleOnly && !inTitle)) return
    if (pattern.near === null) say(start, end, pattern.word)
    else nears[pattern.near.index]?.take(pattern.near.operand, { start, end, word: pattern.word, first, after: position + 1 })
  }
  const readOn = (entry: Open, term: string, end: number): boolean => {
    const { pattern, done, start } = entry
    const wanted = pattern.terms[done] ?? ''
    const isLast = done === pattern.terms.length - 1
    if (term !== wanted && !(isLast && pattern.prefix && term.startsWith(wanted))) return false
    if (isLast) report(start, end, pattern, entry.position)
    entry.done++
    return !isLast
  }
  forEachToken(
    text,
    (term, start, end) => {
      position++
      if (open.length > 0) open = open.filter((entry) => readOn(entry, term, end))
      for (const pattern of byFirst.get(term) ?? NONE) {
        if (pattern.beginsHangul && goesOnHangul(text, start)) continue
        if (pattern.terms.length === 1) report(start, end, pattern, position)
        else open.push({ pattern, done: 1, start, position })
      }
      for (const pattern of byBeginning) if (term.startsWith(pattern.terms[0] ?? '')) report(start, end, pattern, position)
      return goesOn
    },
    options.from,
    options.to
  )
}

const NONE: readonly Pattern[] = []

/** Sorted, and those that overlap made one: a mark inside a mark can not be shown. */
function mergeRanges(ranges: readonly TextRange[]): TextRange[] {
  const sorted = ranges.toSorted((a, b) => a[0] - b[0] || b[1] - a[1])
  const merged: TextRange[] = []
  for (const range of sorted) {
    const last = merged.at(-1)
    if (last && range[0] < last[1]) merged[merged.length - 1] = [last[0], Math.max(last[1], range[1])]
    else merged.push(range)
  }
  return merged
}

/** Code units on both sides of a part of a text in which the neighbours stand that its words must be near of; words are seldom longer. */
const UNITS_OF_A_WORD = 16
const reachOf = ({ nears }: Matcher): number =>
  Math.max(0, ...nears.map((rule) => (rule.distance + rule.longest) * UNITS_OF_A_WORD))

/**
 * Where the query's words stand in `text`: sorted, not overlapping, exactly on the characters of the text as it is.
 * With `limit`, the first so many. With `from` and `to`, matches that begin and end in that part.
 */
export function findMatches(
  text: string,
  matcher: Matcher,
  options: MatchOptions & Readonly<{ limit?: number }> = {}
): TextRange[] {
  const { limit = Number.POSITIVE_INFINITY } = options
  const found: TextRange[] = []
  // Places overlap at most as often as the query has words, so that this many hold `limit` separate ones wherever a text has them.
  const enough = limit * (matcher.words + 1)
  const { from = 0, to = text.length } = options
  const around = reachOf(matcher)
  forEachMatch(
    text,
    matcher,
    (start, end) => {
      if (start >= from && end <= to) found.push([start, end])
      return found.length < enough
    },
    { ...options, from: Math.max(0, from - around), to: to + around }
  )
  return mergeRanges(found).slice(0, limit)
}
