import type { Matcher } from '#shared/text/matcher'

/** Terms that stand next to each other; of the last one only the beginning where `prefix`. */
export type MatcherPhrase = Readonly<{ terms: readonly string[]; prefix: boolean }>

const known = new WeakMap<Matcher, readonly (readonly MatcherPhrase[])[]>()

/** For each word of the query, by its number in the matcher, what finds it in the body of a text; nothing for words of titles only. */
export function matcherPhrases(matcher: Matcher): readonly (readonly MatcherPhrase[])[] {
  const kept = known.get(matcher)
  if (kept) return kept
  const phrases = Array.from({ length: matcher.words }, (): MatcherPhrase[] => [])
  for (const pattern of [...[...matcher.byFirst.values()].flat(), ...matcher.byBeginning]) {
    if (!pattern.titleOnly) phrases[pattern.word]?.push({ terms: pattern.terms, prefix: pattern.prefix })
  }
  known.set(matcher, phrases)
  return phrases
}
