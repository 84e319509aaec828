import { expect, test } from 'vitest'
import { openArchive } from '#engine/open'
import { warmKnownTerms } from '#engine/search/known-terms'
import { sweepVocabulary } from '#engine/search/sweep-vocabulary'
import { documentsWith, nearestTerms, termsLike } from '#engine/search/vocabulary'
import { forgetRecordedTerms } from '#engine/store/record-terms'
import { run } from '#engine/store/statement'
import { addDocuments, newArchive } from '#tests/support/archive'

const terms = (found: readonly { term: string }[]): string[] => found.map(({ term }) => term)
const sweep = (db: Parameters<typeof sweepVocabulary>[0]): void => {
  for (const _step of sweepVocabulary(db));
}

test('finds the words within two edits, and no other', () => {
  const archive = newArchive()
  addDocuments(archive, [{ text: 'network networks netwerk newtork notebook nitwerks prison prism poison' }])
  for (const isSwept of [false, true]) {
    if (isSwept) sweep(archive.db)
    expect(terms(nearestTerms(archive.db, 'netwrok', { limit: 10 })).sort()).toEqual([
      'netwerk',
      'network',
      'networks',
      'newtork'
    ])
    expect(
      nearestTerms(archive.db, 'network', { limit: 10, maxDistance: 1 }).map(({ term, distance }) => [term, distance])
    ).toEqual([
      ['netwerk', 1],
      ['networks', 1],
      ['newtork', 1]
    ])
  }
})

test('puts the nearer word first, unless a further one stands in fifty times the documents', () => {
  const archive = newArchive()
  addDocuments(archive, [
    { text: 'debian' },
    { text: 'debain desain' },
    ...Array.from({ length: 60 }, () => ({ text: 'desan' })),
    ...Array.from({ length: 60 }, () => ({ text: 'debian' }))
  ])
  expect(terms(nearestTerms(archive.db, 'debain', { limit: 3 }))).toEqual(['debian', 'desan', 'desain'])
  expect(nearestTerms(archive.db, 'desian', { limit: 3 })[0]).toEqual({ term: 'debian', documents: 61, distance: 1 })
})

test('finds Persian words of four letters, and names that stand in one document', () => {
  const archive = newArchive()
  addDocuments(archive, [{ text: 'صفحه نخست' }, { text: 'کاربر خاوران' }, { text: 'اطلاعات' }])
  expect(terms(nearestTerms(archive.db, 'صفخه', { limit: 2 }))).toEqual(['صفحه'])
  expect(terms(nearestTerms(archive.db, 'کاریر', { limit: 2 }))).toEqual(['کاربر'])
  expect(terms(nearestTerms(archive.db, 'خاورن', { limit: 2 }))).toEqual(['خاوران'])
})

test('counts documents exactly, and forgets words that no document holds any more', () => {
  const archive = newArchive()
  const [first] = addDocuments(archive, [
    { text: 'witness witness', title: 'witness' },
    { text: 'witness' },
    { text: 'whitness' }
  ])
  expect(documentsWith(archive.db, 'witness')).toBe(2)
  run(archive.db, 'DELETE FROM fts WHERE rowid = ?', [first ?? 0])
  expect(documentsWith(archive.db, 'witness')).toBe(1)
  run(archive.db, 'DELETE FROM fts WHERE rowid = ?', [(first ?? 0) + 1])
  expect(documentsWith(archive.db, 'witness')).toBe(0)
  expect(nearestTerms(archive.db, 'witnes', { limit: 5 }).map(({ term, documents }) => [term, documents])).toEqual([
    ['whitness', 1]
  ])
})

test('knows the words of a document as soon as it is written, before and after a sweep', () => {
  const archive = newArchive()
  addDocuments(archive, [{ text: 'harbour' }])
  expect(terms(nearestTerms(archive.db, 'harbor', { limit: 5 }))).toEqual(['harbour'])
  sweep(archive.db)
  addDocuments(archive, [{ text: 'harbours', path: '/source/later.txt' }])
  expect(terms(nearestTerms(archive.db, 'harbor', { limit: 5 }))).toEqual(['harbour', 'harbours'])
  sweep(archive.db)
  expect(terms(nearestTerms(archive.db, 'harbor', { limit: 5 }))).toEqual(['harbour', 'harbours'])
})

test('a sweep that is left half done changes nothing, and words written meanwhile are kept', () => {
  const archive = newArchive()
  addDocuments(archive, [{ text: 'harbour' }])
  const left = sweepVocabulary(archive.db)
  left.next()
  expect(terms(nearestTerms(archive.db, 'harbor', { limit: 5 }))).toEqual(['harbour'])
  const whole = sweepVocabulary(archive.db)
  whole.next()
  addDocuments(archive, [{ text: 'harbors', path: '/source/later.txt' }])
  for (const _step of whole);
  expect(terms(nearestTerms(archive.db, 'harbor', { limit: 5 }))).toEqual(['harbors', 'harbour'])
})

test('words of a write that was rolled back are recorded when it is tried again', () => {
  const archive = newArchive()
  expect(() =>
    archive.db.transaction(() => {
      addDocuments(archive, [{ text: 'lighthouse' }])
      throw new Error('rolled back')
    })()
  ).toThrow('rolled back')
  forgetRecordedTerms(archive.db)
  addDocuments(archive, [{ text: 'lighthouse' }])
  expect(terms(nearestTerms(archive.db, 'lighthous', { limit: 5 }))).toEqual(['lighthouse'])
})

test('patterns: any run, one letter, folded, most frequent first', () => {
  const archive = newArchive()
  addDocuments(archive, [
    { text: 'khavaran khavar khawaran kavir Évin evin evan covid19' },
    { text: 'khawaran کتابخانه خانه' },
    { text: 'evin خانه' }
  ])
  for (const isSwept of [false, true]) {
    if (isSwept) sweep(archive.db)
    expect(terms(termsLike(archive.db, 'kha*an', { limit: 10 }))).toEqual(['khawaran', 'khavaran'])
    expect(terms(termsLike(archive.db, 'KHA?AR*', { limit: 10 }))).toEqual(['khawaran', 'khavar', 'khavaran'])
    expect(terms(termsLike(archive.db, 'e?ín', { limit: 10 }))).toEqual(['evin'])
    expect(terms(termsLike(archive.db, '*خانه', { limit: 10 }))).toEqual(['خانه', 'کتابخانه'])
    expect(terms(termsLike(archive.db, '*vid1?', { limit: 10 }))).toEqual(['covid19'])
    expect(termsLike(archive.db, 'evin', { limit: 10 })).toEqual([{ term: 'evin', documents: 2 }])
    expect(termsLike(archive.db, '*', { limit: 10 })).toEqual([])
    expect(termsLike(archive.db, '***?', { limit: 10 })).toEqual([])
    expect(termsLike(archive.db, '"', { limit: 10 })).toEqual([])
  }
})

test('lists read ahead hold the same words; so do those of a sweep that ends meanwhile', async () => {
  const archive = newArchive()
  addDocuments(archive, [{ text: 'harbour' }])
  sweep(archive.db)
  await warmKnownTerms(archive.db)
  expect(terms(nearestTerms(archive.db, 'harbor', { limit: 5 }))).toEqual(['harbour'])
  addDocuments(archive, [{ text: 'harbors', path: '/source/later.txt' }])
  sweep(archive.db)
  const warm = warmKnownTerms(archive.db)
  sweep(archive.db)
  await warm
  expect(terms(nearestTerms(archive.db, 'harbor', { limit: 5 }))).toEqual(['harbors', 'harbour'])
})

test('an archive that has no vocabulary yet gets one when it is opened', () => {
  const archive = newArchive()
  addDocuments(archive, [{ text: 'harbour' }])
  run(archive.db, 'DELETE FROM vocabulary_addition')
  run(archive.db, "DELETE FROM archive WHERE key = 'vocabulary_generation'")
  archive.close()
  const again = openArchive(archive.directory)
  expect(terms(nearestTerms(again.db, 'harbor', { limit: 5 }))).toEqual(['harbour'])
  again.close()
})
