import type { TextRange } from '#shared/model/search'
import { buildMatcher, findMatches } from '#shared/text/matcher'
import { wordsOf } from '#shared/text/words-of'

/** More matches than anybody steps through; it bounds what one key press can cost. */
export const FIND_LIMIT = 10_000

/**
 * Where what was typed stands in `text`, folded as in search (ک is ك, ۱۳۶۷ is 1367): all words next to each other, the last one as far
 * as it is typed. Sorted, exact, at most `FIND_LIMIT`. Cost: linear in the text.
 */
export function findInText(text: string, typed: string): readonly TextRange[] {
  const [phrase] = wordsOf(typed, { exact: true, prefix: true })
  return phrase === undefined ? [] : findMatches(text, buildMatcher(phrase), { limit: FIND_LIMIT })
}
