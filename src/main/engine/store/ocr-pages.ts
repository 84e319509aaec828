/** Pages that OCR has read, or is to read. */
import type { ReadDb, WriteDb } from '#engine/store/connection'
import { packText, unpackText } from '#engine/store/packing'
import { row, rows, run, value } from '#engine/store/statement'
import type { DocumentDetail } from '#shared/model/document'
import type { DocumentId } from '#shared/model/ids'
import type { PageWord } from '#shared/model/page-layer'

export type OcrPage = Readonly<{ documentId: DocumentId; page: number }>

/** Offsets count in the page's own OCR text. */
export type OcrWord = Omit<PageWord, 'text'>

/** What OCR read on one page. `confidence` is the mean of its words, 0 to 100; null without words. */
export type OcrReading = Readonly<{
  text: string
  words: readonly OcrWord[]
  confidence: number | null
  languages: readonly string[]
}>

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

/**
 * Lets these pages of a document (1-based) wait for OCR. What was read or has failed before stays so; pages that are no scans go. Called
 * after each reading of the document: where nothing waits any more and pages have failed, its row says so.
 */
export function queueScans(db: WriteDb, id: DocumentId, pages: readonly number[]): void {
  const list = JSON.stringify(pages)
  run(db, 'DELETE FROM ocr_page WHERE document_id = ? AND page NOT IN (SELECT value FROM json_each(?))', [id, list])
  run(db, `INSERT OR IGNORE INTO ocr_page (document_id, page, state) SELECT ?, value, 'waiting' FROM json_each(?)`, [id, list])
  noteFailedPages(db, id)
}

/** A document that still says that it waits, or says nothing, tells of the pages that OCR could not read. Other trouble is more urgent. */
function noteFailedPages(db: WriteDb, id: DocumentId): void {
  const { waiting, done, failed, message } = ocrStanding(db, id)
  if (failed === 0 || waiting > 0) return
  const which = done === 0 ? 'OCR could not read it.' : `OCR could not read ${failed} of ${failed + done} pages.`
  run(
    db,
    `UPDATE document SET problem_code = 'ocr-failed', problem_message = ?,
       status = CASE status WHEN 'needs-ocr' THEN 'no-text' ELSE status END
     WHERE id = ? AND (problem_code IS NULL OR problem_code IN ('needs-ocr', 'ocr-failed'))`,
    [`${which} ${message ?? ''}`.trim(), id]
  )
}

/** The page whose turn it is: the first waiting one of the document that came first; undefined when none waits. */
export function nextWaitingPage(db: ReadDb): OcrPage | undefined {
  return row<OcrPage>(
    db,
    `SELECT document_id AS documentId, page FROM ocr_page WHERE state = 'waiting' ORDER BY document_id, page LIMIT 1`
  )
}

/** Keeps what was read; `seconds` is what it took, `version` the engine's. */
export function saveOcrPage(db: WriteDb, at: OcrPage, reading: OcrReading, seconds: number, version: number): void {
  run(
    db,
    `UPDATE ocr_page SET state = 'done', languages = ?, engine_version = ?, confidence = ?, seconds = ?, message = NULL, text = ?, words = ?
     WHERE document_id = ? AND page = ?`,
    [
      JSON.stringify(reading.languages),
      version,
      reading.confidence,
      seconds,
      packText(reading.text),
      packText(JSON.stringify(reading.words.map(({ start, end, x, y, width, height }) => [start, end, x, y, width, height]))),
      at.documentId,
      at.page
    ]
  )
}

/** Records why a page can not be read. What was read on it before stays. */
export function failOcrPage(db: WriteDb, at: OcrPage, message: string): void {
  run(db, `UPDATE ocr_page SET state = 'failed', message = ? WHERE document_id = ? AND page = ?`, [
    message,
    at.documentId,
    at.page
  ])
}

/** Pages of the whole archive that are still to be read, and that could not be. Cost: two narrow indexes. */
export function countOpenOcr(db: ReadDb): Readonly<{ waiting: number; failed: number }> {
  const found = row<{ waiting: number; failed: number }>(
    db,
    `SELECT (SELECT count(*) FROM ocr_page WHERE state = 'waiting') AS waiting,
       (SELECT count(*) FROM ocr_page WHERE state = 'failed') AS failed`
  )
  return found ?? { waiting: 0, failed: 0 }
}

/** Pages of the whole archive that are read. Cost: a walk over all that was read; keep the number. */
export function countReadOcr(db: ReadDb): number {
  return value<number>(db, `SELECT count(*) FROM ocr_page WHERE state = 'done'`) ?? 0
}

/** Lets all failed pages wait again, and their documents say so; the number of pages. */
export function retryFailedOcr(db: WriteDb): number {
  run(
    db,
    `UPDATE document SET problem_code = 'needs-ocr', problem_message = 'Its words are read by OCR again, in the background.'
     WHERE problem_code = 'ocr-failed' AND id IN (SELECT document_id FROM ocr_page WHERE state = 'failed')`
  )
  return run(db, `UPDATE ocr_page SET state = 'waiting', message = NULL WHERE state = 'failed'`).changes
}

/** Lets pages that an older engine read wait again; their number. */
export function requeueOutdatedOcr(db: WriteDb, version: number): number {
  return run(db, `UPDATE ocr_page SET state = 'waiting' WHERE state = 'done' AND engine_version < ?`, [version]).changes
}

/** What was read of a document, page by page, pages without words included; what waits to be read again counts as it was read. */
export function listOcrTexts(db: ReadDb, id: DocumentId): { page: number; text: string }[] {
  return rows<{ page: number; text: Uint8Array }>(
    db,
    'SELECT page, text FROM ocr_page WHERE document_id = ? AND text IS NOT NULL ORDER BY page',
    [id]
  ).map(({ page, text }) => ({ page, text: unpackText(text) }))
}

/** What was read on one page; undefined when nothing was yet. */
export function findOcrReading(db: ReadDb, { documentId, page }: OcrPage): OcrReading | undefined {
  const found = row<{ text: Uint8Array; words: Uint8Array; confidence: number | null; languages: string }>(
    db,
    'SELECT text, words, confidence, languages FROM ocr_page WHERE document_id = ? AND page = ? AND text IS NOT NULL',
    [documentId, page]
  )
  if (!found) return undefined
  const boxes = JSON.parse(unpackText(found.words)) as [number, number, number, number, number, number][]
  return {
    text: unpackText(found.text),
    words: boxes.map(([start, end, x, y, width, height]) => ({ start, end, x, y, width, height })),
    confidence: found.confidence,
    languages: JSON.parse(found.languages) as string[]
  }
}

function ocrStanding(
  db: ReadDb,
  id: DocumentId
): Readonly<{ waiting: number; done: number; failed: number; message: string | null }> {
  const found = row<{ waiting: number; done: number; failed: number; message: string | null }>(
    db,
    `SELECT count(*) FILTER (WHERE state = 'waiting') AS waiting, count(*) FILTER (WHERE state = 'done') AS done,
       count(*) FILTER (WHERE state = 'failed') AS failed,
       (SELECT message FROM ocr_page WHERE document_id = ? AND state = 'failed' ORDER BY page LIMIT 1) AS message
     FROM ocr_page WHERE document_id = ?`,
    [id, id]
  )
  return found ?? { waiting: 0, done: 0, failed: 0, message: null }
}
