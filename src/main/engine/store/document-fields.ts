/** The fields a person may correct: what was extracted, what was corrected, and what is therefore shown. */

import type { ReadDb, WriteDb } from '#engine/store/connection'
import { row, rows, run } from '#engine/store/statement'
import { CORRECTABLE_FIELDS, type CorrectableField } from '#shared/model/document'
import type { DocumentId } from '#shared/model/ids'

export type DocumentFields = Readonly<Record<CorrectableField, string | null>>

/** What was read from the file itself. Throws when there is no such document. */
export function getExtractedFields(db: ReadDb, id: DocumentId): DocumentFields {
  const found = row<{ extracted: string }>(db, 'SELECT extracted FROM document WHERE id = ?', [id])
  if (!found) throw new Error(`document ${id} is not in the archive`)
  return JSON.parse(found.extracted) as DocumentFields
}

export function listCorrections(db: ReadDb, id: DocumentId): Partial<Record<CorrectableField, string>> {
  const corrections: Partial<Record<CorrectableField, string>> = {}
  for (const correction of rows<{ field: CorrectableField; value: string }>(
    db,
    'SELECT field, value FROM correction WHERE document_id = ?',
    [id]
  )) {
    if (CORRECTABLE_FIELDS.includes(correction.field)) corrections[correction.field] = correction.value
  }
  return corrections
}

/** An empty value is a correction too: "there is none". */
export function saveCorrection(db: WriteDb, id: DocumentId, field: CorrectableField, value: string, now: number): void {
  run(
    db,
    `INSERT INTO correction (document_id, field, value, corrected_at) VALUES (?, ?, ?, ?)
     ON CONFLICT (document_id, field) DO UPDATE SET value = excluded.value, corrected_at = excluded.corrected_at`,
    [id, field, value, now]
  )
}

export function removeCorrection(db: WriteDb, id: DocumentId, field: CorrectableField): void {
  run(db, 'DELETE FROM correction WHERE document_id = ? AND field = ?', [id, field])
}

/** Corrections win; an empty correction means the field has no value. */
export function applyCorrections(
  extracted: DocumentFields,
  corrections: Partial<Record<CorrectableField, string>>
): DocumentFields {
  const shown: Record<CorrectableField, string | null> = { ...extracted }
  for (const field of CORRECTABLE_FIELDS) {
    const correction = corrections[field]
    if (correction !== undefined) shown[field] = correction === '' ? null : correction
  }
  return shown
}
