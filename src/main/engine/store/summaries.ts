import type { ReadDb } from '#engine/store/connection'
import { getExtractedFields, listCorrections } from '#engine/store/document-fields'
import { countMembers, findHolder, listFirstHolders, listHolders } from '#engine/store/embeddings'
import { summariseOcr } from '#engine/store/ocr-pages'
import { listSightings } from '#engine/store/sightings'
import { row, rows } from '#engine/store/statement'
import type { DocumentDetail, DocumentSummary, OriginalView, Problem, ProblemCode, TagRef } from '#shared/model/document'
import type { Fact } from '#shared/model/fact'
import type { DocumentId, ImportId } from '#shared/model/ids'

type SummaryRow = Omit<DocumentSummary, 'isRead' | 'isStarred' | 'tags' | 'holder'> &
  Readonly<{ isRead: number; isStarred: number }>

const SUMMARY = `d.id, d.title, d.author, d.publisher, d.date, d.language, d.direction, d.media_type AS mediaType, d.status,
  d.file_name AS fileName, coalesce((SELECT path FROM sighting WHERE document_id = d.id ORDER BY id LIMIT 1), d.file_name) AS path,
  d.is_read AS isRead, d.is_starred AS isStarred`

const toSummary = (db: ReadDb, found: SummaryRow): DocumentSummary => ({
  ...found,
  isRead: found.isRead === 1,
  isStarred: found.isStarred === 1,
  tags: listTagsOf(db, found.id),
  holder: findHolder(db, found.id)
})

/** In the order the tags were named. */
function listTagsOf(db: ReadDb, id: DocumentId): TagRef[] {
  return rows<TagRef>(
    db,
    'SELECT t.id, t.name, t.color FROM document_tag dt JOIN tag t ON t.id = dt.tag_id WHERE dt.document_id = ? ORDER BY t.name_key',
    [id]
  )
}

export function findSummary(db: ReadDb, id: DocumentId): DocumentSummary | undefined {
  const found = row<SummaryRow>(db, `SELECT ${SUMMARY} FROM document d WHERE d.id = ?`, [id])
  return found && toSummary(db, found)
}

/**
 * Summaries of many documents at once, by id; those that are not there are left out.
 * Cost: three statements, whatever the number.
 */
export function listSummaries(db: ReadDb, ids: readonly DocumentId[]): Map<DocumentId, DocumentSummary> {
  if (ids.length === 0) return new Map()
  const wanted = [JSON.stringify(ids)]
  const found = rows<SummaryRow>(db, `SELECT ${SUMMARY} FROM document d WHERE d.id IN (SELECT value FROM json_each(?))`, wanted)
  const tags = new Map<DocumentId, TagRef[]>()
  for (const { documentId, ...tag } of rows<TagRef & { documentId: DocumentId }>(
    db,
    `SELECT dt.document_id AS documentId, t.id, t.name, t.color FROM document_tag dt JOIN tag t ON t.id = dt.tag_id
     WHERE dt.document_id IN (SELECT value FROM json_each(?)) ORDER BY t.name_key`,
    wanted
  ))
    tags.set(documentId, [...(tags.get(documentId) ?? []), tag])
  const holders = listFirstHolders(db, ids)
  return new Map(
    found.map((one) => [
      one.id,
      {
        ...one,
        isRead: one.isRead === 1,
        isStarred: one.isStarred === 1,
        tags: tags.get(one.id) ?? [],
        holder: holders.get(one.id) ?? null
      }
    ])
  )
}

type DetailRow = SummaryRow &
  Readonly<{
    sourceUrl: string | null
    sizeBytes: number
    sha256: Uint8Array
    charset: string | null
    chosenCharset: string | null
    wordCount: number
    importedAt: number
    importId: ImportId
    originalView: OriginalView | null
    pageCount: number | null
    facts: string
    languages: string
    format: string | null
    ocrLanguages: string | null
    remoteResources: string
    problemCode: ProblemCode | null
    problemMessage: string | null
  }>

/** Everything about one document but its text; undefined when there is none with this id. */
export function findDetail(db: ReadDb, id: DocumentId): DocumentDetail | undefined {
  const found = row<DetailRow>(
    db,
    `SELECT ${SUMMARY}, d.source_url AS sourceUrl, o.size_bytes AS sizeBytes, o.sha256, d.charset, d.chosen_charset AS chosenCharset,
       d.word_count AS wordCount, d.imported_at AS importedAt, d.import_id AS importId, d.original_view AS originalView,
       d.page_count AS pageCount, d.facts, d.languages, d.format, d.ocr_languages AS ocrLanguages,
       d.remote_resources AS remoteResources, d.problem_code AS problemCode, d.problem_message AS problemMessage
     FROM document d JOIN original o ON o.id = d.original_id WHERE d.id = ?`,
    [id]
  )
  if (!found) return undefined
  const { problemCode, problemMessage, chosenCharset, ...rest } = found
  return {
    ...rest,
    ...toSummary(db, found),
    sha256: Buffer.from(found.sha256).toString('hex'),
    charsetChosen: chosenCharset !== null,
    facts: JSON.parse(found.facts) as Fact[],
    languages: JSON.parse(found.languages) as string[],
    ocrLanguages: found.ocrLanguages === null ? null : (JSON.parse(found.ocrLanguages) as string[]),
    members: countMembers(db, id),
    heldBy: listHolders(db, id),
    ocr: summariseOcr(db, id),
    remoteResources: JSON.parse(found.remoteResources) as string[],
    sightings: listSightings(db, id),
    corrected: correctedFields(db, id),
    problem: problemCode === null ? null : problem(found.path, problemCode, problemMessage, id)
  }
}

const problem = (path: string, code: ProblemCode, message: string | null, documentId: DocumentId): Problem => ({
  path,
  code,
  message: message ?? code,
  documentId
})

function correctedFields(db: ReadDb, id: DocumentId): DocumentDetail['corrected'] {
  const extracted = getExtractedFields(db, id)
  return Object.fromEntries(
    Object.keys(listCorrections(db, id)).map((field) => [field, extracted[field as keyof typeof extracted]])
  )
}
