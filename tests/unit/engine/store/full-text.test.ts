import { expect, test } from 'vitest'
import { transaction } from '#engine/store/connection'
import { indexDocument } from '#engine/store/full-text'
import { settleProblems } from '#engine/store/imports'
import { value } from '#engine/store/statement'
import type { DocumentId } from '#shared/model/ids'
import { newArchive } from '#tests/support/archive'

test('the documents of one commit make one segment of the index', () => {
  const { db } = newArchive()
  transaction(db, () => {
    for (let id = 1; id <= 8; id++) {
      indexDocument(db, id as DocumentId, { title: '', people: '', body: `darvan road ${id}`, rest: '' }, true)
      settleProblems(db, `/source/${id}.txt`, id as DocumentId)
    }
  })
  expect(value(db, 'SELECT count(DISTINCT segid) FROM fts_idx')).toBe(1)
})
