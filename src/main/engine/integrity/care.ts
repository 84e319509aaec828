/** Looks after an open archive in the background: verifications, daily snapshots, the manifest. Writes no row itself. */
import { relative } from 'node:path'
import type { ArchivePlace } from '#engine/integrity/archive-place'
import { damageSentence } from '#engine/integrity/damage-sentence'
import { asSchedule, isSnapshotDue, isVerificationDue } from '#engine/integrity/due'
import { manifestTime, writeManifest } from '#engine/integrity/manifest'
import { INTEGRITY_FACTS } from '#engine/integrity/recording'
import { snapshotFailure } from '#engine/integrity/snapshot-failure'
import { dayOf, listSnapshots, takeSnapshot } from '#engine/integrity/snapshots'
import { unrecorded } from '#engine/integrity/unrecorded'
import { verifyArchive } from '#engine/integrity/verify-archive'
import { Work } from '#engine/integrity/work'
import type { Originals } from '#engine/originals/originals'
import { findFact } from '#engine/store/archive-facts'
import type { ReadDb } from '#engine/store/connection'
import { contentSignature } from '#engine/store/content-signature'
import { findSnapshotFailure } from '#engine/store/snapshot-failure'
import { fileVerdict } from '#engine/store/soundness'
import { findFindings, findLastVerification, firstFindings, listUsesOfOriginal } from '#engine/store/verifications'
import { SanadError } from '#shared/errors'
import type {
  IntegrityState,
  Snapshot,
  SnapshotFailure,
  VerificationOutcome,
  VerificationReport,
  VerifyProgress
} from '#shared/model/integrity'

/** The first minutes belong to whoever opened the archive. */
const FIRST_LOOK_MS = 3 * 60_000
const LOOK_MS = 30 * 60_000
/** After an import, the manifest is written once nothing has come for this long. */
const MANIFEST_MS = 20_000
const QUICK_CHECK_MS = 4000

const DAY_MS = 24 * 60 * 60 * 1000

export type CareParts = Readonly<{
  place: ArchivePlace
  originals: Originals
  /** A new reading connection. */
  connect: () => ReadDb
  /** True when the archive was not closed the last time it was open. */
  isUnclean: boolean
  /** Nothing can be written: no snapshot, no manifest, and no verification by itself, which could not be recorded. What one found is kept here until the archive is closed. */
  isReadOnly: boolean
  onProgress: (progress: VerifyProgress | null) => void
  /** Tells what was found, and records it where something can be written. */
  recordVerification: (outcome: VerificationOutcome) => void
  recordSnapshot: (day: string, signature: string) => void
  /** Keeps it for whoever opens the archive next. A disk that is full to the last byte may refuse that. */
  recordSnapshotFailure: (failure: SnapshotFailure) => void
}>

export class Care {
  readonly #parts: CareParts
  readonly #db: ReadDb
  readonly #timers = new Set<NodeJS.Timeout>()
  #isBusy = false
  #work: Work | undefined
  #progress: VerifyProgress | null = null
  #running: Promise<unknown> = Promise.resolve()
  #isClosed = false
  /** The newest outcome that ran to its end and could not be recorded. */
  #unrecorded: VerificationOutcome | undefined
  /** Of the last attempt at a snapshot; undefined until one was made since the archive was opened. */
  #snapshotFailure: SnapshotFailure | null | undefined

  constructor(parts: CareParts) {
    this.#parts = parts
    this.#db = parts.connect()
    if (!parts.isReadOnly) this.#later(FIRST_LOOK_MS, () => this.#look())
    if (parts.isUnclean) this.#later(QUICK_CHECK_MS, () => this.#checkQuickly())
  }

  state(): IntegrityState {
    return {
      running: this.#progress,
      last: this.#unrecorded ? unrecorded(this.#unrecorded) : (findLastVerification(this.#db) ?? null),
      schedule: asSchedule(findFact(this.#db, INTEGRITY_FACTS.schedule)),
      snapshots: listSnapshots(this.#parts.place.directory),
      snapshotFailure: this.#snapshotFailure === undefined ? findSnapshotFailure(this.#db) : this.#snapshotFailure
    }
  }

  report(): VerificationReport | null {
    const { last } = this.state()
    if (!last) return null
    const { place, originals: kept } = this.#parts
    const fileOf = (sha256: string): string =>
      relative(place.directory, kept.pathOf(Buffer.from(sha256, 'hex'))).replaceAll('\\', '/')
    const { originals, extra } = this.#unrecorded ? firstFindings(this.#unrecorded) : findFindings(this.#db, last.id)
    return {
      ...last,
      originals: originals.map((finding) => ({
        ...finding,
        file: fileOf(finding.sha256),
        documents: listUsesOfOriginal(this.#db, finding.sha256)
      })),
      extraFiles: extra
    }
  }

  /** Begins a thorough verification; one that runs already is answered with. */
  verify(): VerifyProgress {
    if (this.#progress) return this.#progress
    this.#progress = {
      state: 'running',
      stage: 'originals',
      checked: 0,
      total: 0,
      bytes: 0,
      totalBytes: 0,
      secondsLeft: null,
      done: null,
      problems: 0
    }
    this.#inTurn((work) => this.#verify(work))
    return this.#progress
  }

  pause(): void {
    this.#work?.pause()
    this.#tell()
  }

  resume(): void {
    this.#work?.resume()
    this.#tell()
  }

  cancel(): void {
    this.#work?.end()
  }

  /** Rejects with SanadError `archive-read-only`, `disk-full` and `archive-damaged`. */
  takeSnapshot(): Promise<Snapshot> {
    if (this.#parts.isReadOnly)
      return Promise.reject(new SanadError('archive-read-only', 'No snapshot can be taken where nothing can be written.'))
    return this.#inTurn(async () => this.#snapshot())
  }

  /** An import or a reading again began or ended. */
  busy(isBusy: boolean): void {
    const hasEnded = this.#isBusy && !isBusy
    this.#isBusy = isBusy
    if (hasEnded) this.#later(MANIFEST_MS, () => this.#manifest())
  }

  /** Ends what runs. What one statement of SQLite does can not be cut short. */
  async close(): Promise<void> {
    this.#isClosed = true
    for (const timer of this.#timers) clearTimeout(timer)
    this.#work?.end()
    await this.#running.catch(() => undefined)
    this.#db.close()
  }

  #later(ms: number, then: () => void): void {
    const timer = setTimeout(() => {
      this.#timers.delete(timer)
      then()
    }, ms)
    this.#timers.add(timer)
  }

  /** One thing at a time. */
  #inTurn<T>(begin: (work: Work) => Promise<T>): Promise<T> {
    const turn = this.#running.then(async () => {
      this.#work = new Work(() => this.#isBusy)
      if (this.#isClosed) this.#work.end()
      try {
        return await begin(this.#work)
      } finally {
        this.#work = undefined
      }
    })
    this.#running = turn.catch((error: unknown) => {
      if (!this.#isClosed) console.error('care of the archive', error)
    })
    return turn
  }

  /** What is due now. */
  #look(): void {
    this.#later(LOOK_MS, () => this.#look())
    if (this.#isBusy) return
    const now = Date.now()
    const { last, schedule, snapshots, snapshotFailure } = this.state()
    const lastSignature = findFact(this.#db, INTEGRITY_FACTS.signature)
    const [today, signature] = [dayOf(new Date(now)), contentSignature(this.#db)]
    // One that fails is kept and shown, and tried again with the next look.
    if (isSnapshotDue(today, snapshots[0]?.day, signature, lastSignature, snapshotFailure !== null))
      void this.takeSnapshot().catch(() => undefined)
    // Whichever way the clock went.
    if (Math.abs(now - (manifestTime(this.#parts.place.directory) ?? 0)) >= DAY_MS) this.#manifest()
    const since = Number(findFact(this.#db, 'created_at') ?? 0)
    if (isVerificationDue(schedule, last ?? undefined, since, now)) this.verify()
  }

  async #verify(work: Work): Promise<void> {
    const db = this.#parts.connect()
    try {
      const outcome = await verifyArchive({
        directory: this.#parts.place.directory,
        originals: this.#parts.originals,
        db,
        isThorough: true,
        work,
        onProgress: (progress) => {
          this.#progress = progress
          this.#tell()
        }
      })
      if (!this.#isClosed) this.#found(outcome)
    } finally {
      db.close()
      this.#progress = null
      this.#parts.onProgress(null)
    }
  }

  #found(outcome: VerificationOutcome): void {
    if (this.#parts.isReadOnly && outcome.state === 'finished') this.#unrecorded = outcome
    this.#parts.recordVerification(outcome)
  }

  #tell(): void {
    if (this.#progress && this.#work) this.#progress = { ...this.#progress, state: this.#work.state }
    this.#parts.onProgress(this.#progress)
  }

  /** After the program was not ended in order: only what is wrong is recorded, and told with it. */
  #checkQuickly(): void {
    const startedAt = Date.now()
    let database = 'ok'
    try {
      const verdict = fileVerdict(this.#db, false)
      if (verdict !== 'ok') database = `The database is damaged: ${verdict}`
    } catch (error) {
      database = damageSentence(error)
    }
    if (database === 'ok') return
    const nothing = { checked: 0, ok: 0, originals: [], extra: [], log: 'ok' }
    this.#found({ state: 'finished', isThorough: false, startedAt, endedAt: Date.now(), database, ...nothing })
  }

  #snapshot(): Snapshot {
    try {
      const { day, signature, ...taken } = this.#copyOfToday()
      this.#snapshotFailure = null
      this.#parts.recordSnapshot(day, signature)
      return { day, ...taken }
    } catch (error) {
      this.#snapshotFailure = snapshotFailure(error, this.#db, this.#parts.place)
      this.#parts.recordSnapshotFailure(this.#snapshotFailure)
      throw error
    } finally {
      // Whoever shows the snapshots asks again.
      this.#parts.onProgress(this.#progress)
    }
  }

  #copyOfToday(): Snapshot & Readonly<{ signature: string }> {
    const db = this.#parts.connect()
    try {
      const signature = contentSignature(db)
      return { ...takeSnapshot(db, this.#parts.place, dayOf(new Date())), signature }
    } finally {
      db.close()
    }
  }

  #manifest(): void {
    void this.#inTurn(async (work) => {
      const db = this.#parts.connect()
      try {
        await writeManifest(db, this.#parts.place, work)
      } finally {
        db.close()
      }
    }).catch(() => undefined)
  }
}
