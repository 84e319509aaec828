import { expect, test } from 'vitest'
import { nearestSpellings } from '#engine/rollcall/nearest-spellings'
import { addDocuments, newArchive } from '#tests/support/archive'

test('what is spelled nearly like a missing name and stands in the archive is offered, nearest first', () => {
  const { db } = (() => {
    const archive = newArchive()
    addDocuments(archive, [
      { text: 'Reza Darvan came. Later Riza Darvan went.' },
      { text: 'Sara Nehrin. Ali Akbar Nehrin. Words of Sara, and of Darvan.' }
    ])
    return archive
  })()
  expect(nearestSpellings(db, 'Rezza Darvan', 'names')).toMatchObject([
    { text: 'reza darvan', query: '"reza darvan"', documents: 1, kind: 'spelling' },
    { text: 'riza darvan', documents: 1 }
  ])
  expect(nearestSpellings(db, 'Ali Reza Nehrin', 'names')).toEqual([])
  expect(nearestSpellings(db, 'Ali Akbar Hossein Nehrin', 'names')).toMatchObject([{ text: 'ali akbar nehrin', documents: 1 }])
  expect(nearestSpellings(db, 'Sara Darvan', 'names')).toMatchObject([{ kind: 'apart', documents: 1 }])
  expect(nearestSpellings(db, 'Saraa Darvann', 'names')).toMatchObject([{ text: 'sara … darvan', kind: 'apart' }])
  expect(nearestSpellings(db, 'Wodrx Darvan', 'names')).toEqual([])
  expect(nearestSpellings(db, 'سارا نهرین', 'names')).toMatchObject([{ text: 'sara nehrin', kind: 'script', documents: 1 }])
  expect(nearestSpellings(db, 'Quite Nothing', 'names')).toEqual([])
  expect(nearestSpellings(db, 'Sarra -Reza', 'queries')).toMatchObject([{ query: 'sara -Reza', documents: 1 }])
})
