import type { ReadDb } from '#engine/store/connection'
import { getExtractedFields, listCorrections } from '#engine/store/document-fields'
import { countMembers, findHolder, listFirstHolders, listHolders } from '#engine/store/embeddings'
import { summariseOcr } from '#engine/store/ocr-pages'
import { listSightings } from '#engine/store/sightings'
import { row, rows } from '#engine/store/statement'
import { asTag } from '#engine/store/tags'
import type { DocumentDetail, DocumentSummary, OriginalView, Problem, ProblemCode, TagRef } from '#shared/model/document'
import type { Fact } from '#shared/model/fact'
import type { DocumentId, ImportId } from '#shared/model/ids'

type SummaryRow = Omit<DocumentSummary, 'isRead' | 'isStarred' | 'tags' | 'heldWarnings' | 'holder'> &
  Readonly<{ isRead: number; isStarred: number }>

const SUMMARY = `d.id, d.title, d.author, d.publisher, d.date, d.language, d.direction, d.media_type AS mediaType, d.status,
  d.file_name AS fileName, coalesce((SELECT path FROM sighting WHERE document_id = d.id ORDER BY id LIMIT 1), d.file_name) AS path,
  d.is_read AS isRead, d.is_starred AS isStarred`

const toSummary = (db: ReadDb, found: SummaryRow): DocumentSummary => ({
  ...found,
  isRead: found.isRead === 1,
  isStarred: found.isStarred === 1,
  tags: listTagsOf(db, found.id),
  heldWarnings: listHeldWarnings(db, [found.id]).get(found.id) ?? [],
  holder: findHolder(db, found.id)
})

const TAG = 't.id, t.name, t.color, t.is_warning AS isWarning'
type StoredTagRef = Omit<TagRef, 'isWarning'> & Readonly<{ isWarning: number }>

/** In the order the tags were named. */
function listTagsOf(db: ReadDb, id: DocumentId): TagRef[] {
  return rows<StoredTagRef>(
    db,
    `SELECT ${TAG} FROM document_tag dt JOIN tag t ON t.id = dt.tag_id WHERE dt.document_id = ? ORDER BY t.name_key`,
    [id]
  ).map((stored) => asTag<TagRef>(stored))
}

export function findSummary(db: ReadDb, id: DocumentId): DocumentSummary | undefined {
  const found = row<SummaryRow>(db, `SELECT ${SUMMARY} FROM document d WHERE d.id = ?`, [id])
  return found && toSummary(db, found)
}

type FlaggedRow = SummaryRow & Readonly<{ isTagged: number; isHeld: number }>

/** Subtle: `CROSS JOIN` looks the documents up one by one; SQLite would first make a set of the ids. */
const MANY = `SELECT ${SUMMARY}, EXISTS (SELECT 1 FROM document_tag WHERE document_id = d.id) AS isTagged,
  EXISTS (SELECT 1 FROM embedding WHERE document_id = d.id) AS isHeld
  FROM json_each(?) wanted CROSS JOIN document d ON d.id = wanted.value`

/**
 * Summaries of many documents at once, by id; those that are not there are left out.
 * Cost: one statement, and one each for tags and for containers where there are any.
 */
export function listSummaries(db: ReadDb, ids: readonly DocumentId[]): Map<DocumentId, DocumentSummary> {
  if (ids.length === 0) return new Map()
  const found = rows<FlaggedRow>(db, MANY, [JSON.stringify(ids)])
  const tags = listTagsOfAll(db, idsOf(found, 'isTagged'))
  const held = idsOf(found, 'isHeld')
  const holders = listFirstHolders(db, held)
  const warnings = listHeldWarnings(db, held)
  const summaries = new Map<DocumentId, DocumentSummary>()
  for (const { isRead, isStarred, isTagged: _tagged, isHeld: _held, ...one } of found) {
    const more = {
      isRead: isRead === 1,
      isStarred: isStarred === 1,
      tags: tags.get(one.id) ?? [],
      heldWarnings: warnings.get(one.id) ?? [],
      holder: holders.get(one.id) ?? null
    }
    summaries.set(one.id, Object.assign(one, more))
  }
  return summaries
}

const idsOf = (found: readonly FlaggedRow[], flag: 'isTagged' | 'isHeld'): DocumentId[] =>
  found.filter((one) => one[flag] === 1).map(({ id }) => id)

function listTagsOfAll(db: ReadDb, ids: readonly DocumentId[]): Map<DocumentId, TagRef[]> {
  const tags = new Map<DocumentId, TagRef[]>()
  if (ids.length === 0) return tags
  for (const { documentId, ...tag } of rows<StoredTagRef & { documentId: DocumentId }>(
    db,
    `SELECT dt.document_id AS documentId, ${TAG} FROM document_tag dt JOIN tag t ON t.id = dt.tag_id
     WHERE dt.document_id IN (SELECT value FROM json_each(?)) ORDER BY t.name_key`,
    [JSON.stringify(ids)]
  ))
    tags.set(documentId, [...(tags.get(documentId) ?? []), asTag<TagRef>(tag)])
  return tags
}

/** Subtle: `UNION` ends where a file holds itself. */
const HELD_WARNINGS = `WITH RECURSIVE above (document_id, holder_id) AS (
    SELECT document_id, container_id FROM embedding WHERE document_id IN (SELECT value FROM json_each(?))
    UNION SELECT a.document_id, e.container_id FROM above a JOIN embedding e ON e.document_id = a.holder_id
  )
  SELECT DISTINCT a.document_id AS documentId, ${TAG} FROM above a
    JOIN document_tag dt ON dt.document_id = a.holder_id JOIN tag t ON t.id = dt.tag_id
    WHERE t.is_warning = 1 AND NOT EXISTS (SELECT 1 FROM document_tag WHERE tag_id = t.id AND document_id = a.document_id)
    ORDER BY t.name_key`

/**
 * Tags that warn of the files these documents lie in, on any level, by document; those that a document has itself are left out. Cost: one look
 * where no tag warns; else one statement, linear in the files that hold them.
 */
function listHeldWarnings(db: ReadDb, ids: readonly DocumentId[]): Map<DocumentId, TagRef[]> {
  const warnings = new Map<DocumentId, TagRef[]>()
  if (ids.length === 0 || row(db, 'SELECT 1 FROM tag WHERE is_warning = 1') === undefined) return warnings
  for (const { documentId, ...tag } of rows<StoredTagRef & { documentId: DocumentId }>(db, HELD_WARNINGS, [JSON.stringify(ids)]))
    warnings.set(documentId, [...(warnings.get(documentId) ?? []), asTag<TagRef>(tag)])
  return warnings
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
