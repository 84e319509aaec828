import { isHangulLetter } from '#shared/text/hangul-words'
import type { WordsNode } from '#shared/text/query-node'
import { type Token, tokenize } from '#shared/text/tokenize'
import { isUnspacedLetter, takesVowelSigns } from '#shared/text/unspaced-script'

export type WordsOptions = Readonly<{
  /** Quoted: all of the text is one phrase, found just so. */
  exact?: boolean
  /** The last word is only the beginning of one. */
  prefix?: boolean
  /** A star says so, not just that more may be typed. */
  starred?: boolean
  column?: 'title' | null
}>

/** Terms that stand together: all of a quotation, or what no space parts. */
function groupTokens(text: string, tokens: readonly Token[], together: boolean): Token[][] {
  const groups: Token[][] = []
  for (const token of tokens) {
    const last = groups.at(-1)
    const before = last?.at(-1)
    if (last && before && (together || !/\s/.test(text.slice(before.end, token.start)))) last.push(token)
    else groups.push([token])
  }
  return groups
}

/**
 * The words of a piece of a query: one node for each word, or one for all of a quotation. Words that fold to nothing are left out.
 *
 * A run in a script without spaces whose letters carry vowel signs (Thai, Khmer, …) is found where another sign follows its last letter
 * too, since its end is no word's end: it is a prefix by nature. A Hangul run is found inside words; with a star it begins one.
 */
export function wordsOf(text: string, options: WordsOptions): WordsNode[] {
  const { exact = false, prefix = false, starred = false, column = null } = options
  const groups = groupTokens(text, tokenize(text), exact)
  const openEnd = text.trimEnd().replace(/\*+$/, '').length
  return groups.flatMap((group, index) => {
    const [first, last] = [group[0], group.at(-1)]
    if (!first || !last) return []
    const isLast = index === groups.length - 1
    return {
      kind: 'words',
      terms: group.map((token) => token.term),
      text: text.slice(first.start, last.end),
      exact,
      prefix: isUnspacedLetter(last.term)
        ? takesVowelSigns(last.term) || (starred && isLast && group.every(({ term }) => isHangulLetter(term)))
        : prefix && isLast && last.end >= openEnd,
      column
    }
  })
}
