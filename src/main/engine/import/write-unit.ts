import { basename } from 'node:path'
import type { ExtractedDocument } from '#engine/extract/job'
import type { BatchWriter } from '#engine/import/batch-writer'
import { type Outcome, outcomeOf, type Tally } from '#engine/import/counts'
import type { Refusal } from '#engine/import/read-file'
import type { PagePart, SourceFolder } from '#engine/import/walk'
import { isWorseReading, writeKeptReading, writeNewDocument, writeReadAgain } from '#engine/import/write-document'
import type { TakenFile } from '#engine/originals/take-file'
import type { WriteDb } from '#engine/store/connection'
import { type DocumentState, findDocumentState, setExtractorVersion } from '#engine/store/documents'
import { listFirstMetInside, recordEmbedding, removeEmbedding, trimEmbeddings } from '#engine/store/embeddings'
import { recordFolder } from '#engine/store/folders'
import { countRefusedInside, recordProblem, settleProblems } from '#engine/store/imports'
import { recordOriginal } from '#engine/store/originals'
import { findPagePartImport, recordPagePart } from '#engine/store/page-parts'
import { findSighting, insertSighting } from '#engine/store/sightings'
import type { Relation } from '#shared/model/family'
import type { DocumentId, FolderId, ImportId } from '#shared/model/ids'

export type TakenPart = PagePart & Readonly<{ taken: TakenFile }>

/** Where a document lies inside another. */
export type Held = Readonly<{
  containerId: DocumentId
  ordinal: number
  relation: Relation
  /** Path inside the container. */
  label: string
  /** JSON of `Declared`, or null. */
  declared: string | null
}>

/** A place where a document is seen: a file on disk, or inside another document. */
export type Seen = Readonly<{ path: string; folder: SourceFolder; held?: Held }>

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
  refuse(path: string, { code, message }: Refusal, isInside = false): Promise<void> {
    return this.#writer.write(0, () => {
      recordProblem(this.#db, { importId: this.#importId, path, code, message, documentId: null })
      if (isInside) this.#tally.addInside('failed')
      else this.#tally.add('failed', 0)
    })
  }

  /** A member that could not be taken: what lay there before lies there no more. */
  refuseMember(path: string, containerId: DocumentId, ordinal: number, refusal: Refusal): Promise<void> {
    void this.#writer.write(0, () => removeEmbedding(this.#db, containerId, ordinal))
    return this.refuse(path, refusal, true)
  }

  /** A file whose document the archive has, in its present reading: at most a new place where it was seen. */
  sight(place: Seen, taken: TakenFile, known: DocumentState, parts: readonly TakenPart[]): Promise<void> {
    const seen = findSighting(this.#db, known.id, place.path)
    const isFromThisImport = seen?.importId === this.#importId
    if (seen && !isFromThisImport && parts.length === 0 && !place.held) {
      // Nothing to write: an unchanged file costs no transaction.
      this.#tally.add('copies', taken.sizeBytes, { unchanged: true })
      return Promise.resolve()
    }
    return this.#writer.write(0, () => {
      if (this.#isMadeByThisImport(known, place)) {
        // This import made the document before it was interrupted: it counts now as it did then.
        this.#count(place, outcomeOf(known.status), taken.sizeBytes)
        if (known.status === 'needs-ocr') this.#tally.addScan()
        this.#countInside(known.id, place.path)
        const { problemCode: code, problemMessage: message, id: documentId } = known
        if (code)
          recordProblem(this.#db, { importId: this.#importId, path: place.path, code, message: message ?? '', documentId })
      } else this.#count(place, 'copies', taken.sizeBytes, { unchanged: seen !== undefined && !isFromThisImport })
      this.#sight(known.id, place, taken)
      this.#writeParts(known.id, parts)
    })
  }

  /** A new document, or a new reading of a known one; resolves with its id once it is committed. */
  async write(
    place: Seen,
    taken: TakenFile,
    known: DocumentState | undefined,
    extracted: ExtractedDocument,
    parts: readonly TakenPart[]
  ): Promise<DocumentId> {
    let id: DocumentId | undefined
    await this.#writer.write(extracted.textBytes, () => {
      id = known ? this.#readAgain(place, taken, known, extracted) : this.#add(place, taken, extracted)
      this.#sight(id, place, taken)
      const { problem } = extracted
      if (problem) recordProblem(this.#db, { importId: this.#importId, path: place.path, documentId: id, ...problem })
      this.#writeParts(id, parts)
    })
    if (id === undefined) throw new Error('a document was committed without being written')
    return id
  }

  /** A picture or style of the pages in a web archive. */
  addResource(containerId: DocumentId, key: string, path: string, taken: Omit<TakenFile, 'modifiedAt'>): Promise<void> {
    return this.#writer.write(0, () => {
      const originalId = recordOriginal(this.#db, taken.sha256, taken.sizeBytes, Date.now())
      recordPagePart(this.#db, { documentId: containerId, key, originalId, importId: this.#importId, path })
    })
  }

  /** Everything a document holds is in: from now on it counts as read by this version. */
  finish(id: DocumentId, version: number, members: number): Promise<void> {
    return this.#writer.write(0, () => {
      setExtractorVersion(this.#db, id, version)
      trimEmbeddings(this.#db, id, members)
    })
  }

  #add(place: Seen, taken: TakenFile, extracted: ExtractedDocument): DocumentId {
    const { sha256, sizeBytes } = taken
    const arrival = { sha256, sizeBytes, importId: this.#importId, fileName: basename(place.path), now: Date.now() }
    const id = writeNewDocument(this.#db, arrival, extracted)
    this.#count(place, outcomeOf(extracted.status), sizeBytes)
    if (extracted.status === 'needs-ocr') this.#tally.addScan()
    return id
  }

  #readAgain(place: Seen, taken: TakenFile, known: DocumentState, extracted: ExtractedDocument): DocumentId {
    const seen = findSighting(this.#db, known.id, place.path)
    if (this.#isMadeByThisImport(known, place)) this.#count(place, outcomeOf(extracted.status), taken.sizeBytes)
    else this.#count(place, 'copies', taken.sizeBytes, { unchanged: seen !== undefined })
    const { chosenCharset: charset, password } = findDocumentState(this.#db, known.id) ?? known
    if (isWorseReading(known, extracted)) writeKeptReading(this.#db, known.id, extracted)
    else writeReadAgain(this.#db, known.id, extracted, { charset, password })
    return known.id
  }

  /** True for a document that this import made at this very place, before it was interrupted. */
  #isMadeByThisImport(known: DocumentState, place: Seen): boolean {
    const seen = findSighting(this.#db, known.id, place.path)
    return seen?.importId === this.#importId && seen.isFirst && known.importId === this.#importId
  }

  /** What is inside a file is not one of the files: only what is new there counts, and apart. */
  #count(place: Seen, outcome: Outcome, bytes: number, also: Readonly<{ unchanged?: boolean }> = {}): void {
    if (!place.held) this.#tally.add(outcome, bytes, also)
    else if (outcome !== 'copies') this.#tally.addInside(outcome)
  }

  #countInside(containerId: DocumentId, path: string): void {
    for (const status of listFirstMetInside(this.#db, containerId, path, this.#importId)) {
      this.#tally.addInside(outcomeOf(status))
      if (status === 'needs-ocr') this.#tally.addScan()
    }
    for (let n = countRefusedInside(this.#db, this.#importId, path); n > 0; n--) this.#tally.addInside('failed')
  }

  #sight(documentId: DocumentId, { path, folder, held }: Seen, taken: TakenFile): void {
    const folderId = this.#folderId(folder)
    const { modifiedAt } = taken
    insertSighting(this.#db, { documentId, folderId, importId: this.#importId, path, modifiedAt, seenAt: Date.now() })
    settleProblems(this.#db, path, documentId)
    if (!held) return
    const { containerId, ordinal, relation, label, declared } = held
    recordEmbedding(this.#db, { containerId, ordinal, documentId, relation, path: label, declared })
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
    return recordFolder(this.#db, folder.path, folder.name, parent, folder.isContainer ? 'container' : 'folder')
  }
}
