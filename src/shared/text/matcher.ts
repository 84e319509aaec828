import type { TextRange } from '#shared/model/search'
import { type Alternatives, NO_ALTERNATIVES } from '#shared/text/alternatives'
import type { NameNode, QueryNode, TextNode } from '#shared/text/query-node'
import { forEachToken } from '#shared/text/tokenize'

/** Terms to find next to each other; of the last one only the beginning where `prefix`. */
type Pattern = Readonly<{
  terms: readonly string[]
  prefix: boolean
  titleOnly: boolean
  /** Which words of the query this finds: their forms share a number. */
  word: number
}>

/** What of a query can be seen in a text, made ready for reading texts once from left to right. */
export type Matcher = Readonly<{
  /** By first term, except those where only the beginning of the first term is known. */
  byFirst: ReadonlyMap<string, readonly Pattern[]>
  byBeginning: readonly Pattern[]
  /** Different words of the query that can be marked; 0 when there is nothing to mark. */
  words: number
}>

export type MatchOptions = Readonly<{
  /** The text being read; words the query asks for in the title are marked in titles only. Default: the body. */
  column?: 'title' | 'body'
  from?: number
  to?: number
}>

/** Also called with `word`, the number of the query's word that was found. Answering `false` ends the reading. */
export type MatchVisitor = (start: number, end: number, word: number) => unknown

type Marked = TextNode | NameNode

/** Everything that a query wants to find in the text, part by part. */
function* wantedParts(node: QueryNode): Generator<Marked> {
  if (node.kind === 'words' || node.kind === 'fuzzy' || node.kind === 'wildcard' || node.kind === 'name') yield node
  else if (node.kind === 'and' || node.kind === 'or') for (const child of node.children) yield* wantedParts(child)
}

/** What was typed, as terms; null where only what fits it is looked for. */
function ownTerms(node: Marked): readonly string[] | null {
  if (node.kind === 'wildcard') return null
  return node.kind === 'fuzzy' ? [node.term] : node.terms
}

function patternsOf(node: Marked, word: number, also: Alternatives): Pattern[] {
  const titleOnly = node.kind !== 'name' && node.column === 'title'
  const own = ownTerms(node)
  const typed = own === null ? [] : [{ terms: own, prefix: node.kind === 'words' && node.prefix, titleOnly, word }]
  return [...typed, ...also(node).map((terms) => ({ terms, prefix: false, titleOnly, word }))]
}

const isBeginning = (pattern: Pattern) => pattern.prefix && pattern.terms.length === 1

/** What `node` marks in a text: every word and phrase it asks for, with what `also` names for it; nothing of what it excludes. */
export function buildMatcher(node: QueryNode, also: Alternatives = NO_ALTERNATIVES): Matcher {
  const words = [...wantedParts(node)]
  const patterns = words.flatMap((found, index) => patternsOf(found, index, also))
  const byFirst = new Map<string, Pattern[]>()
  for (const pattern of patterns) {
    const first = pattern.terms[0] ?? ''
    if (!isBeginning(pattern)) byFirst.set(first, [...(byFirst.get(first) ?? []), pattern])
  }
  return { byFirst, byBeginning: patterns.filter(isBeginning), words: words.length }
}

/** A pattern whose first `done` terms have been read. */
type Open = { pattern: Pattern; done: number; start: number }

/**
 * Reads `text` once and reports every place where the query's words stand, in the order of their ends; places may overlap. A phrase is
 * one place, from its first letter to its last. Cost: that of `forEachToken`.
 */
export function forEachMatch(text: string, matcher: Matcher, visit: MatchVisitor, options: MatchOptions = {}): void {
  if (matcher.words === 0) return
  const { byFirst, byBeginning } = matcher
  const inTitle = options.column === 'title'
  let open: Open[] = []
  let goesOn = true
  const report = (start: number, end: number, pattern: Pattern) => {
    if (goesOn && (inTitle || !pattern.titleOnly)) goesOn = visit(start, end, pattern.word) !== false
  }
  const readOn = (entry: Open, term: string, end: number): boolean => {
    const { pattern, done, start } = entry
    const wanted = pattern.terms[done] ?? ''
    const isLast = done === pattern.terms.length - 1
    if (term !== wanted && !(isLast && pattern.prefix && term.startsWith(wanted))) return false
    if (isLast) report(start, end, pattern)
    entry.done++
    return !isLast
  }
  forEachToken(
    text,
    (term, start, end) => {
      if (open.length > 0) open = open.filter((entry) => readOn(entry, term, end))
      for (const pattern of byFirst.get(term) ?? NONE) {
        if (pattern.terms.length === 1) report(start, end, pattern)
        else open.push({ pattern, done: 1, start })
      }
      for (const pattern of byBeginning) if (term.startsWith(pattern.terms[0] ?? '')) report(start, end, pattern)
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
  const to = options.to ?? text.length
  forEachMatch(
    text,
    matcher,
    (start, end) => {
      if (end <= to) found.push([start, end])
      return found.length < enough
    },
    options
  )
  return mergeRanges(found).slice(0, limit)
}
