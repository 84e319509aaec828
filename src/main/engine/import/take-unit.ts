import { statSync } from 'node:fs'
import { basename } from 'node:path'
import { currentVersion } from '#engine/extract/formats'
import type { ExtractedDocument, Extractor } from '#engine/extract/job'
import { refusedDocument } from '#engine/extract/refusal'
import { NO_ROOM } from '#engine/extract/room'
import { type BatchWriter, isDiskTrouble } from '#engine/import/batch-writer'
import type { Gate } from '#engine/import/gate'
import { isRefusal, type Refusal, readFile } from '#engine/import/read-file'
import { type Found, type PagePart, plainFile, type SourceFile } from '#engine/import/walk'
import type { TakenPart, UnitWriter } from '#engine/import/write-unit'
import type { Archive } from '#engine/open'
import { originalFile, type TakenFile } from '#engine/originals/originals'
import { type DocumentState, findDocumentBySha256 } from '#engine/store/documents'
import { findPagePartImport } from '#engine/store/page-parts'
import type { ProblemCode } from '#shared/model/document'
import type { ImportId } from '#shared/model/ids'
import { FOLD_VERSION } from '#shared/text/fold'

/** A saved frame with fewer words than this is a part of its page (an advertisement, a counter), not a document. */
const FRAME_WORDS = 20

/** Reading was given up for reasons that may be gone next time, so a repeated import tries again. */
const WORTH_RETRYING: readonly (ProblemCode | null)[] = ['timed-out', 'out-of-memory', 'reader-crashed']

export type UnitOptions = Readonly<{
  archive: Archive
  extractor: Extractor
  importId: ImportId
  writer: BatchWriter
  units: UnitWriter
  gate: Gate
  /** The archive's own disk fails: the import has to stop. */
  onDiskTrouble: (error: unknown) => void
}>

/** Takes what the walk found, one file (with what was saved beside it) at a time, to its place in the next commit. */
export class TakeUnit {
  readonly #options: UnitOptions
  /** Documents being made, by hex SHA-256, until they are committed: a second file with the same bytes waits for the first. */
  readonly #underWay = new Map<string, Promise<void>>()
  readonly #writes = new Set<Promise<void>>()

  constructor(options: UnitOptions) {
    this.#options = options
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

  /** Everything handed to the writer is committed, or has been refused, when this resolves. */
  async settled(): Promise<void> {
    while (this.#writes.size > 0) await Promise.all(this.#writes)
  }

  /**
   * Resolves when the find is read and on its way to the next commit. Rejects only for trouble that concerns the whole import; what
   * concerns the file becomes its row.
   */
  async take(found: Found): Promise<void> {
    if (found.kind === 'unreadable') return this.#refuse(found.path, found)
    const { archive, gate } = this.#options
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
    const hex = Buffer.from(taken.sha256).toString('hex')
    for (let first = this.#underWay.get(hex); first; first = this.#underWay.get(hex)) {
      this.#options.writer.flush()
      await first
    }
    // Subtle: claimed before anything is awaited, or a second file with these bytes would pass the loop above meanwhile.
    const release = this.#claim(hex)
    const frames: PagePart[] = []
    try {
      const known = findDocumentBySha256(this.#options.archive.db, taken.sha256)
      const parts = await this.#takeParts(file.parts)
      const found = await this.#takeFrames(file.frames, known)
      frames.push(...found.documents)
      const written = await this.#handOver(file, taken, known, [...parts, ...found.parts])
      this.#settle(file.path, written().finally(release))
    } catch (error) {
      release()
      throw error
    }
    for (const frame of frames) await this.take(plainFile(frame.path, frame.folder))
  }

  /** Lets a file with the same bytes wait until the function it answers with is called. */
  #claim(hex: string): () => void {
    let committed: () => void = () => undefined
    this.#underWay.set(hex, new Promise((resolve) => (committed = resolve)))
    return () => {
      this.#underWay.delete(hex)
      committed()
    }
  }

  /** Keeps the original and reads the document where that is needed; answers with what puts it into the next commit. */
  async #handOver(
    file: SourceFile,
    taken: TakenFile,
    known: DocumentState | undefined,
    parts: readonly TakenPart[]
  ): Promise<() => Promise<void>> {
    const { units } = this.#options
    // Of a known document only an original that is missing from the disk, or was in flight a moment ago, is kept a second time.
    await taken.keep?.()
    if (known && isCurrent(known)) return () => units.sight(file, taken, known, parts)
    const extracted = await this.#extract(file.path, taken, known?.chosenCharset ?? null)
    return () => units.write(file, taken, known, extracted, parts)
  }

  async #extract(path: string, taken: TakenFile, charset: string | null): Promise<ExtractedDocument> {
    const { archive, extractor } = this.#options
    const answer = await extractor.run({
      task: 'extract',
      file: originalFile(archive.directory, taken.sha256),
      name: basename(path),
      charset,
      password: null,
      declared: null,
      ocr: [],
      spool: null,
      room: NO_ROOM
    })
    return answer.task === 'refused' ? refusedDocument(answer.code, answer.message, 'application/octet-stream') : answer.document
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
    const { archive, gate } = this.#options
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
    const { db } = this.#options.archive
    if (page && findPagePartImport(db, page.id, frame.key, taken.sha256) !== undefined) return true
    if (findDocumentBySha256(db, taken.sha256)) return false
    return (await this.#extract(frame.path, taken, null)).wordCount < FRAME_WORDS
  }

  #refuse(path: string, refusal: Refusal): void {
    this.#settle(path, this.#options.units.refuse(path, refusal))
  }

  /** Follows a write to its commit. One that can not be committed becomes a row instead of a silent loss. */
  #settle(path: string, written: Promise<void>): void {
    const settled = written.catch(async (error: unknown) => {
      if (isDiskTrouble(error)) return this.#options.onDiskTrouble(error)
      console.error('import: a document could not be written', error)
      await this.#options.units.refuse(path, {
        code: 'io-error',
        message: 'Sanad could not write it into the archive. The error is in the log.'
      })
    })
    const noted = settled.catch(() => undefined).finally(() => this.#writes.delete(noted))
    this.#writes.add(noted)
  }
}

/** True when this program would read the same bytes in the same way again. */
function isCurrent(known: DocumentState): boolean {
  if (WORTH_RETRYING.includes(known.problemCode)) return false
  return known.foldVersion === FOLD_VERSION && known.extractorVersion >= currentVersion(known.format, known.mediaType)
}
