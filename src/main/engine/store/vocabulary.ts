/** The archive's words: what the index says of one, and the packed lists from which near spellings are found. */

import { findFact, setFact } from '#engine/store/archive-facts'
import type { ReadDb, WriteDb } from '#engine/store/connection'
import { packText, unpackText } from '#engine/store/packing'
import { row, rows, run, value } from '#engine/store/statement'

export type TermCount = Readonly<{ term: string; documents: number }>
/** Words in order, with a byte for each: 8 × log2 of the documents that held it when the list was made. */
export type TermList = Readonly<{ terms: readonly string[]; weights: Uint8Array }>

const GENERATION = 'vocabulary_generation'
/** Longer words are encoded data more often than words. */
export const LONGEST_TERM = 40
const WORD_OF_LETTERS = /^[\p{L}\p{M}]{2,40}$/u
const SHORT_ASCII = /^[a-z]{2,40}$/

/** True for the terms that the vocabulary keeps: words of two to forty letters. Numbers and mixtures have no near spelling. */
export const isVocabularyTerm = (term: string): boolean => SHORT_ASCII.test(term) || WORD_OF_LETTERS.test(term)

/** How many documents hold the term now; 0 when none does. Exact. Cost: one look-up, and a read of the list of its documents. */
export function countDocumentsWith(db: ReadDb, term: string): number {
  return value<number>(db, 'SELECT doc FROM index_term WHERE term = ?', [term]) ?? 0
}

/** Terms of the index from `from` (inclusive) up to `to` (exclusive; null: to the end), in order of their UTF-8, at most `limit`. */
export function listIndexTerms(db: ReadDb, from: string, to: string | null, limit: number): TermCount[] {
  return to === null
    ? rows(db, 'SELECT term, doc AS documents FROM index_term WHERE term >= ? ORDER BY term LIMIT ?', [from, limit])
    : rows(db, 'SELECT term, doc AS documents FROM index_term WHERE term >= ? AND term < ? ORDER BY term LIMIT ?', [
        from,
        to,
        limit
      ])
}

/** The number of the newest finished sweep; 0 before the first. */
export const vocabularyGeneration = (db: ReadDb): number => Number(findFact(db, GENERATION) ?? 0)

export const weightOf = (documents: number): number => Math.min(255, Math.round(8 * Math.log2(Math.max(1, documents))))

/** The lists of a generation, one at a time: each holds a few thousand words. */
export function* eachTermList(db: ReadDb, generation: number): Generator<TermList> {
  const ids = rows<{ id: number }>(db, 'SELECT id FROM vocabulary WHERE generation = ? ORDER BY is_rare, id', [generation])
  for (const { id } of ids) {
    const found = row<{ terms: Uint8Array; weights: Uint8Array }>(db, 'SELECT terms, weights FROM vocabulary WHERE id = ?', [id])
    if (found) yield { terms: unpackText(found.terms).split('\n'), weights: found.weights }
  }
}

/** Adds a list to a generation that is being made. `list` must not be empty. */
export function saveTermList(db: WriteDb, generation: number, isRare: boolean, list: TermList): void {
  run(db, 'INSERT INTO vocabulary (generation, is_rare, terms, weights) VALUES (?, ?, ?, ?)', [
    generation,
    Number(isRare),
    packText(list.terms.join('\n')),
    list.weights
  ])
}

/** Removes what sweeps that did not finish left behind. */
export function dropUnfinishedLists(db: WriteDb): void {
  run(db, 'DELETE FROM vocabulary WHERE generation <> ?', [vocabularyGeneration(db)])
}

/** Makes `generation` the one that counts; additions up to `lastAddition` are part of it. */
export function publishGeneration(db: WriteDb, generation: number, lastAddition: number, keepsRare: boolean): void {
  if (!keepsRare) run(db, 'DELETE FROM vocabulary WHERE generation = ? AND is_rare = 1', [generation])
  run(db, 'DELETE FROM vocabulary_addition WHERE id <= ?', [lastAddition])
  setFact(db, GENERATION, String(generation))
  dropUnfinishedLists(db)
}

/** Words written after the addition `after`, with the number of the last one. */
export function listAdditions(db: ReadDb, after: number): Readonly<{ terms: readonly string[]; last: number }> {
  const found = rows<{ id: number; terms: string }>(db, 'SELECT id, terms FROM vocabulary_addition WHERE id > ? ORDER BY id', [
    after
  ])
  return { terms: found.flatMap(({ terms }) => terms.split('\n')), last: found.at(-1)?.id ?? after }
}

export const lastAddition = (db: ReadDb): number => value<number>(db, 'SELECT max(id) FROM vocabulary_addition') ?? 0

/** How large the additions are beside the swept lists, both in bytes. */
export function vocabularySizes(db: ReadDb): Readonly<{ added: number; swept: number }> {
  return {
    added: value<number>(db, 'SELECT sum(length(terms)) FROM vocabulary_addition') ?? 0,
    swept: value<number>(db, 'SELECT sum(length(terms)) FROM vocabulary') ?? 0
  }
}
