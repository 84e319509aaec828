import { recordCustody } from '#engine/custody/record'
import { durableTransaction, type WriteDb } from '#engine/store/connection'
import {
  applyCorrections,
  getExtractedFields,
  listCorrections,
  removeCorrection,
  saveCorrection
} from '#engine/store/document-fields'
import { findDocumentSha256, findDocumentState, setShownFields } from '#engine/store/documents'
import { indexDocument } from '#engine/store/full-text'
import { recordTerms } from '#engine/store/record-terms'
import { readIndexColumns } from '#engine/store/stored-terms'
import { findDetail } from '#engine/store/summaries'
import { SanadError } from '#shared/errors'
import type { CorrectableField, DocumentDetail } from '#shared/model/document'
import type { DocumentId } from '#shared/model/ids'
import { firstDay } from '#shared/model/partial-date'

/**
 * Sets a field by hand, or with null goes back to what was read from the file. What was read stays beside it.
 * Throws SanadError `not-found`, or `bad-date` for a date that is none.
 */
export function correctField(db: WriteDb, id: DocumentId, field: CorrectableField, value: string | null): DocumentDetail {
  if (field === 'date' && value !== null && value !== '' && firstDay(value) === undefined) {
    throw new SanadError('bad-date', `“${value}” is not a date like 2020, 2020-12 or 2020-12-09.`)
  }
  return durableTransaction(db, () => {
    const state = findDocumentState(db, id)
    if (!state) throw new SanadError('not-found', `There is no document ${id} in this archive.`)
    const extracted = getExtractedFields(db, id)
    const before = listCorrections(db, id)
    if (value === null || value === (extracted[field] ?? '')) removeCorrection(db, id, field)
    else saveCorrection(db, id, field, value, Date.now())
    const after = listCorrections(db, id)
    const shown = applyCorrections(extracted, after)
    if (before[field] !== after[field]) {
      const from = applyCorrections(extracted, before)[field]
      const isTakenBack = after[field] === undefined
      recordCustody(db, 'corrected', { sha256: hexOf(db, id), field, from, to: shown[field], isTakenBack })
    }
    setShownFields(db, id, state.fileName, shown)
    if (field === 'title' || field === 'author' || field === 'publisher') reindexFields(db, id)
    const detail = findDetail(db, id)
    if (!detail) throw new Error(`document ${id} vanished inside a transaction`)
    return detail
  })
}

function hexOf(db: WriteDb, id: DocumentId): string {
  const sha256 = findDocumentSha256(db, id)
  if (!sha256) throw new Error(`document ${id} vanished inside a transaction`)
  return Buffer.from(sha256).toString('hex')
}

function reindexFields(db: WriteDb, id: DocumentId): void {
  const columns = readIndexColumns(db, id)
  indexDocument(db, id, columns, false)
  recordTerms(db, [columns.title, columns.people])
}
