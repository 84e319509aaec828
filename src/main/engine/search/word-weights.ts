import type { ReadDb } from '#engine/store/connection'
import { countUpTo } from '#engine/store/full-text'
import { value } from '#engine/store/statement'
import type { Matcher } from '#shared/text/matcher'
import { matcherPhrases } from '#shared/text/matcher-phrases'

/** A word in more documents than these is common, however many they are. */
const COMMON = 2000
/** Spellings of one word that are counted. */
const MOST_COUNTED = 8
/** What the commonest word counts beside the rarest. */
const LEAST = 0.05

const known = new WeakMap<Matcher, readonly number[]>()

/**
 * How much each word of a query tells of a passage, by its number in the matcher: 1 for the rarest, less the more documents hold a word
 * (their inverse document frequency; of a phrase that of its rarest term). Cost: some look-ups, once for a matcher.
 */
export function wordWeights(db: ReadDb, matcher: Matcher): readonly number[] {
  const kept = known.get(matcher)
  if (kept) return kept
  const weights = matcher.words < 2 ? [1] : rarities(db, matcher)
  known.set(matcher, weights)
  return weights
}

function rarities(db: ReadDb, matcher: Matcher): number[] {
  const documents = value<number>(db, 'SELECT count(*) FROM document') ?? 0
  const counts = new Map<string, number>()
  const count = (term: string): number => {
    const found = counts.get(term) ?? countUpTo(db, term, COMMON)
    counts.set(term, found)
    return found
  }
  const rarity = matcherPhrases(matcher).map((phrases) => {
    const held = phrases
      .slice(0, MOST_COUNTED)
      .map(({ terms, prefix }) =>
        Math.min(...terms.map((term, at) => (prefix && at === terms.length - 1 ? COMMON : count(term))))
      )
    return Math.log(1 + documents / (1 + Math.max(0, ...held)))
  })
  const rarest = Math.max(...rarity)
  return rarity.map((found) => Math.max(LEAST, rarest === 0 ? 1 : found / rarest))
}
