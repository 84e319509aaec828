import fc from 'fast-check'
import { expect, test } from 'vitest'
import { writeReadAgain } from '#engine/import/write-document'
import type { Archive } from '#engine/open'
import { correctField } from '#engine/organise/correcting'
import { makeList, storeCommonTerms } from '#engine/store/common-term-lists'
import { findBestDocuments } from '#engine/store/common-terms'
import { transaction, type WriteDb } from '#engine/store/connection'
import { value } from '#engine/store/statement'
import { addDocuments, extractedFrom, newArchive } from '#tests/support/archive'

const WORDS = ['prison', 'letter', 'court', 'خاوران', 'the']

const wordsOf = (db: WriteDb) => (id: number) => value<number>(db, 'SELECT word_count FROM document WHERE id = ?', [id]) ?? 0
const make = ({ db }: Archive, words = WORDS): void =>
  transaction(db, () => {
    for (const term of words) makeList(db, { term, documents: 0 }, wordsOf(db))
    storeCommonTerms(db)
  })
const store = ({ db }: Archive): void => transaction(db, () => storeCommonTerms(db))
const stored = ({ db }: Archive): unknown =>
  WORDS.map((term) => {
    const best = findBestDocuments(db, term)
    return best && Array.from(best.ids, (id, at) => [id, best.impacts[at]])
  })

const sample = fc.record({
  title: fc.constantFrom('Prison letter', 'Court', 'The court', 'نامه خاوران', 'Notes'),
  text: fc.array(fc.constantFrom(...WORDS, 'and', 'other', 'words'), { maxLength: 30 }).map((words) => words.join(' '))
})

test('kept document by document, lists are what making them anew gives', () => {
  fc.assert(
    fc.property(fc.array(sample, { maxLength: 12 }), fc.array(sample, { maxLength: 12 }), (before, after) => {
      const archive = newArchive()
      addDocuments(archive, before)
      make(archive)
      addDocuments(archive, after)
      store(archive)
      const kept = stored(archive)
      make(archive)
      expect(kept).toEqual(stored(archive))
      archive.close()
    }),
    { numRuns: 25 }
  )
}, 60_000)

test('a document that is read again or corrected stands in them as it is now', () => {
  const archive = newArchive()
  const [first, second] = addDocuments(archive, [
    { title: 'A', text: 'prison prison prison' },
    { title: 'B', text: 'court letter' }
  ])
  if (first === undefined || second === undefined) throw new Error('no documents')
  make(archive)
  transaction(archive.db, () =>
    writeReadAgain(archive.db, first, extractedFrom({ title: 'A', text: 'letter' }), { charset: null, password: null })
  )
  correctField(archive.db, second, 'title', 'The prison')
  const kept = stored(archive)
  expect(findBestDocuments(archive.db, 'prison')?.ids).toEqual(Uint32Array.of(second))
  make(archive)
  expect(kept).toEqual(stored(archive))
})

test('what was not stored when the program ended is taken in again', () => {
  const archive = newArchive()
  addDocuments(archive, [{ text: 'prison letter' }])
  make(archive)
  addDocuments(archive, [{ title: 'Prison', text: 'the court' }])
  // As after a crash: a transaction that fails makes the writer forget what it holds in memory.
  expect(() =>
    transaction(archive.db, () => {
      throw new Error('out of room')
    })
  ).toThrow('out of room')
  addDocuments(archive, [{ text: 'the prison' }])
  store(archive)
  const kept = stored(archive)
  make(archive)
  expect(kept).toEqual(stored(archive))
})
