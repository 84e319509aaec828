import { recordCustody } from '#engine/custody/record'
import { recordCustodyOf } from '#engine/custody/record-list'
import type { Extractor } from '#engine/extract/job'
import { documentsToReread, type WhatToReread } from '#engine/import/documents-to-reread'
import { Gate } from '#engine/import/gate'
import { readAgain } from '#engine/import/reread'
import type { Archive } from '#engine/open'
import { durableTransaction } from '#engine/store/connection'
import { findDocumentState, listSha256Of } from '#engine/store/documents'
import { SanadError } from '#shared/errors'
import type { DocumentId } from '#shared/model/ids'
import type { RereadState } from '#shared/model/rereading'

/** Progress is told this often at most. */
const PROGRESS_MS = 100

export type RereadingParts = Readonly<{
  archive: Archive
  extractor: Extractor
  /** True while an import runs: one of the two at a time. */
  isImporting: () => boolean
  onProgress: (state: RereadState) => void
  /** Called after documents changed. */
  onCommit: () => void
}>

const named = (what: WhatToReread): string | null =>
  what.what === 'format' ? what.format : what.what === 'problem' ? what.code : null

const IDLE: RereadState = { running: false, total: 0, done: 0, improved: 0 }

/** The reading again, in the background, of many documents. One may run in an archive. */
export class Rereading {
  readonly #parts: RereadingParts
  #state: RereadState = IDLE
  #gate = new Gate()
  #ended: Promise<void> = Promise.resolve()
  #toldAt = 0

  constructor(parts: RereadingParts) {
    this.#parts = parts
  }

  get isRunning(): boolean {
    return this.#state.running
  }

  /** Starts in the background. Throws SanadError `reread-running` or `import-running`. */
  start(what: WhatToReread): RereadState {
    if (this.isRunning)
      throw new SanadError('reread-running', 'Documents are being read again already. Wait, or cancel it first.')
    if (this.#parts.isImporting())
      throw new SanadError('import-running', 'An import is running. Wait for it, or cancel it first.')
    const { db } = this.#parts.archive
    const ids = documentsToReread(db, what)
    if (ids.length > 0) {
      durableTransaction(db, () =>
        recordCustodyOf(db, 'reread-started', { what: what.what, of: named(what) }, listSha256Of(db, ids))
      )
    }
    this.#gate = new Gate()
    this.#state = { running: true, total: ids.length, done: 0, improved: 0 }
    this.#ended = this.#readAll(ids)
    return this.#state
  }

  current(): RereadState {
    return this.#state
  }

  /** Ends it between documents; what was read again stays. Without one running, nothing. */
  cancel(): void {
    this.#gate.close()
  }

  /** Resolves when nothing is being read again. */
  async ended(): Promise<RereadState> {
    await this.#ended
    return this.#state
  }

  /** Ends it and waits for its last commit. */
  async close(): Promise<void> {
    this.cancel()
    await this.#ended
  }

  async #readAll(ids: readonly DocumentId[]): Promise<void> {
    const rest = ids.values()
    const lane = async (): Promise<void> => {
      for (const id of rest) {
        // Lets what a person asks for come in between.
        await new Promise(setImmediate)
        if (this.#gate.isClosed) return
        await this.#readOne(id)
      }
    }
    try {
      await Promise.all(Array.from({ length: Math.min(this.#parts.extractor.width, ids.length) }, lane))
    } catch (error) {
      // The archive's own disk, or a program error: every further document would meet it.
      console.error('reading again stopped', error)
      this.#gate.close()
    }
    this.#recordEnd()
    this.#state = { ...this.#state, running: false }
    this.#parts.onProgress(this.#state)
    this.#parts.onCommit()
  }

  #recordEnd(): void {
    const { total, done, improved } = this.#state
    if (total === 0) return
    const { db } = this.#parts.archive
    try {
      durableTransaction(db, () =>
        recordCustody(db, 'reread-ended', { documents: total, done, improved, isCancelled: this.#gate.isClosed })
      )
    } catch (error) {
      // The disk that stopped it may refuse this too. That it was begun, and of which documents, stands in the log.
      console.error('the end of reading again could not be recorded', error)
    }
  }

  async #readOne(id: DocumentId): Promise<void> {
    const { archive, extractor, onCommit, onProgress } = this.#parts
    // It may have gone since the list was made.
    const isThere = findDocumentState(archive.db, id) !== undefined
    const read = isThere ? await readAgain(archive, extractor, id, {}, { gate: this.#gate, onCommit }) : undefined
    const isGood = read !== undefined && !read.isKept && read.extracted.problem === null
    const { total, done, improved } = this.#state
    this.#state = { running: true, total, done: done + 1, improved: improved + (isGood ? 1 : 0) }
    onCommit()
    const now = performance.now()
    if (now - this.#toldAt < PROGRESS_MS) return
    this.#toldAt = now
    onProgress(this.#state)
  }
}
