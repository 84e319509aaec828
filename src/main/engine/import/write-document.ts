/** Writes what was read from one original: document, text and index rows belong to one transaction, which the caller opens. */

import type { ExtractedDocument } from '#engine/extract/job'
import type { WriteDb } from '#engine/store/connection'
import { recordDigests } from '#engine/store/document-digests'
import { applyCorrections, type DocumentFields, listCorrections } from '#engine/store/document-fields'
import {
  type DocumentState,
  findDocumentState,
  insertDocument,
  type ReadResult,
  setProblem,
  setShownFields,
  titleOrName,
  updateReading
} from '#engine/store/documents'
import { indexDocument, recordCompounds } from '#engine/store/full-text'
import { recordMessage } from '#engine/store/messages'
import { queueScans } from '#engine/store/ocr-pages'
import { recordOriginal } from '#engine/store/originals'
import { recordTerms } from '#engine/store/record-terms'
import { saveText } from '#engine/store/texts'
import type { DocumentStatus } from '#shared/model/document'
import type { DocumentId, ImportId } from '#shared/model/ids'
import { keepsReversed } from '#shared/text/compound'
import { FOLD_VERSION } from '#shared/text/fold'
import { indexColumn } from '#shared/text/hangul-words'

export type Arrival = Readonly<{ sha256: Uint8Array; sizeBytes: number; importId: ImportId; fileName: string; now: number }>

export function writeNewDocument(db: WriteDb, arrival: Arrival, extracted: ExtractedDocument): DocumentId {
  const originalId = recordOriginal(db, arrival.sha256, arrival.sizeBytes, arrival.now)
  const fields = fieldsOf(extracted)
  const made = { originalId, importId: arrival.importId, fileName: arrival.fileName, importedAt: arrival.now }
  const id = insertDocument(db, made, resultOf(extracted), fields)
  writeTextAndIndex(db, id, extracted, fields, arrival.fileName, true)
  return id
}

/** What a person told of a document so that it can be read. */
export type GivenByPerson = Readonly<{ charset: string | null; password: string | null }>

/**
 * True when a reading that failed, or met a lock, would take the place of one that has something: then the earlier one stays, and so does
 * the version that made it, so that it is tried again.
 */
export function isWorseReading(known: Pick<DocumentState, 'status'>, extracted: ExtractedDocument): boolean {
  return GIVEN_UP.includes(extracted.status) && !GIVEN_UP.includes(known.status)
}

const GIVEN_UP: readonly DocumentStatus[] = ['failed', 'locked', 'not-readable-yet']

/** The row of a reading that was not taken: the document keeps what it has, and says that there was trouble. */
export function writeKeptReading(db: WriteDb, id: DocumentId, { problem }: ExtractedDocument): void {
  const message = `It could not be read again; what was read earlier stays. ${problem?.message ?? ''}`.trim()
  setProblem(db, id, problem?.code ?? 'damaged', message)
}

/** Puts a new reading of the same original in place; tags, marks and corrections stay as they are. */
export function writeReadAgain(db: WriteDb, id: DocumentId, extracted: ExtractedDocument, given: GivenByPerson): void {
  const state = findDocumentState(db, id)
  if (!state) throw new Error(`document ${id} is not in the archive`)
  const fields = fieldsOf(extracted)
  const shown = applyCorrections(fields, listCorrections(db, id))
  updateReading(db, id, resultOf(extracted), fields, given)
  setShownFields(db, id, state.fileName, shown)
  writeTextAndIndex(db, id, extracted, shown, state.fileName, false)
}

function writeTextAndIndex(
  db: WriteDb,
  id: DocumentId,
  extracted: ExtractedDocument,
  shown: DocumentFields,
  fileName: string,
  isNew: boolean
): void {
  saveText(db, id, extracted.text)
  recordDigests(db, id, isNew)
  const { body, rest } = extracted.index
  const { title, people } = fieldTerms(shown, fileName)
  indexDocument(db, id, { title, people, body, rest }, isNew)
  recordCompounds(db, compoundTerms(body, rest))
  recordTerms(db, [title, people, body, rest])
  if (extracted.scans.length > 0 || !isNew) queueScans(db, id, extracted.scans)
  if (extracted.message !== null || !isNew) recordMessage(db, id, extracted.message)
}

/** Index terms of the fields that a person may correct. */
function fieldTerms(shown: DocumentFields, fileName: string): Readonly<{ title: string; people: string }> {
  const people = [shown.author, shown.publisher].filter((name) => name !== null)
  return { title: indexColumn(titleOrName(shown.title, fileName)), people: indexColumn(people.join('\n')) }
}

/** Nothing shorter, and no other script, is kept by its end; other terms need no look at all. */
const SHORTEST_COMPOUND = 11
const LATIN_AT_END = /[a-z\u00e0-\u024f]{11,}$/

/** The terms of the columns that are kept by their ends. Subtle: a pattern over a whole column takes four times as long. */
function compoundTerms(...columns: readonly string[]): Set<string> {
  const terms = new Set<string>()
  for (const column of columns) {
    for (let start = 0; start < column.length; ) {
      const space = column.indexOf(' ', start)
      const end = space < 0 ? column.length : space
      if (end - start >= SHORTEST_COMPOUND) {
        const term = LATIN_AT_END.exec(column.slice(start, end))?.[0]
        if (term !== undefined && keepsReversed(term)) terms.add(term)
      }
      start = end + 1
    }
  }
  return terms
}

function fieldsOf(extracted: ExtractedDocument): DocumentFields {
  const { title, author, publisher, date, language, sourceUrl } = extracted
  return { title, author, publisher, date, language, sourceUrl }
}

function resultOf(extracted: ExtractedDocument): ReadResult {
  return {
    status: extracted.status,
    problemCode: extracted.problem?.code ?? null,
    problemMessage: extracted.problem?.message ?? null,
    mediaType: extracted.mediaType,
    format: extracted.format,
    extractorVersion: extracted.extractorVersion,
    foldVersion: FOLD_VERSION,
    charset: extracted.charset,
    direction: extracted.direction,
    wordCount: extracted.wordCount,
    originalView: extracted.originalView,
    pageCount: extracted.pageCount,
    facts: extracted.facts,
    languages: extracted.languages,
    remoteResources: extracted.remoteResources
  }
}
