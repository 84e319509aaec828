import type { Extractor } from '#engine/extract/job'
import { ImportRun } from '#engine/import/run-import'
import type { Archive } from '#engine/open'
import { rankWhenDue, storeRanking } from '#engine/search/rank-when-due'
import { sweepWhenDue } from '#engine/search/sweep-when-due'
import { optimizeIndex } from '#engine/store/full-text'
import { findImport, findInterrupted, type StoredImport } from '#engine/store/imports'
import { SanadError } from '#shared/errors'
import type { ImportId } from '#shared/model/ids'
import type { ImportProgress } from '#shared/model/importing'

/** Progress is told this often at most. */
const PROGRESS_MS = 100
/** After an import of this many new documents the index is merged into one piece. */
const OPTIMIZE_FROM = 2000

export type ImportEvents = Readonly<{ onProgress: (progress: ImportProgress) => void; onCommit: () => void }>

/** The one import that may run in an archive. */
export class ImportControl {
  readonly #archive: Archive
  readonly #extractor: Extractor
  readonly #events: ImportEvents
  #run: ImportRun | undefined
  #isRereading: () => boolean = () => false
  #ended: Promise<void> = Promise.resolve()
  #isClosing = false

  constructor(archive: Archive, extractor: Extractor, events: ImportEvents) {
    this.#archive = archive
    this.#extractor = extractor
    this.#events = events
  }

  get isRunning(): boolean {
    return this.#run !== undefined
  }

  /** While `isRereading` answers true no import is started. */
  refuseWhile(isRereading: () => boolean): void {
    this.#isRereading = isRereading
  }

  /** Starts in the background. Throws SanadError `import-running` or `reread-running`. */
  start(sources: readonly string[]): ImportProgress {
    if (this.#isRereading())
      throw new SanadError('reread-running', 'Documents are being read again. Wait until that is done, or cancel it first.')
    if (this.#run) throw new SanadError('import-running', 'An import is running already. Wait for it, or cancel it first.')
    const run = new ImportRun({
      archive: this.#archive,
      extractor: this.#extractor,
      sources,
      onCommit: () => {
        this.#events.onCommit()
        void this.rank()
      },
      onState: () => this.#events.onProgress(run.progress())
    })
    this.#run = run
    const timer = setInterval(() => this.#events.onProgress(run.progress()), PROGRESS_MS)
    this.#ended = run.run().then(async () => {
      clearInterval(timer)
      this.#run = undefined
      this.#events.onProgress(run.progress())
      this.#events.onCommit()
      if (run.failure !== undefined) console.error('import failed:', run.failure)
      else if (run.progress().counts.documents >= OPTIMIZE_FROM) optimizeIndex(this.#archive.db)
      storeRanking(this.#archive.db)
      await this.rank()
      await sweepWhenDue(this.#archive.db, () => this.#isClosing)
    })
    return run.progress()
  }

  /** Gives words that became common lists of their best documents, in the background. Never rejects. */
  rank(): Promise<void> {
    return rankWhenDue(this.#archive.db, () => this.#isClosing)
  }

  /** Takes up an import that was cut short, from its recorded sources. Throws SanadError `not-found`, `import-running` or `reread-running`. */
  restart(id: ImportId): ImportProgress {
    const record = findImport(this.#archive.db, id)
    if (!record) throw new SanadError('not-found', `There is no import ${id} in this archive.`)
    return this.start(record.sources)
  }

  pause(): void {
    this.#running().pause()
  }

  resume(): void {
    this.#running().resume()
  }

  cancel(): void {
    this.#running().cancel()
  }

  /** The running import, or the newest one when it was cut short; null when there is neither. */
  current(): ImportProgress | null {
    if (this.#run) return this.#run.progress()
    const interrupted = findInterrupted(this.#archive.db)
    return interrupted ? asProgress(interrupted) : null
  }

  /** Ends a running import between files, to be taken up again later, and waits for its last commit. */
  async close(): Promise<void> {
    this.#isClosing = true
    this.#run?.cancel(true)
    await this.#ended
    await this.rank()
  }

  #running(): ImportRun {
    if (!this.#run) throw new SanadError('import-not-running', 'No import is running.')
    return this.#run
  }
}

const asProgress = ({ id, name, state, counts, failure }: StoredImport): ImportProgress => ({
  importId: id,
  name,
  state,
  counts,
  totalFiles: null,
  filesPerSecond: 0,
  secondsLeft: null,
  current: null,
  failure
})
