import { statSync } from 'node:fs'
import { basename } from 'node:path'
import { NO_ROOM, roomFor } from '#engine/extract/room'
import { Budget } from '#engine/import/budget'
import { isRefusal, type Refusal, readFile } from '#engine/import/read-file'
import { readOriginal } from '#engine/import/read-original'
import { Slots } from '#engine/import/slots'
import { TakeDocument, type TakenDocument, type TakingParts } from '#engine/import/take-document'
import { type Found, type PagePart, plainFile, type SourceFile } from '#engine/import/walk'
import type { TakenPart } from '#engine/import/write-unit'
import type { TakenFile } from '#engine/originals/take-file'
import { type DocumentState, findDocumentBySha256 } from '#engine/store/documents'
import { findPagePartImport } from '#engine/store/page-parts'

/** A saved frame with fewer words than this is a part of its page (an advertisement, a counter), not a document. */
const FRAME_WORDS = 20

/** Files that are being emptied at once, for each extract process, and what they may hold together: each of it is a record in memory. */
const OPEN_PER_PROCESS = 4
const MEMBERS_UNDER_WAY = 100_000

/** Takes what the walk found, one file (with what was saved beside it) at a time, to its place in the next commit. */
export class TakeUnit {
  readonly #parts: TakingParts
  readonly #documents: TakeDocument
  readonly #open: Slots

  constructor(parts: TakingParts) {
    this.#parts = parts
    this.#documents = new TakeDocument(parts)
    this.#open = new Slots(parts.extractor.width * OPEN_PER_PROCESS, MEMBERS_UNDER_WAY)
  }

  /** Bytes that taking this may hold, for the bound on what is under way. */
  sizeOf(found: Found): number {
    if (found.kind === 'unreadable') return 0
    try {
      return statSync(found.path).size
    } catch {
      // Taking it meets the same error, and records it.
      return 0
    }
  }

  /**
   * Resolves when the find is read and on its way to the next commit; what it holds follows in the background, other files go on
   * meanwhile. Rejects only for trouble that concerns the whole import; what concerns the file becomes its row.
   */
  async take(found: Found): Promise<void> {
    if (found.kind === 'unreadable') return this.#refuse(found.path, found)
    const { archive, gate } = this.#parts
    const taken = await readFile(archive, gate, found.path)
    if (isRefusal(taken)) {
      this.#refuse(found.path, taken)
      // Without their page, what was saved beside it are files like others.
      for (const part of [...found.parts, ...found.frames]) await this.take(plainFile(part.path, part.folder))
      return
    }
    await this.#takeDocument(found, taken)
  }

  async #takeDocument(file: SourceFile, taken: TakenFile): Promise<void> {
    const frames: PagePart[] = []
    const partsOf = async (known: DocumentState | undefined): Promise<TakenPart[]> => {
      const parts = await this.#takeParts(file.parts)
      const found = await this.#takeFrames(file.frames, known)
      frames.push(...found.documents)
      return [...parts, ...found.parts]
    }
    const budget = new Budget(roomFor(taken.sizeBytes))
    const place = { path: file.path, folder: file.folder }
    const made = await this.#documents.take({ place, taken, declared: null, budget, depth: budget.depth, partsOf })
    await this.#openLater(made)
    for (const frame of frames) await this.take(plainFile(frame.path, frame.folder))
  }

  /** Waits until not too much is being emptied, not until this is. */
  async #openLater({ open, members }: TakenDocument): Promise<void> {
    if (!open) return
    const free = await this.#open.take(members)
    void this.#parts.writes.follow(open().finally(free))
  }

  async #takeParts(parts: readonly PagePart[]): Promise<TakenPart[]> {
    const taken: TakenPart[] = []
    for (const part of parts) {
      const read = await this.#keepPart(part)
      if (read) taken.push({ ...part, taken: read })
    }
    return taken
  }

  async #keepPart(part: PagePart): Promise<TakenFile | undefined> {
    const { archive, gate } = this.#parts
    const read = await readFile(archive, gate, part.path)
    if (isRefusal(read)) {
      this.#refuse(part.path, read)
      return undefined
    }
    await read.keep?.()
    return read
  }

  /** Tells frames with something to read, which become documents, from those that are only parts of their page. */
  async #takeFrames(
    frames: readonly PagePart[],
    page: DocumentState | undefined
  ): Promise<{ parts: TakenPart[]; documents: PagePart[] }> {
    const parts: TakenPart[] = []
    const documents: PagePart[] = []
    for (const frame of frames) {
      const taken = await this.#keepPart(frame)
      if (!taken) continue
      if (await this.#isOnlyPart(frame, taken, page)) parts.push({ ...frame, taken })
      else documents.push(frame)
    }
    return { parts, documents }
  }

  async #isOnlyPart(frame: PagePart, taken: TakenFile, page: DocumentState | undefined): Promise<boolean> {
    const { archive, extractor } = this.#parts
    if (page && findPagePartImport(archive.db, page.id, frame.key, taken.sha256) !== undefined) return true
    if (findDocumentBySha256(archive.db, taken.sha256)) return false
    const nothing = { charset: null, password: null, declared: null, ocr: [] }
    const original = { sha256: taken.sha256, fileName: basename(frame.path), mediaType: 'application/octet-stream', ...nothing }
    const budget = new Budget(NO_ROOM)
    const { extracted, spool } = await readOriginal(archive, extractor, original, budget, budget.depth)
    spool.remove()
    return extracted.wordCount < FRAME_WORDS
  }

  #refuse(path: string, refusal: Refusal): void {
    void this.#parts.writes.settle(path, this.#parts.units.refuse(path, refusal))
  }
}
