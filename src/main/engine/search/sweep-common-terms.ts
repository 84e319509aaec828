import { findFact, setFact } from '#engine/store/archive-facts'
import { hasList, makeList, newestDocument, storeCommonTerms } from '#engine/store/common-term-lists'
import { COMMON_FROM, type CommonTerm } from '#engine/store/common-terms'
import { transaction, type WriteDb } from '#engine/store/connection'
import { value } from '#engine/store/statement'
import { listIndexTerms } from '#engine/store/vocabulary'

/** Terms of the index looked at in one step: about 20 ms. */
const TERMS_A_STEP = 8192
/** Occurrences that lists are made from in one step, as far as documents tell: about 50 ms. */
const DOCUMENTS_A_STEP = 50_000
/** Words become common as an archive grows: it is looked through again when it has grown by a quarter. */
const GROWTH = 1.25
const SWEPT_TO = 'common_terms_swept_to'

/** True when enough documents came since the last sweep for words to have become common. */
export function isCommonTermSweepDue(db: WriteDb): boolean {
  const newest = newestDocument(db)
  return newest >= COMMON_FROM && newest >= Number(findFact(db, SWEPT_TO) ?? 0) * GROWTH
}

/**
 * Gives every word of many documents its list of the best of them, step by step; other writes may come between the steps. A word that has
 * a list keeps it. A sweep that is left, or that a crash cuts short, is taken up by the next one.
 * Cost: about 10 s for 60,000 long documents at first, all steps together; later only what words that became common take.
 */
export function* sweepCommonTerms(db: WriteDb): Generator<void> {
  const upTo = newestDocument(db)
  let from: string | undefined = ''
  while (from !== undefined) {
    const found = listIndexTerms(db, from, null, TERMS_A_STEP)
    yield
    yield* makeLists(
      db,
      found.filter(({ documents }) => documents >= COMMON_FROM)
    )
    const last: string | undefined = found.length < TERMS_A_STEP ? undefined : found.at(-1)?.term
    // The least string after `last`: FTS5 terms hold no NUL.
    from = last === undefined ? undefined : `${last}\0`
  }
  transaction(db, () => {
    storeCommonTerms(db)
    setFact(db, SWEPT_TO, String(upTo))
  })
}

function* makeLists(db: WriteDb, common: readonly CommonTerm[]): Generator<void> {
  const wordsOf = (id: number): number => value<number>(db, 'SELECT word_count FROM document WHERE id = ?', [id]) ?? 0
  const waiting = common.filter(({ term }) => !hasList(db, term))
  while (waiting.length > 0) {
    transaction(db, () => {
      let documents = 0
      for (let next = waiting.shift(); next; next = documents < DOCUMENTS_A_STEP ? waiting.shift() : undefined) {
        makeList(db, next, wordsOf)
        documents += next.documents
      }
      storeCommonTerms(db)
    })
    yield
  }
}
