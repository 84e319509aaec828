/** Pages that OCR has read, or is to read. */
import type { ReadDb } from '#engine/store/connection'
import { row } from '#engine/store/statement'
import type { DocumentDetail } from '#shared/model/document'
import type { DocumentId } from '#shared/model/ids'

/** Where OCR stands with one document; null when it has no page for it. */
export function summariseOcr(db: ReadDb, id: DocumentId): DocumentDetail['ocr'] {
  const found = row<{ waiting: number; done: number; failed: number; confidence: number | null; languages: string | null }>(
    db,
    `SELECT count(*) FILTER (WHERE state = 'waiting') AS waiting, count(*) FILTER (WHERE state = 'done') AS done,
       count(*) FILTER (WHERE state = 'failed') AS failed, avg(confidence) AS confidence,
       max(CASE WHEN state = 'done' THEN languages END) AS languages
     FROM ocr_page WHERE document_id = ?`,
    [id]
  )
  if (!found || found.waiting + found.done + found.failed === 0) return null
  return { ...found, languages: found.languages === null ? [] : (JSON.parse(found.languages) as string[]) }
}
