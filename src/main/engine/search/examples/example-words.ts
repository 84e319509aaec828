import { listForms } from '#engine/search/expand'
import { documentsWith } from '#engine/search/vocabulary'
import type { ReadDb } from '#engine/store/connection'
import { FUNCTION_WORDS } from '#shared/text/function-words'
import { type Token, tokenize } from '#shared/text/tokenize'

/** Words of the archive's titles to make examples of, as they are written there; the telling ones first. */
export type ExampleWords = Readonly<{
  words: readonly string[]
  /** Words that also stand there in other forms. */
  inflected: readonly string[]
  /** Two or three words as they follow one another in a title. */
  phrases: readonly string[]
}>

const MOST_COUNTED = 120
const MOST_KEPT = 8
const SHORTEST = 4
/** A word in more of the documents than this tells little. */
const TOO_COMMON = 0.4

const LETTERS_ONLY = /^\p{L}+$/u

/** Chooses words from titles by the number of documents that hold them. Cost: about 120 look-ups in the index. */
export function exampleWords(db: ReadDb, titles: readonly string[], documents: number): ExampleWords {
  const spelled = new Map<string, string>()
  const phrases: { text: string; terms: readonly [string, string] }[] = []
  for (const title of titles) {
    const tokens = tokenize(title)
    tokens.forEach((token, index) => {
      const word = title.slice(token.start, token.end)
      if (!isTelling(token) || isShouted(word)) return
      if (!spelled.has(token.term)) spelled.set(token.term, word)
      const next = tokens[index + 1]
      if (next && isTelling(next) && /^\s$/.test(title.slice(token.end, next.start))) {
        phrases.push({ text: title.slice(token.start, next.end), terms: [token.term, next.term] })
      }
    })
  }
  const counted = [...spelled]
    .slice(0, MOST_COUNTED)
    .map(([term, word]) => ({ term, word, found: documentsWith(db, term) }))
    .sort((a, b) => worth(b.found, documents) - worth(a.found, documents))
  const inflected = counted.filter(({ term }) => listForms(db, term).forms.length > 0)
  const ranks = new Map(counted.map(({ term, found }) => [term, worth(found, documents)]))
  const least = ({ terms: [a, b] }: (typeof phrases)[number]): number => Math.min(ranks.get(a) ?? 0, ranks.get(b) ?? 0)
  const phrasesByWorth = [...new Set(phrases.sort((a, b) => least(b) - least(a)).map(({ text }) => text))]
  return {
    words: counted.slice(0, MOST_KEPT).map(({ word }) => word),
    inflected: inflected.slice(0, MOST_KEPT).map(({ word }) => word),
    phrases: phrasesByWorth.slice(0, MOST_KEPT)
  }
}

const isTelling = ({ term }: Token): boolean => term.length >= SHORTEST && LETTERS_ONLY.test(term) && !FUNCTION_WORDS.has(term)

/** Titles in capitals make poor examples. */
const isShouted = (word: string): boolean => word === word.toUpperCase() && word !== word.toLowerCase()

const worth = (found: number, documents: number): number => (found > Math.max(3, documents * TOO_COMMON) ? 0 : found)
