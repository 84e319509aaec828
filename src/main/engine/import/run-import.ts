/**
 * One import from start to receipt: walk → hash and keep → extract → write.
 *
 * Safe to repeat: what the archive has, in its present reading, costs the walk and the hashes. Safe to kill: originals are whole before
 * their document is committed, and a document is committed whole.
 */

import { recordCustody } from '#engine/custody/record'
import { digestOfAdded, recordAddedOriginals } from '#engine/custody/record-originals'
import { asSanadError } from '#engine/disk-error'
import type { Extractor } from '#engine/extract/job'
import { BatchWriter, isDiskTrouble } from '#engine/import/batch-writer'
import { Tally } from '#engine/import/counts'
import { Gate } from '#engine/import/gate'
import { Pace } from '#engine/import/pace'
import { countFiles, importName } from '#engine/import/preview'
import { Slots } from '#engine/import/slots'
import { TakeUnit } from '#engine/import/take-unit'
import { walk } from '#engine/import/walk'
import { UnitWriter } from '#engine/import/write-unit'
import { Writes } from '#engine/import/writes'
import type { Archive } from '#engine/open'
import { durableTransaction, transaction } from '#engine/store/connection'
import { findInterrupted, insertImport, saveImport } from '#engine/store/imports'
import { type ErrorCode, SanadError } from '#shared/errors'
import type { ImportId } from '#shared/model/ids'
import type { ImportProgress, ImportState } from '#shared/model/importing'

/** Files under way at once, for each extract process; their bytes are bounded as well. */
const SLOTS_PER_PROCESS = 4
const BYTES_UNDER_WAY = 64 << 20

export type ImportOptions = Readonly<{
  archive: Archive
  extractor: Extractor
  sources: readonly string[]
  /** Called after each commit. */
  onCommit: () => void
  /** Called when the state changes; for the rate and counts in between, ask `progress()`. */
  onState: () => void
}>

export class ImportRun {
  readonly id: ImportId
  readonly #options: ImportOptions
  readonly #isContinued: boolean
  readonly #gate = new Gate()
  readonly #tally = new Tally()
  readonly #pace = new Pace()
  readonly #slots: Slots
  readonly #writer: BatchWriter
  readonly #writes: Writes
  readonly #units: TakeUnit
  #state: ImportState = 'walking'
  #totalFiles: number | null = null
  #current: string | null = null
  #failure: unknown

  /** Records the import at once. An interrupted import of the same sources is taken up under its old number. */
  constructor(options: ImportOptions) {
    const { db } = options.archive
    this.#options = options
    const interrupted = findInterrupted(db)
    const same = interrupted && JSON.stringify(interrupted.sources) === JSON.stringify(options.sources)
    this.#isContinued = same === true
    this.id = transaction(db, () => {
      const name = importName(options.sources)
      const id = same ? interrupted.id : insertImport(db, name, options.sources, Date.now())
      recordCustody(db, 'import-started', { import: id, name, sources: options.sources, continued: same === true })
      return id
    })
    if (same) this.#pace.addSeconds(interrupted.seconds)
    this.#slots = new Slots(options.extractor.width * SLOTS_PER_PROCESS, BYTES_UNDER_WAY)
    const beforeCommit = (): void => {
      this.#save('running')
      recordAddedOriginals(db, this.id)
    }
    this.#writer = new BatchWriter(db, this.#tally, beforeCommit, options.onCommit)
    const units = new UnitWriter(db, this.#writer, this.#tally, this.id)
    this.#writes = new Writes(units, (error) => this.#fail(error))
    this.#units = new TakeUnit({
      archive: options.archive,
      extractor: options.extractor,
      writer: this.#writer,
      units,
      writes: this.#writes,
      gate: this.#gate,
      onCurrent: (fileName) => {
        this.#current = fileName
      }
    })
    this.#save('running')
  }

  /** Resolves with the final state; never rejects. Why it failed is in `failure`. */
  async run(): Promise<ImportState> {
    const { sources, archive } = this.#options
    const counted = countFiles(sources, archive.directory, () => this.#gate.isClosed).then(
      (total) => {
        if (total === undefined) return
        this.#totalFiles = total
        if (this.#state === 'walking') this.#setState('running')
      },
      () => undefined // The walk below meets the same trouble, and says so.
    )
    try {
      await this.#takeAll()
      await counted
      return this.#end(this.#failure !== undefined ? 'failed' : this.#gate.isClosed ? this.#closedAs : 'finished')
    } catch (error) {
      this.#fail(error)
      return this.#end('failed')
    }
  }

  #closedAs: ImportState = 'cancelled'

  /** What made the import fail, as a SanadError where one fits. */
  get failure(): unknown {
    return this.#failure === undefined ? undefined : asSanadError(this.#failure, this.#options.archive.directory)
  }

  pause(): void {
    this.#gate.pause()
    this.#pace.stop()
    this.#setState('paused')
  }

  resume(): void {
    this.#gate.resume()
    this.#pace.go()
    this.#setState(this.#totalFiles === null ? 'walking' : 'running')
  }

  /** Ends between files; what was imported stays. `interrupt` leaves the import to be taken up again. */
  cancel(interrupt = false): void {
    this.#closedAs = interrupt ? 'interrupted' : 'cancelled'
    this.#gate.close()
  }

  progress(): ImportProgress {
    const counts = this.#tally.counts()
    const left = this.#totalFiles === null ? null : Math.max(0, this.#totalFiles - counts.files)
    return {
      importId: this.id,
      name: importName(this.#options.sources),
      state: this.#state,
      counts,
      totalFiles: this.#totalFiles,
      filesPerSecond: this.#pace.perSecond(counts.files),
      secondsLeft: left === null ? null : this.#pace.secondsLeft(counts.files, left),
      current: this.#current,
      failure: this.#failureCode()
    }
  }

  async #takeAll(): Promise<void> {
    const { sources, archive } = this.#options
    for await (const found of walk(sources, archive.directory)) {
      if (!(await this.#gate.pass()) || this.#failure !== undefined) break
      const free = await this.#slots.take(this.#units.sizeOf(found))
      void this.#units
        .take(found)
        .catch((error: unknown) => this.#fail(error))
        .finally(free)
    }
    await this.#slots.idle()
    this.#writer.flush()
    await this.#writes.settled()
  }

  /** The first trouble that concerns more than one file stops the import; a program error does too, and is not hidden. */
  #fail(error: unknown): void {
    this.#failure ??= error
    if (!isDiskTrouble(error)) console.error('import', error)
    this.#gate.close()
  }

  #end(state: ImportState): ImportState {
    this.#pace.stop()
    this.#current = null
    const { db, originals } = this.#options.archive
    try {
      // The receipt that follows is an acknowledgement, and must hold after a power cut: the names of the originals, then every commit.
      originals.flushNames(this.#isContinued)
      durableTransaction(db, () => {
        this.#save(state)
        const counts = this.#tally.counts()
        recordCustody(db, 'import-ended', { import: this.id, state, counts, ...digestOfAdded(db, this.id) })
      })
    } catch (error) {
      // The disk that failed the import may fail this too; the next start finds the import interrupted.
      this.#failure ??= error
    }
    this.#setState(state)
    return state
  }

  #save(state: ImportState): void {
    const isOver = state !== 'running'
    saveImport(
      this.#options.archive.db,
      this.id,
      state,
      this.#tally.counts(),
      isOver ? Date.now() : null,
      this.#pace.seconds(),
      this.#failureCode()
    )
  }

  #failureCode(): ErrorCode | null {
    const { failure } = this
    if (failure === undefined) return null
    return failure instanceof SanadError ? failure.code : 'internal'
  }

  #setState(state: ImportState): void {
    this.#state = state
    this.#options.onState()
  }
}
