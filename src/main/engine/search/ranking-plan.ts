import { isUnion, type RankedPhrase, rankedPhrases } from '#engine/search/ranked-phrases'
import { type CommonTerm, findCommonTerm, listCommonBeginning } from '#engine/store/common-terms'
import type { ReadDb } from '#engine/store/connection'

/** A phrase that is ranked by the lists of common terms that stand for it. */
export type CommonPhrase = RankedPhrase & Readonly<{ common: readonly CommonTerm[] }>

export type RankingPlan =
  /** Ask FTS5 for BM25 of all matches. */
  | Readonly<{ kind: 'all' }>
  /** Add up what lists say of common phrases and what BM25 says of rare ones. */
  | Readonly<{ kind: 'lists'; total: number; rare: readonly RankedPhrase[]; common: readonly CommonPhrase[] }>

/** Matches that BM25 is quickly worked out for: about 2 µs each. */
export const FEW_MATCHES = 1000
/** Documents that FTS5 may look through to learn how rare the phrases are: about 0.2 µs each. More when nothing rare stands for the answer. */
const FEW_DOCUMENTS = 4_000
const MANY_DOCUMENTS = 15_000
/** Common words that stand for all words which begin so. */
const WORDS_OF_A_BEGINNING = 12

/**
 * How to rank the `total` matches of an FTS5 expression, `isNarrowed` by conditions.
 *
 * BM25 of SQLite walks all documents of each phrase to count them, and looks at each match: with "the" among 60,000 documents that takes
 * 100 ms. It is left to answers where it is cheap.
 */
export function chooseRanking(db: ReadDb, match: string, isNarrowed: boolean, total: number): RankingPlan {
  // Few answers that are alternatives: then no phrase of them is in many documents.
  if (total <= FEW_MATCHES && !isNarrowed && isUnion(match)) return { kind: 'all' }
  const phrases = rankedPhrases(match)
  const known = new Map<string, readonly CommonTerm[]>()
  const common: CommonPhrase[] = []
  const rare: RankedPhrase[] = []
  for (const phrase of phrases) {
    const standing = known.get(phrase.expression) ?? commonTermsOf(db, phrase)
    if (known.has(phrase.expression)) continue
    known.set(phrase.expression, standing)
    if (standing.length > 0) common.push({ ...phrase, common: standing })
    else rare.push(phrase)
  }
  const walked = common.reduce((sum, phrase) => sum + phrase.common.reduce((most, term) => most + term.documents, 0), 0)
  const isCheap = total <= FEW_MATCHES && walked <= (rare.length > 0 ? FEW_DOCUMENTS : MANY_DOCUMENTS)
  return isCheap || common.length === 0 ? { kind: 'all' } : { kind: 'lists', total, rare, common }
}

/** The common terms a phrase is ranked by: none when one of its words is rare, for then it is rare itself. */
function commonTermsOf(db: ReadDb, phrase: RankedPhrase): readonly CommonTerm[] {
  const whole = phrase.isPrefix ? phrase.terms.slice(0, -1) : phrase.terms
  const found = whole.map((term) => findCommonTerm(db, term))
  if (found.includes(undefined)) return []
  const beginning = phrase.isPrefix ? phrase.terms.at(-1) : undefined
  const begun = beginning === undefined ? [] : listCommonBeginning(db, beginning, WORDS_OF_A_BEGINNING)
  if (whole.length === 0 || (beginning !== undefined && begun.length === 0)) return begun
  const rarest = found.reduce((least, term) => (term && (!least || term.documents < least.documents) ? term : least), undefined)
  return rarest ? [rarest] : begun
}
