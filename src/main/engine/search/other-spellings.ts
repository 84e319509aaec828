import { compileQuery } from '#engine/search/compile-query'
import { countMatches } from '#engine/search/rank'
import { documentsWith, nearestTerms } from '#engine/search/vocabulary'
import type { ReadDb } from '#engine/store/connection'
import type { ExpansionSwitches, SearchFilter } from '#shared/model/search'
import type { OtherSpelling } from '#shared/model/suggestion'
import { type Token, tokenize } from '#shared/text/tokenize'

/** A word in no more documents than this may be a slip. */
const FEW = 2
/** A word that stands in some documents is doubted only for one in this many times as many. */
const TIMES = 20
/** Words of a query that are looked at, and spellings that are offered. */
const MOST_WORDS = 12
const MOST_OFFERED = 3

/**
 * Other spellings for words of a query that stand in no or hardly any document, each with what the query would find. Words in quotes, of
 * fields, with a star or tilde, and operators are what somebody meant to type.
 */
export function otherSpellings(db: ReadDb, query: string, filter: SearchFilter, expansions: ExpansionSwitches): OtherSpelling[] {
  const offers: OtherSpelling[] = []
  for (const token of plainWords(query).slice(0, MOST_WORDS)) {
    const documents = documentsWith(db, token.term)
    if (documents > FEW) continue
    const better = nearestTerms(db, token.term, { limit: 2 }).filter((near) => near.documents > documents * TIMES)
    for (const { term } of better) {
      const corrected = query.slice(0, token.start) + term + query.slice(token.end)
      const found = countMatches(db, compileQuery(db, { query: corrected, expansions }, filter))
      if (found > 0)
        offers.push({ word: query.slice(token.start, token.end), spelling: term, query: corrected, documents: found })
    }
  }
  return offers.slice(0, MOST_OFFERED)
}

const OPERATORS = /^(?:AND|OR|NOT|NEAR)$/

/** The words that stand alone in a query, with their places. */
function plainWords(query: string): Token[] {
  const covered = [...query.matchAll(/"[^"]*"?|\/[^/\s]*\/?|(?<!\p{L})\p{L}+:(?:"[^"]*"?|\S*)|(?<![\p{L}\p{N}])\S*[*?~]\S*/gu)]
  return tokenize(query).filter(({ start, end }) => {
    const isCovered = covered.some((match) => start >= match.index && end <= match.index + match[0].length)
    return !isCovered && !OPERATORS.test(query.slice(start, end))
  })
}
