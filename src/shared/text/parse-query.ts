/**
 * The query language, version 2.
 *
 *   prison letter            both words, anywhere           "human rights"     these words, next to each other, exactly so
 *   prison OR jail, prison | jail   one of its two neighbours (binds tighter than AND)      (a OR b) c         brackets
 *   -press  -"press release"  -(a b)  -tag:x  NOT press     without
 *   word*                    words that begin so            kh*ran  *stan  wom?n    words of this shape
 *   khavaran~  khavaran~1    words spelled nearly so        "a b"~5            these words in any order, at most 5 words between
 *   a NEAR/5 b               the same of words and phrases, in all their forms (binds tighter than OR)
 *   title:word  title:"two words"  title:(a OR b)           in the title; brackets work for every field
 *   author:x  publisher:x  from:x  to:x                     words of these fields      name:"…"   a name card
 *   tag:letters  lang:fa  type:pdf  folder:"UN letters"  path:un/1988  path:*.eml  file:letter
 *   has:note|attachment|image|ocr|tag|date|text             is:unread|read|starred|copy|locked|scan
 *   size:>1mb  size:10kb..2mb  pages:5..10                  date:"summer 1988"  before:2020-12-31  after:2019  1988-07..1988-09
 *   /regex/  title:/regex/  file:/regex/  name:/regex/      titles, names of files, name cards
 *
 * Anything else is words. A word that is cut into several terms (`l'homme`, `1980-88`, 人权) must be found whole, as a phrase.
 */
import type { SearchNote } from '#shared/model/search'
import { type Lexeme, lexQuery } from '#shared/text/lex-query'
import type { QueryNode } from '#shared/text/query-node'
import { QueryParser } from '#shared/text/query-parser'

export type ParseOptions = Readonly<{
  /** True while the person is still typing: the bare word at the very end is taken as the beginning of a word. */
  typing?: boolean
}>

/** A query as read, and what is to be said of the reading. */
export type ParsedQuery = Readonly<{ node: QueryNode; notes: readonly SearchNote[] }>

/** The lexeme that is still being typed, or -1: a bare word or value at the very end, of two letters at least (one fits half an index). */
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
  return parseWithNotes(text, options).node
}

/** The same, with what was left out or could not be read as it was meant. */
export function parseWithNotes(text: string, options: ParseOptions = {}): ParsedQuery {
  const lexemes = lexQuery(text)
  const parser = new QueryParser(lexemes, options.typing ? typingIndex(text, lexemes) : -1)
  const parsed = parser.group(0, null)
  // Nothing but operators, as in `OR`: then they were meant as words.
  return { node: parsed ?? parser.asWords(text) ?? { kind: 'everything' }, notes: parser.notes }
}
