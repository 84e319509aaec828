import { basename } from 'node:path'
import type { Declared, Extractor } from '#engine/extract/job'
import type { BatchWriter } from '#engine/import/batch-writer'
import type { Budget, Depth } from '#engine/import/budget'
import { type Claims, claimsOf } from '#engine/import/claims'
import type { Gate } from '#engine/import/gate'
import { isCurrent } from '#engine/import/is-current'
import { type OriginalReading, readOriginal } from '#engine/import/read-original'
import { takeMembers } from '#engine/import/take-members'
import type { Seen, TakenPart, UnitWriter } from '#engine/import/write-unit'
import type { Writes } from '#engine/import/writes'
import type { Archive } from '#engine/open'
import type { TakenFile } from '#engine/originals/take-file'
import { type DocumentState, findDocumentBySha256 } from '#engine/store/documents'
import { listOcrTexts } from '#engine/store/ocr-pages'
import type { DocumentId } from '#shared/model/ids'

export type TakingParts = Readonly<{
  archive: Archive
  extractor: Extractor
  writer: BatchWriter
  units: UnitWriter
  writes: Writes
  gate: Gate
  /** Told the name of each file as its reading begins. */
  onCurrent: (fileName: string) => void
}>

/** A file to be taken, whose bytes are read. */
export type ToTake = Readonly<{
  place: Seen
  taken: TakenFile
  declared: Declared | null
  budget: Budget
  depth: Depth
  /** What was saved beside it. Called once nobody else takes the same bytes, with the document they made before. */
  partsOf: (known: DocumentState | undefined) => Promise<readonly TakenPart[]>
}>

export type TakenDocument = Readonly<{
  /** Resolves when its document is committed, with whether it is. */
  committed: Promise<boolean>
  /** Takes what it holds, and resolves with whether all of it is in; absent when it holds nothing new. */
  open?: () => Promise<boolean>
  /** How many files it holds. */
  members: number
}>

/** Brings one file, on disk or inside another, to its place in the next commit. */
export class TakeDocument {
  readonly parts: TakingParts
  readonly #claims: Claims

  constructor(parts: TakingParts) {
    this.parts = parts
    this.#claims = claimsOf(parts.archive.db)
  }

  /** Resolves when the file is read and handed to the writer. Rejects for trouble that concerns the whole import. */
  async take(file: ToTake): Promise<TakenDocument> {
    const { archive, writer, units, writes } = this.parts
    const { place, taken } = file
    const isInside = place.held !== undefined
    const release = await this.#claims.take(taken.sha256, () => writer.flush())
    try {
      const known = findDocumentBySha256(archive.db, taken.sha256)
      const parts = await file.partsOf(known)
      // Of a known document only an original that is missing from the disk, or was in flight a moment ago, is kept a second time.
      await taken.keep?.()
      if (known && (this.#claims.isOpening(taken.sha256) || isCurrent(archive.db, known, place))) {
        const written = units.sight(place, taken, known, parts).finally(release)
        return { committed: writes.settle(place.path, written, isInside), members: 0 }
      }
      const reading = await this.#read(file, known)
      if (reading.extracted.members.length > 0) return await this.#takeContainer(file, known, reading, parts, release)
      reading.spool.remove()
      const written = units.write(place, taken, known, reading.extracted, parts).finally(release)
      return { committed: writes.settle(place.path, written, isInside), members: 0 }
    } catch (error) {
      release()
      throw error
    }
  }

  /**
   * Takes what a document holds: `reading` is its reading, committed already with version 0, which becomes its own once all is in. So a
   * container that was cut short is out of date, and the next import opens it again.
   */
  async takeMembersOf(id: DocumentId, file: Omit<ToTake, 'partsOf'>, { extracted, spool }: OriginalReading): Promise<boolean> {
    const { units, writer } = this.parts
    const close = this.#claims.open(file.taken.sha256)
    try {
      const isComplete = await takeMembers(
        this,
        { id, ...file, isArchive: isArchive(extracted.members) },
        extracted.members,
        spool
      )
      if (!isComplete) return false
      const finished = units.finish(id, extracted.extractorVersion, extracted.members.length)
      writer.flush()
      await finished
      return true
    } finally {
      close()
      spool.remove()
    }
  }

  /** Its own row is committed before anything in it is. */
  async #takeContainer(
    file: ToTake,
    known: DocumentState | undefined,
    reading: OriginalReading,
    parts: readonly TakenPart[],
    release: () => void
  ): Promise<TakenDocument> {
    const { units, writer, writes } = this.parts
    const { place, taken } = file
    const unfinished = { ...reading.extracted, extractorVersion: 0 }
    let id: DocumentId | undefined
    const written = units.write(place, taken, known, unfinished, parts).then((made) => {
      id = made
    })
    const committed = writes.settle(place.path, written, place.held !== undefined)
    writer.flush()
    await committed
    // Subtle: marked as open before others with the same bytes may go on, so that they do not open it too.
    const close = this.#claims.open(taken.sha256)
    release()
    const open = async (): Promise<boolean> => {
      try {
        if (id !== undefined) return await this.takeMembersOf(id, file, reading)
        reading.spool.remove()
        return false
      } finally {
        close()
      }
    }
    return { committed, open, members: reading.extracted.members.length }
  }

  #read({ place, taken, declared, budget, depth }: ToTake, known: DocumentState | undefined): Promise<OriginalReading> {
    const { archive, extractor, onCurrent } = this.parts
    const fileName = basename(place.path)
    onCurrent(fileName)
    const original = {
      sha256: taken.sha256,
      fileName: known?.fileName ?? fileName,
      mediaType: known?.mediaType ?? 'application/octet-stream',
      charset: known?.chosenCharset ?? null,
      password: known?.password ?? null,
      declared,
      ocr: known ? listOcrTexts(archive.db, known.id) : []
    }
    return readOriginal(archive, extractor, original, budget, depth)
  }
}

/** Files of an archive, in contrast to the messages of a mailbox or what a message brings. */
const isArchive = (members: OriginalReading['extracted']['members']): boolean =>
  members.some((member) => member.kind !== 'resource' && member.relation === 'entry')
