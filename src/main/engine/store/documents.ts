import type { ReadDb, WriteDb } from '#engine/store/connection'
import type { DocumentFields } from '#engine/store/document-fields'
import { row, rows, run, type SqlValue } from '#engine/store/statement'
import type { Direction, DocumentStatus, OriginalView, ProblemCode } from '#shared/model/document'
import type { Fact } from '#shared/model/fact'
import type { DocumentId, ImportId } from '#shared/model/ids'
import { firstDay } from '#shared/model/partial-date'
import { indexText } from '#shared/text/index-text'

/** A document as reading it made it, fields apart. */
export type ReadResult = Readonly<{
  status: DocumentStatus
  problemCode: ProblemCode | null
  problemMessage: string | null
  mediaType: string
  format: string | null
  extractorVersion: number
  foldVersion: number
  charset: string | null
  direction: Direction
  wordCount: number
  originalView: OriginalView | null
  pageCount: number | null
  facts: readonly Fact[]
  languages: readonly string[]
  remoteResources: readonly string[]
}>

/** How far a known document is from what this program would make of the same bytes. */
export type DocumentState = Readonly<{
  id: DocumentId
  importId: ImportId
  status: DocumentStatus
  problemCode: ProblemCode | null
  problemMessage: string | null
  format: string | null
  mediaType: string
  extractorVersion: number
  foldVersion: number
  fileName: string
  chosenCharset: string | null
  password: string | null
}>

/** Title order: folded, so that case, accents and variants of a letter do not part what belongs together. */
export const titleKey = (title: string): string => indexText(title)

/** A document is never without a title: its file name stands in. */
export const titleOrName = (title: string | null, fileName: string): string => title ?? fileName

const STATE = `SELECT d.id, d.import_id AS importId, d.status, d.problem_code AS problemCode, d.problem_message AS problemMessage,
  d.format, d.media_type AS mediaType, d.extractor_version AS extractorVersion, d.fold_version AS foldVersion,
  d.file_name AS fileName, d.chosen_charset AS chosenCharset, d.password FROM document d`

export function findDocumentState(db: ReadDb, id: DocumentId): DocumentState | undefined {
  return row<DocumentState>(db, `${STATE} WHERE d.id = ?`, [id])
}

export function findDocumentBySha256(db: ReadDb, sha256: Uint8Array): DocumentState | undefined {
  return row<DocumentState>(db, `${STATE} JOIN original o ON o.id = d.original_id WHERE o.sha256 = ?`, [sha256])
}

/** SHA-256 of the originals of these documents, in the order in which the documents came in; unknown ones are passed over. */
export function listSha256Of(db: ReadDb, ids: readonly DocumentId[]): Uint8Array[] {
  return rows<{ sha256: Uint8Array }>(
    db,
    `SELECT o.sha256 FROM document d JOIN original o ON o.id = d.original_id
     WHERE d.id IN (SELECT value FROM json_each(?)) ORDER BY d.id`,
    [JSON.stringify(ids)]
  ).map(({ sha256 }) => sha256)
}

/** SHA-256 of the document's original; undefined when there is no such document. */
export function findDocumentSha256(db: ReadDb, id: DocumentId): Uint8Array | undefined {
  return row<{ sha256: Uint8Array }>(
    db,
    'SELECT o.sha256 FROM document d JOIN original o ON o.id = d.original_id WHERE d.id = ?',
    [id]
  )?.sha256
}

/** How many documents one version read in one way. */
export type ReadingGroup = Readonly<{
  format: string | null
  mediaType: string
  extractorVersion: number
  foldVersion: number
  documents: number
}>

/** Cost: one pass over all documents. */
export function listReadingGroups(db: ReadDb): ReadingGroup[] {
  return rows<ReadingGroup>(
    db,
    `SELECT format, media_type AS mediaType, extractor_version AS extractorVersion, fold_version AS foldVersion, count(*) AS documents
     FROM document GROUP BY 1, 2, 3, 4`
  )
}

export function listIdsOfGroup(db: ReadDb, { format, mediaType, extractorVersion, foldVersion }: ReadingGroup): DocumentId[] {
  return idsWhere(db, 'format IS ? AND media_type = ? AND extractor_version = ? AND fold_version = ?', [
    format,
    mediaType,
    extractorVersion,
    foldVersion
  ])
}

export function listIdsOfFormat(db: ReadDb, format: string): DocumentId[] {
  return idsWhere(db, 'format = ?', [format])
}

export function listIdsWithProblem(db: ReadDb, code: string): DocumentId[] {
  return idsWhere(db, 'problem_code = ?', [code])
}

function idsWhere(db: ReadDb, condition: string, params: readonly SqlValue[]): DocumentId[] {
  return rows<{ id: DocumentId }>(db, `SELECT id FROM document WHERE ${condition} ORDER BY id`, params).map(({ id }) => id)
}

export type NewDocument = Readonly<{ originalId: number; importId: ImportId; fileName: string; importedAt: number }>

export function insertDocument(db: WriteDb, made: NewDocument, result: ReadResult, fields: DocumentFields): DocumentId {
  const title = titleOrName(fields.title, made.fileName)
  return run(
    db,
    `INSERT INTO document (original_id, import_id, file_name, imported_at, extracted, title, title_key, author, publisher, date, first_day,
       language, source_url, status, problem_code, problem_message, media_type, format, extractor_version, fold_version, charset, direction,
       word_count, original_view, page_count, facts, languages, remote_resources)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    [
      made.originalId,
      made.importId,
      made.fileName,
      made.importedAt,
      JSON.stringify(fields),
      title,
      titleKey(title),
      fields.author,
      fields.publisher,
      fields.date,
      fields.date === null ? null : (firstDay(fields.date) ?? null),
      fields.language ?? 'und',
      fields.sourceUrl,
      ...resultValues(result)
    ]
  ).id as DocumentId
}

/** Puts a new reading of the same bytes in place of the old one. Fields are set by `setShownFields`. */
export function updateReading(
  db: WriteDb,
  id: DocumentId,
  result: ReadResult,
  extracted: DocumentFields,
  given: Readonly<{ charset: string | null; password: string | null }>
): void {
  run(
    db,
    `UPDATE document SET status = ?, problem_code = ?, problem_message = ?, media_type = ?, format = ?, extractor_version = ?,
       fold_version = ?, charset = ?, direction = ?, word_count = ?, original_view = ?, page_count = ?, facts = ?, languages = ?, remote_resources = ?,
       extracted = ?, chosen_charset = ?, password = ? WHERE id = ?`,
    [...resultValues(result), JSON.stringify(extracted), given.charset, given.password, id]
  )
}

function resultValues(result: ReadResult) {
  return [
    result.status,
    result.problemCode,
    result.problemMessage,
    result.mediaType,
    result.format,
    result.extractorVersion,
    result.foldVersion,
    result.charset,
    result.direction,
    result.wordCount,
    result.originalView,
    result.pageCount,
    JSON.stringify(result.facts),
    JSON.stringify(result.languages),
    JSON.stringify(result.remoteResources)
  ] as const
}

/** Says by which version a document was read in full: a file that holds others only once they are all in. */
export function setExtractorVersion(db: WriteDb, id: DocumentId, version: number): void {
  run(db, 'UPDATE document SET extractor_version = ? WHERE id = ?', [version, id])
}

/** Says why a document could not be read again, and leaves its earlier reading as it is. */
export function setProblem(db: WriteDb, id: DocumentId, code: ProblemCode, message: string): void {
  run(db, 'UPDATE document SET problem_code = ?, problem_message = ? WHERE id = ?', [code, message, id])
}

/** Sets the fields as they are shown from now on. */
export function setShownFields(db: WriteDb, id: DocumentId, fileName: string, shown: DocumentFields): void {
  const title = titleOrName(shown.title, fileName)
  run(
    db,
    `UPDATE document SET title = ?, title_key = ?, author = ?, publisher = ?, date = ?, first_day = ?, language = ?, source_url = ?
     WHERE id = ?`,
    [
      title,
      titleKey(title),
      shown.author,
      shown.publisher,
      shown.date,
      shown.date === null ? null : (firstDay(shown.date) ?? null),
      shown.language ?? 'und',
      shown.sourceUrl,
      id
    ]
  )
}

/** Sets one of the two marks on many documents; the number that changed. */
export function setMark(db: WriteDb, mark: 'is_read' | 'is_starred', ids: readonly DocumentId[], on: boolean): number {
  let changed = 0
  for (const id of ids)
    changed += run(db, `UPDATE document SET ${mark} = ? WHERE id = ? AND ${mark} <> ?`, [on ? 1 : 0, id, on ? 1 : 0]).changes
  return changed
}
