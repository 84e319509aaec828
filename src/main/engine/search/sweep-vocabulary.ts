import { transaction, type WriteDb } from '#engine/store/connection'
import {
  dropUnfinishedLists,
  isVocabularyTerm,
  lastAddition,
  listIndexTerms,
  publishGeneration,
  saveTermList,
  type TermCount,
  vocabularyGeneration,
  vocabularySizes,
  weightOf
} from '#engine/store/vocabulary'

/** Terms of the index looked at in one step: about 20 ms. */
const STEP = 8192
/** Words of one document are kept up to this many: names often stand in one document only, and so does every typing error. */
const MOST_RARE = 2_000_000
/** Additions are left as they are up to this many bytes, or this part of what was swept. */
const FEW_BYTES = 32_768
const FEW_OF_SWEPT = 1 / 8

/** True when enough was added since the last sweep for another one to pay. */
export function isSweepDue(db: WriteDb): boolean {
  const { added, swept } = vocabularySizes(db)
  return vocabularyGeneration(db) === 0 || added > Math.max(FEW_BYTES, swept * FEW_OF_SWEPT)
}

/**
 * Makes the vocabulary anew from the index, step by step; other writes may come between the steps. Until the last step readers see the
 * earlier vocabulary with its additions. A sweep that is left, or that a crash cuts short, changes nothing.
 * Cost: about 2 s for a million terms, all steps together.
 */
export function* sweepVocabulary(db: WriteDb): Generator<void> {
  const generation = vocabularyGeneration(db) + 1
  const upTo = lastAddition(db)
  dropUnfinishedLists(db)
  let rare = 0
  let from: string | undefined = ''
  while (from !== undefined) {
    const found = listIndexTerms(db, from, null, STEP)
    const words = found.filter(({ term }) => isVocabularyTerm(term))
    rare += words.filter(isRare).length
    transaction(db, () => {
      save(db, generation, false, words)
      if (rare <= MOST_RARE) save(db, generation, true, words)
    })
    const last: string | undefined = found.length < STEP ? undefined : found.at(-1)?.term
    // The least string after `last`: FTS5 terms hold no NUL.
    from = last === undefined ? undefined : `${last}\0`
    yield
  }
  transaction(db, () => publishGeneration(db, generation, upTo, rare <= MOST_RARE))
}

const isRare = ({ documents }: TermCount): boolean => documents < 2

function save(db: WriteDb, generation: number, rare: boolean, words: readonly TermCount[]): void {
  const chosen = words.filter((word) => isRare(word) === rare)
  if (chosen.length === 0) return
  const weights = Uint8Array.from(chosen, ({ documents }) => weightOf(documents))
  saveTermList(db, generation, rare, { terms: chosen.map(({ term }) => term), weights })
}
