/** Writes what was read from one original: document, text and index rows belong to one transaction, which the caller opens. */

import type { ExtractedDocument } from '#engine/extract/job'
import type { WriteDb } from '#engine/store/connection'
import { applyCorrections, type DocumentFields, listCorrections } from '#engine/store/document-fields'
import {
  findDocumentState,
  insertDocument,
  type ReadResult,
  setShownFields,
  titleOrName,
  updateReading
} from '#engine/store/documents'
import { indexDocument, recordCompounds } from '#engine/store/full-text'
import { recordOriginal } from '#engine/store/originals'
import { saveText } from '#engine/store/texts'
import type { DocumentId, ImportId } from '#shared/model/ids'
import { keepsReversed } from '#shared/text/compound'
import { FOLD_VERSION } from '#shared/text/fold'
import { indexText } from '#shared/text/index-text'

export type Arrival = Readonly<{ sha256: Uint8Array; sizeBytes: number; importId: ImportId; fileName: string; now: number }>

export function writeNewDocument(db: WriteDb, arrival: Arrival, extracted: ExtractedDocument): DocumentId {
  const originalId = recordOriginal(db, arrival.sha256, arrival.sizeBytes, arrival.now)
  const fields = fieldsOf(extracted)
  const made = { originalId, importId: arrival.importId, fileName: arrival.fileName, importedAt: arrival.now }
  const id = insertDocument(db, made, resultOf(extracted), fields)
  writeTextAndIndex(db, id, extracted, fields, arrival.fileName, true)
  return id
}

/** Puts a new reading of the same original in place; tags, marks and corrections stay as they are. */
export function writeReadAgain(db: WriteDb, id: DocumentId, extracted: ExtractedDocument, chosenCharset: string | null): void {
  const state = findDocumentState(db, id)
  if (!state) throw new Error(`document ${id} is not in the archive`)
  const fields = fieldsOf(extracted)
  const shown = applyCorrections(fields, listCorrections(db, id))
  updateReading(db, id, resultOf(extracted), fields, chosenCharset)
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
  saveText(db, id, extracted.blocks, extracted.allText)
  const { body, rest } = extracted.index
  indexDocument(db, id, { ...fieldTerms(shown, fileName), body, rest }, isNew)
  recordCompounds(db, compoundTerms(body, rest))
}

/** Index terms of the fields that a person may correct. */
export function fieldTerms(shown: DocumentFields, fileName: string): Readonly<{ title: string; people: string }> {
  const people = [shown.author, shown.publisher].filter((name) => name !== null)
  return { title: indexText(titleOrName(shown.title, fileName)), people: indexText(people.join('\n')) }
}

/** Nothing shorter, and no other script, is kept by its end; other terms need no look at all. */
const LONG_TERMS = /[a-z\u00e0-\u024f]{11,}(?= |$)/g

function compoundTerms(...columns: readonly string[]): Set<string> {
  const terms = new Set<string>()
  for (const column of columns) {
    for (const term of column.match(LONG_TERMS) ?? []) if (keepsReversed(term)) terms.add(term)
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
