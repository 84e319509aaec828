/**
 * Reads the words on scans and pictures in the background: a page at a time, each committed when it is read, none while an import runs.
 * What waits stands in the archive, so that it goes on where it was after a restart.
 */
import { recordCustodyOf } from '#engine/custody/record-list'
import type { AnswerTo, ExtractJob, Extractor } from '#engine/extract/job'
import { readAgain } from '#engine/import/reread'
import { type LanguagesFor, ocrLanguagesFor } from '#engine/ocr/ocr-languages-for'
import { isOcrPaused, setOcrPaused } from '#engine/ocr/pause-fact'
import { findUnfolded, setUnfolded } from '#engine/ocr/unfolded'
import type { Archive } from '#engine/open'
import { findLooking } from '#engine/reading/looking'
import { durableTransaction, transaction } from '#engine/store/connection'
import { listSha256Of } from '#engine/store/documents'
import { findArchiveOcrLanguages, requeueForChoice, setOcrChoice } from '#engine/store/ocr-choices'
import {
  countOpenOcr,
  countReadOcr,
  failOcrPage,
  nextWaitingPage,
  type OcrPage,
  requeueOutdatedOcr,
  retryFailedOcr,
  saveOcrPage
} from '#engine/store/ocr-pages'
import { findSummary } from '#engine/store/summaries'
import { type Throttled, throttled } from '#engine/throttled'
import type { DocumentId } from '#shared/model/ids'
import { OCR_VERSION, type OcrState, type OcrTarget } from '#shared/model/ocr'
import { OCR_LANGUAGES } from '#shared/model/ocr-languages'

export type OcrQueueParts = Readonly<{
  archive: Archive
  extractor: Extractor
  /** While it answers true, no page is begun. */
  isBusy: () => boolean
  /** At most two a second, the last one always. */
  onProgress: (state: OcrState) => void
  /** Called after documents changed. */
  onCommit: () => void
}>

const PROGRESS_MS = 500
/** How often is looked again whether the import is over. */
const BUSY_MS = 1000
/** A long document becomes searchable by and by: its text is made anew after so many pages. */
const FOLD_PAGES = 10
/** Pages over which the time a page takes is averaged. */
const RECENT_PAGES = 10

type OcrAnswer = AnswerTo<Extract<ExtractJob, { task: 'ocr' }>>

export class OcrQueue {
  readonly #parts: OcrQueueParts
  #paused: boolean
  #isOpen = true
  #running: Promise<void> | undefined
  #again: NodeJS.Timeout | undefined
  #wokenMeanwhile = false
  #current: OcrState['current'] = null
  #seconds: number[] = []
  #done: number
  #sinceFold = 0
  #choice: (LanguagesFor & Readonly<{ id: DocumentId }>) | undefined
  #folding: Promise<void> = Promise.resolve()
  readonly #tell: Throttled

  constructor(parts: OcrQueueParts) {
    const { db } = parts.archive
    this.#parts = parts
    this.#paused = isOcrPaused(db)
    this.#tell = throttled(() => parts.onProgress(this.state()), PROGRESS_MS)
    if (!parts.archive.isReadOnly) transaction(db, () => requeueOutdatedOcr(db, OCR_VERSION))
    this.#done = countReadOcr(db)
  }

  state(): OcrState {
    const { db } = this.#parts.archive
    const { length } = this.#seconds
    return {
      ...countOpenOcr(db),
      done: this.#done,
      paused: this.#paused,
      current: this.#current,
      secondsPerPage: length === 0 ? null : this.#seconds.reduce((sum, seconds) => sum + seconds, 0) / length,
      available: OCR_LANGUAGES.map(({ code, tag }) => ({ code, tag })),
      languages: findArchiveOcrLanguages(db)
    }
  }

  /** Goes to work if there is any; called when pages may have come. */
  wake(): void {
    if (!this.#isOpen || this.#paused) return
    // Subtle: the work may be past its last look and not yet over; without this a page that comes now would wait for the next one.
    this.#wokenMeanwhile = this.#running !== undefined
    if (this.#running) return
    clearTimeout(this.#again)
    if (this.#parts.isBusy()) this.#again = setTimeout(() => this.wake(), BUSY_MS)
    else this.#running = this.#run()
  }

  async #run(): Promise<void> {
    try {
      await this.#work()
    } catch (error) {
      // The archive's own disk, or a program error: every further page would meet it. The next wake tries again.
      console.error('OCR stopped', error)
    }
    this.#running = undefined
    this.#current = null
    if (!this.#isOpen) return
    this.#tell.call()
    if (this.#wokenMeanwhile || this.#parts.isBusy()) this.wake()
  }

  /** Works until nothing waits, or it is paused or closed. */
  async drain(): Promise<OcrState> {
    this.wake()
    while (this.#running) await this.#running
    return this.state()
  }

  /** The page under way is finished; no other is begun, not after a restart either. */
  pause(): void {
    setOcrPaused(this.#parts.archive.db, true)
    this.#paused = true
    this.#tell.call()
  }

  resume(): void {
    setOcrPaused(this.#parts.archive.db, false)
    this.#paused = false
    this.#tell.call()
    this.wake()
  }

  retry(): void {
    const { db } = this.#parts.archive
    durableTransaction(db, () => retryFailedOcr(db))
    this.#parts.onCommit()
    this.#tell.call()
    this.wake()
  }

  /** Null takes a choice back. Pages that were read otherwise wait again; until then their text stays. */
  setLanguages(target: OcrTarget, languages: readonly string[] | null): OcrState {
    const { db } = this.#parts.archive
    durableTransaction(db, () => {
      setOcrChoice(db, target, languages)
      requeueForChoice(db, target)
      recordCustodyOf(
        db,
        'ocr-languages-chosen',
        { target: target.kind, folder: target.kind === 'folder' ? target.id : null, languages },
        target.kind === 'documents' ? listSha256Of(db, target.ids) : []
      )
    })
    this.#choice = undefined
    this.#done = countReadOcr(db)
    this.#parts.onCommit()
    this.#tell.call()
    this.wake()
    return this.state()
  }

  /** Ends it without waiting for the page under way, which is read again next time; a document being written is waited for. */
  async close(): Promise<void> {
    this.#isOpen = false
    clearTimeout(this.#again)
    this.#tell.stop()
    await this.#folding
  }

  async #work(): Promise<void> {
    const { db } = this.#parts.archive
    for (;;) {
      if (!this.#isOpen) return
      const mayGo = !this.#paused && !this.#parts.isBusy()
      const next = mayGo ? nextWaitingPage(db) : undefined
      const unfolded = findUnfolded(db)
      if (unfolded !== undefined && (unfolded !== next?.documentId || this.#sinceFold >= FOLD_PAGES)) await this.#fold(unfolded)
      if (!next || !this.#isOpen) return
      await this.#readPage(next)
      // Lets what a person asks for come in between.
      await new Promise(setImmediate)
    }
  }

  async #readPage(at: OcrPage): Promise<void> {
    const { archive, extractor } = this.#parts
    const { db, originals } = archive
    const looking = findLooking(db, originals, at.documentId)
    if (!looking) throw new Error(`document ${at.documentId} is not in the archive`)
    this.#current = { ...at, title: findSummary(db, at.documentId)?.title ?? looking.name }
    this.#tell.call()
    const started = performance.now()
    const { languages, chosen } = this.#languagesFor(at.documentId)
    const answer = await extractor.run({ task: 'ocr', ...looking, page: at.page, languages, chosen })
    // Closing ends the process that reads: that is no failure of the page.
    if (this.#isOpen) this.#save(at, answer, (performance.now() - started) / 1000)
  }

  #languagesFor(id: DocumentId): LanguagesFor {
    if (this.#choice?.id !== id) this.#choice = { id, ...ocrLanguagesFor(this.#parts.archive.db, id) }
    return this.#choice
  }

  #save(at: OcrPage, answer: OcrAnswer, seconds: number): void {
    const { db } = this.#parts.archive
    transaction(db, () => {
      if (answer.task === 'refused') failOcrPage(db, at, answer.message)
      else saveOcrPage(db, at, answer, seconds, OCR_VERSION)
      setUnfolded(db, at.documentId)
    })
    this.#sinceFold++
    if (answer.task === 'refused') return
    this.#done++
    this.#seconds = [...this.#seconds.slice(1 - RECENT_PAGES), seconds]
  }

  /** Makes the document's text and index anew, with what OCR has read. */
  async #fold(id: DocumentId): Promise<void> {
    const { archive, extractor, onCommit } = this.#parts
    const folded = readAgain(archive, extractor, id, {}, { onCommit })
    this.#folding = folded.then(
      () => undefined,
      () => undefined // Who waits wants to know only that it is over.
    )
    await folded
    this.#sinceFold = 0
    if (!archive.db.open) return
    transaction(archive.db, () => setUnfolded(archive.db, undefined))
    onCommit()
    this.#tell.call()
  }
}
