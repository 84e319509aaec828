import { basename } from 'node:path'
import type { ExtractedDocument } from '#engine/extract/job'
import type { BatchWriter } from '#engine/import/batch-writer'
import { outcomeOf, type Tally } from '#engine/import/counts'
import type { Refusal } from '#engine/import/read-file'
import type { PagePart, SourceFile, SourceFolder } from '#engine/import/walk'
import { writeNewDocument, writeReadAgain } from '#engine/import/write-document'
import type { TakenFile } from '#engine/originals/originals'
import type { WriteDb } from '#engine/store/connection'
import type { DocumentState } from '#engine/store/documents'
import { recordFolder } from '#engine/store/folders'
import { recordProblem, settleProblems } from '#engine/store/imports'
import { recordOriginal } from '#engine/store/originals'
import { findPagePartImport, recordPagePart } from '#engine/store/page-parts'
import { findSighting, insertSighting } from '#engine/store/sightings'
import type { DocumentId, FolderId, ImportId } from '#shared/model/ids'

export type TakenPart = PagePart & Readonly<{ taken: TakenFile }>

/** Puts units of an import into the writer's next commit, and counts each file where it falls. */
export class UnitWriter {
  readonly #db: WriteDb
  readonly #writer: BatchWriter
  readonly #tally: Tally
  readonly #importId: ImportId

  constructor(db: WriteDb, writer: BatchWriter, tally: Tally, importId: ImportId) {
    this.#db = db
    this.#writer = writer
    this.#tally = tally
    this.#importId = importId
  }

  /** A file that could not be read at all. */
  refuse(path: string, { code, message }: Refusal): Promise<void> {
    return this.#writer.write(0, () => {
      recordProblem(this.#db, { importId: this.#importId, path, code, message, documentId: null })
      this.#tally.add('failed', 0)
    })
  }

  /** A file whose document the archive has, in its present reading: at most a new place where it was seen. */
  sight(file: SourceFile, taken: TakenFile, known: DocumentState, parts: readonly TakenPart[]): Promise<void> {
    const seen = findSighting(this.#db, known.id, file.path)
    const isFromThisImport = seen?.importId === this.#importId
    if (seen && !isFromThisImport && parts.length === 0) {
      // Nothing to write: an unchanged file costs no transaction.
      this.#tally.add('copies', taken.sizeBytes, { unchanged: true })
      return Promise.resolve()
    }
    return this.#writer.write(0, () => {
      if (seen && isFromThisImport && seen.isFirst && known.importId === this.#importId) {
        // This import made the document before it was interrupted: it counts now as it did then.
        this.#tally.add(outcomeOf(known.status), taken.sizeBytes)
        const { problemCode: code, problemMessage: message, id: documentId } = known
        if (code) recordProblem(this.#db, { importId: this.#importId, path: file.path, code, message: message ?? '', documentId })
      } else this.#tally.add('copies', taken.sizeBytes, { unchanged: seen !== undefined && !isFromThisImport })
      if (!seen) this.#sight(known.id, file, taken)
      this.#writeParts(known.id, parts)
    })
  }

  /** A new document, or a new reading of a known one. */
  write(
    file: SourceFile,
    taken: TakenFile,
    known: DocumentState | undefined,
    extracted: ExtractedDocument,
    parts: readonly TakenPart[]
  ): Promise<void> {
    return this.#writer.write(extracted.textBytes, () => {
      const id = known ? this.#readAgain(file, taken, known, extracted) : this.#add(file, taken, extracted)
      this.#sight(id, file, taken)
      if (extracted.problem)
        recordProblem(this.#db, { importId: this.#importId, path: file.path, documentId: id, ...extracted.problem })
      this.#writeParts(id, parts)
    })
  }

  #add(file: SourceFile, taken: TakenFile, extracted: ExtractedDocument): DocumentId {
    const { sha256, sizeBytes } = taken
    const arrival = { sha256, sizeBytes, importId: this.#importId, fileName: basename(file.path), now: Date.now() }
    const id = writeNewDocument(this.#db, arrival, extracted)
    this.#tally.add(outcomeOf(extracted.status), sizeBytes)
    return id
  }

  #readAgain(file: SourceFile, taken: TakenFile, known: DocumentState, extracted: ExtractedDocument): DocumentId {
    const seen = findSighting(this.#db, known.id, file.path)
    writeReadAgain(this.#db, known.id, extracted, known.chosenCharset)
    this.#tally.add('copies', taken.sizeBytes, { unchanged: seen !== undefined })
    return known.id
  }

  #sight(documentId: DocumentId, file: SourceFile, taken: TakenFile): void {
    const { path } = file
    const folderId = this.#folderId(file.folder)
    insertSighting(this.#db, {
      documentId,
      folderId,
      importId: this.#importId,
      path,
      modifiedAt: taken.modifiedAt,
      seenAt: Date.now()
    })
    settleProblems(this.#db, path, documentId)
  }

  #writeParts(documentId: DocumentId, parts: readonly TakenPart[]): void {
    for (const { key, path, taken } of parts) {
      const first = findPagePartImport(this.#db, documentId, key, taken.sha256)
      if (first === undefined) {
        const originalId = recordOriginal(this.#db, taken.sha256, taken.sizeBytes, Date.now())
        recordPagePart(this.#db, { documentId, key, originalId, importId: this.#importId, path })
      }
      if (first === undefined || first === this.#importId) this.#tally.add('withoutText', taken.sizeBytes, { part: true })
      else this.#tally.add('copies', taken.sizeBytes, { part: true, unchanged: true })
    }
  }

  #folderId(folder: SourceFolder): FolderId {
    const parent = folder.parent === null ? null : this.#folderId(folder.parent)
    return recordFolder(this.#db, folder.path, folder.name, parent)
  }
}
