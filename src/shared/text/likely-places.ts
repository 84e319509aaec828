import type { Matcher } from '#shared/text/matcher'
import { matcherPhrases } from '#shared/text/matcher-phrases'

/** Where a word of the query stands, or probably stands; `word` is its number in the matcher. */
export type WordPlace = Readonly<{ start: number; end: number; word: number }>

/** Places of one word that are looked at. */
const MOST_PLACES_OF_A_WORD = 60

const escaped = (term: string): string => term.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** Beside a term these make it another one: letters of scripts with spaces that text is mostly written in, and digits. */
const SAME_WORD = '[a-z0-9\\u00c0-\\u024f\\u0400-\\u045f\\u0620-\\u064a\\u066e-\\u06d3]'

const patternsOf = new WeakMap<Matcher, readonly (RegExp | null)[]>()

/** For each word of the query, its forms as they are written when nothing needs folding; null for what stands in titles only. */
function plainPatterns(matcher: Matcher): readonly (RegExp | null)[] {
  const kept = patternsOf.get(matcher)
  if (kept) return kept
  const forms = matcherPhrases(matcher).map((phrases) =>
    phrases.map(({ terms, prefix }) => `${terms.map(escaped).join('\\W{0,4}')}${prefix ? '' : `(?!${SAME_WORD})`}`)
  )
  const patterns = forms.map((any) => (any.length === 0 ? null : new RegExp(`(?<!${SAME_WORD})(?:${any.join('|')})`, 'gi')))
  patternsOf.set(matcher, patterns)
  return patterns
}

/** `missing`: the words that were not met, other than those that are looked for in titles only. */
export type LikelyPlaces = Readonly<{ places: readonly WordPlace[]; missing: readonly number[] }>

/**
 * A quick guess at the places of the query's words, by plain comparison: spellings that need folding are missed, and a longer word may be
 * taken for a shorter one, so what is built on it has to be checked. Cost: some hundred million characters a second.
 */
export function likelyPlaces(text: string, matcher: Matcher): LikelyPlaces {
  const places: WordPlace[] = []
  const missing: number[] = []
  for (const [word, pattern] of plainPatterns(matcher).entries()) {
    if (pattern === null) continue
    const before = places.length
    pattern.lastIndex = 0
    for (let match = pattern.exec(text); match && places.length - before < MOST_PLACES_OF_A_WORD; match = pattern.exec(text)) {
      places.push({ start: match.index, end: match.index + match[0].length, word })
    }
    if (places.length === before) missing.push(word)
  }
  return { places: places.sort((a, b) => a.start - b.start || b.end - a.end), missing }
}
