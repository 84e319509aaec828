import type { ReadDb } from '#engine/store/connection'
import { listStandingIn } from '#engine/store/full-text'
import { listIndexTerms } from '#engine/store/vocabulary'
import { mayHold } from '#engine/text/signature'
import type { StoredText } from '#engine/text/stored-text'
import type { DocumentId } from '#shared/model/ids'
import type { Matcher } from '#shared/text/matcher'
import { type MatcherPhrase, matcherPhrases } from '#shared/text/matcher-phrases'

/** A beginning with more endings than these can stand anywhere. */
const MOST_ENDINGS = 60
const SHORTEST_BEGINNING = 3

const endings = new WeakMap<Matcher, Map<string, readonly string[] | null>>()

/** The terms of the archive that begin so; null when there are too many to look for each. */
function termsFrom(db: ReadDb, matcher: Matcher, beginning: string): readonly string[] | null {
  const known = endings.get(matcher) ?? new Map<string, readonly string[] | null>()
  endings.set(matcher, known)
  let terms = known.get(beginning)
  if (terms === undefined) {
    const found =
      beginning.length < SHORTEST_BEGINNING ? [] : listIndexTerms(db, beginning, `${beginning}\u{10ffff}`, MOST_ENDINGS + 1)
    terms = found.length === 0 || found.length > MOST_ENDINGS ? null : found.map(({ term }) => term)
    known.set(beginning, terms)
  }
  return terms
}

/** A phrase whose terms are each one of several; null: any term may be meant. */
type Wanted = readonly (readonly string[] | null)[]

/** In which chunks of a long text the words of a query can stand, by their signatures: never wrong in saying no. */
export class ChunkGuess {
  readonly #text: StoredText
  readonly #words: readonly (readonly Wanted[])[]

  constructor(db: ReadDb, documentId: DocumentId, text: StoredText, matcher: Matcher) {
    this.#text = text
    const wanted = ({ terms, prefix }: MatcherPhrase): Wanted =>
      terms.map((term, index) => {
        if (!prefix || index < terms.length - 1) return [term]
        const begun = termsFrom(db, matcher, term)
        return begun === null ? null : listStandingIn(db, documentId, begun)
      })
    this.#words = matcherPhrases(matcher).map((phrases) => phrases.map(wanted))
  }

  /** The words of the query, by number, that can begin in this chunk; they may end in the next. */
  wordsIn(ordinal: number): number[] {
    return [...this.#words.keys()].filter((word) => this.#words[word]?.some((phrase) => this.#canBegin(phrase, ordinal)))
  }

  #canBegin(phrase: Wanted, ordinal: number): boolean {
    return phrase.every((terms, index) => this.#holds(terms, ordinal) || (index > 0 && this.#holds(terms, ordinal + 1)))
  }

  #holds(terms: readonly string[] | null, ordinal: number): boolean {
    const signature = this.#text.chunks[ordinal]?.signature
    return signature !== undefined && (terms === null || terms.some((term) => mayHold(signature, term)))
  }
}
