import { tokenize } from '#shared/text/tokenize'

/**
 * Whether expansions that were switched for one query still say something for another: all words of the one stand in the other, so that
 * it was made wider or narrower, not changed. A word that changes by a letter is another word.
 */
export function keepsExpansions(before: string, after: string): boolean {
  const [old, now] = [termsOf(before), termsOf(after)]
  if (old.size === 0 || now.size === 0) return false
  const [fewer, more] = old.size <= now.size ? [old, now] : [now, old]
  return [...fewer].every((term) => more.has(term))
}

const termsOf = (query: string): ReadonlySet<string> => new Set(tokenize(query).map((token) => token.term))
