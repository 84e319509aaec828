/** Queries near one that found nothing. */

import { documentsWith, nearestTerms } from '#engine/search/vocabulary'
import type { ReadDb } from '#engine/store/connection'
import { type QueryPart, removePart, replacePart } from '#shared/text/query-parts'
import { tokenize } from '#shared/text/tokenize'

/** A query in the place of another, and what is other in it. */
export type OtherQuery = Readonly<{ query: string; subject: string }>

const MOST_WORDS = 3
const NEAREST = 5

/** Fields whose values are words of the index. */
const WORD_FIELDS: readonly string[] = ['title', 'author', 'publisher', 'from', 'to', 'name']

/** For each of the first three words that stand nowhere in the archive, the query with the nearest words that do. */
export function otherSpellings(
  db: ReadDb,
  query: string,
  parts: readonly QueryPart[]
): readonly Readonly<{ typed: string; spelled: readonly OtherQuery[] }>[] {
  return parts
    .flatMap((part) => wordsIn(part).map((word) => ({ part, ...word })))
    .filter(({ term }) => documentsWith(db, term) === 0)
    .slice(0, MOST_WORDS)
    .map(({ part, term, typed, start, end }) => ({
      typed,
      spelled: nearestTerms(db, term, { limit: NEAREST }).map((near) => ({
        query: replacePart(query, part, `${part.text.slice(0, start)}${near.term}${part.text.slice(end)}`),
        subject: near.term
      }))
    }))
}

/** The query with every word that stands nowhere in its nearest spelling; null where there are none, or one has no near spelling. */
export function nearestOfAll(
  db: ReadDb,
  query: string,
  parts: readonly QueryPart[]
): Readonly<{ query: string; subject: string; typed: string }> | null {
  const spelled: { typed: string; near: string; start: number; end: number }[] = []
  for (const part of parts) {
    for (const { term, typed, start, end } of wordsIn(part)) {
      if (documentsWith(db, term) > 0) continue
      const near = nearestTerms(db, term, { limit: 1 })[0]
      if (!near || spelled.length >= MOST_WORDS) return null
      spelled.push({ typed, near: near.term, start: part.start + start, end: part.start + end })
    }
  }
  if (spelled.length === 0) return null
  // From the right, so that the places of those before stay what they are.
  const made = spelled
    .toReversed()
    .reduce((whole, { near, start, end }) => `${whole.slice(0, start)}${near}${whole.slice(end)}`, query)
  const list = (words: readonly string[]): string => words.join(', ')
  return { query: made, subject: list(spelled.map(({ near }) => near)), typed: list(spelled.map(({ typed }) => typed)) }
}

type WordIn = Readonly<{ term: string; typed: string; start: number; end: number }>

/** The words of a part, by their places in its text; none for what is excluded, and for values that are no words. */
function wordsIn(part: QueryPart): WordIn[] {
  const isWords = part.kind !== 'regex' && (part.field === null || WORD_FIELDS.includes(part.field))
  if (part.negated || !isWords || /[*?]/.test(part.value)) return []
  const at = part.text.indexOf(part.value)
  return tokenize(part.value).map(({ term, start, end }) => ({
    term,
    typed: part.value.slice(start, end),
    start: at + start,
    end: at + end
  }))
}

/** The words and phrases as alternatives, the rest as it was; null where there are not two of them. */
export function anyWord(parts: readonly QueryPart[]): string | null {
  const isWord = (part: QueryPart): boolean => !part.negated && part.field === null && part.kind !== 'regex'
  const words = parts.filter(isWord)
  if (words.length < 2) return null
  const rest = parts.filter((part) => !isWord(part)).map((part) => part.text)
  return [words.map((part) => part.text).join(' OR '), ...rest].join(' ')
}

/** The phrases as plain words, which may stand apart and in other forms; null where there are none. */
export function unquoted(query: string, parts: readonly QueryPart[]): string | null {
  const phrases = parts.filter((part) => part.kind === 'phrase' && !part.negated && part.value.trim() !== '')
  if (phrases.length === 0) return null
  return phrases.toReversed().reduce((whole, part) => replacePart(whole, part, part.value.trim()), query)
}

/** The query without each of its parts in turn, where something of it is left. */
export function withoutEachPart(query: string, parts: readonly QueryPart[]): OtherQuery[] {
  if (parts.length < 2) return []
  return parts.map((part) => ({ query: removePart(query, part), subject: part.text })).filter((other) => other.query !== '')
}
