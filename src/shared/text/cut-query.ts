/** The pieces that a query is cut into. Each takes the query without bidi controls, and a place in it. */
import { daysOf, MOST_DATE_WORDS } from '#shared/text/query-dates'

/** What stands in a piece, and where the piece ends. */
export type Cut = Readonly<{ text: string; end: number }>

/** Each opening quotation mark with what may close it. */
const CLOSERS: ReadonlyMap<string, RegExp> = new Map([
  ...[...'"“”„‟＂«»〝〞〟'].map((mark) => [mark, /["“”„‟＂«»〝〞〟]/g] as const),
  ['「', /」/g],
  ['『', /』/g]
])
const BARE = /[^\s()（）"“”„‟＂«»〝〞〟「」『』|]+/y
const HEBREW = /[\u05d0-\u05ea]/
/** A slash that touches what follows, to the next one that no backslash stands before; nothing may touch that one. */
const REGEX = /\/(?![\s/])((?:[^/\\\n]|\\[^\n]){1,500})\/i?(?=$|[\s()（）|])/y

const NUMBERS = /^[^\p{L}]+$/u

/** In Hebrew a quotation mark inside a word marks an abbreviation. */
const isHebrewMark = (query: string, at: number) => HEBREW.test(query[at - 1] ?? '') && HEBREW.test(query[at + 1] ?? '')

/** Runs a global or sticky pattern from `at` on. */
export function matchAt(pattern: RegExp, query: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(query)
}

/** The quotation that opens at `at`, without its marks; one that is never closed reaches to the end. Null where none opens. */
export function cutQuoted(query: string, at: number): Cut | null {
  const closer = CLOSERS.get(query[at] ?? '')
  if (!closer || isHebrewMark(query, at)) return null
  let from = at + 1
  for (let found = matchAt(closer, query, from); found; found = matchAt(closer, query, from)) {
    from = found.index + 1
    if (!isHebrewMark(query, found.index)) return { text: query.slice(at + 1, found.index), end: from }
  }
  return { text: query.slice(at + 1), end: query.length }
}

/** Everything to the next space, bracket or quotation mark; may be empty. */
export function cutBare(query: string, at: number): Cut {
  let end = at
  while (end < query.length) {
    const found = matchAt(BARE, query, end)
    if (found) end = found.index + found[0].length
    else if (isHebrewMark(query, end)) end++
    else break
  }
  return { text: query.slice(at, end), end }
}

/** The longest run of words from `at` on that is a date; null when none is. */
export function cutDateValue(field: 'date' | 'before' | 'after', query: string, at: number): Cut | null {
  let longest: Cut | null = null
  let end = at
  for (let words = 0; words < MOST_DATE_WORDS; words++) {
    const from = words === 0 ? at : end + (matchAt(/\s*/y, query, end)?.[0].length ?? 0)
    const word = cutBare(query, from)
    // A minus that touches what follows leaves that out; one between spaces may join two dates.
    if (word.text === '' || (words > 0 && /^[-−]/.test(word.text) && !/\s/.test(query[from + 1] ?? ''))) break
    end = word.end
    const text = query.slice(at, end)
    if (daysOf(field, text)) longest = { text, end }
    // What follows a whole date in numbers is words.
    if (longest && words === 0 && NUMBERS.test(text)) break
  }
  return longest
}

/** The regular expression between slashes that begins at `at`, without them. Null where none does. */
export function cutRegex(query: string, at: number): Cut | null {
  const found = matchAt(REGEX, query, at)
  return found && { text: found[1] ?? '', end: at + found[0].length }
}
