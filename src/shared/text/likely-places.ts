import type { Matcher } from '#shared/text/matcher'

/** Where a word of the query probably stands; `word` is its number in the matcher. */
export type LikelyPlace = Readonly<{ start: number; end: number; word: number }>

/** Places of one word that are looked at. */
const MOST_PLACES_OF_A_WORD = 60

const escaped = (term: string): string => term.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

const patternsOf = new WeakMap<Matcher, readonly RegExp[]>()

/** For each word of the query, its forms as they are written when nothing needs folding. */
function plainPatterns(matcher: Matcher): readonly RegExp[] {
  const kept = patternsOf.get(matcher)
  if (kept) return kept
  const forms = Array.from({ length: matcher.words }, (): string[] => [])
  for (const pattern of [...[...matcher.byFirst.values()].flat(), ...matcher.byBeginning]) {
    if (!pattern.titleOnly) forms[pattern.word]?.push(pattern.terms.map(escaped).join('\\W{0,4}'))
  }
  const patterns = forms
    .filter((alternatives) => alternatives.length > 0)
    .map((any) => new RegExp(`(?<![a-z])(?:${any.join('|')})`, 'gi'))
  patternsOf.set(matcher, patterns)
  return patterns
}

/**
 * A quick guess at the places of the query's words, by plain comparison: spellings that need folding are missed, and a longer word may be
 * taken for a shorter one, so what is built on it has to be checked. Null when some word of the query is not met at all.
 * Cost: some hundred million characters a second.
 */
export function likelyPlaces(text: string, matcher: Matcher): LikelyPlace[] | null {
  const places: LikelyPlace[] = []
  const patterns = plainPatterns(matcher)
  for (const [word, pattern] of patterns.entries()) {
    const before = places.length
    pattern.lastIndex = 0
    for (let match = pattern.exec(text); match && places.length - before < MOST_PLACES_OF_A_WORD; match = pattern.exec(text)) {
      places.push({ start: match.index, end: match.index + match[0].length, word })
    }
    if (places.length === before) return null
  }
  return patterns.length === 0 ? null : places.sort((a, b) => a.start - b.start)
}
