import { expect, test } from 'vitest'
import { saveUndo, takeUndo } from '#engine/store/names'
import { newArchive } from '#tests/support/archive'

test('what was just changed can be taken back after the clock was put back, however much was changed before', () => {
  const { db } = newArchive()
  const change = (n: number) => ({ before: `["${n}"]`, after: '[]' })
  db.transaction(() => {
    for (let n = 0; n < 100; n++) saveUndo(db, `earlier ${n}`, change(n), 1_000_000 + n)
    for (let n = 100; n < 103; n++) saveUndo(db, `later ${n}`, change(n), n)
  })()
  for (let n = 100; n < 103; n++) expect(takeUndo(db, `later ${n}`)).toEqual(change(n))
  for (const n of [0, 1, 2]) expect(takeUndo(db, `earlier ${n}`)).toBeUndefined()
  expect(takeUndo(db, 'earlier 3')).toEqual(change(3))
})
