import { recordCustody } from '#engine/custody/record'
import { lookForLine } from '#engine/rollcall/look-for-line'
import { contentKey, prepareLines } from '#engine/rollcall/prepare-lines'
import { durableTransaction, type ReadDb, transaction, type WriteDb } from '#engine/store/connection'
import {
  beginRun,
  countDone,
  endRun,
  findRollCall,
  findSameList,
  insertRollCall,
  type LineResult,
  listWaiting,
  resumeRun,
  saveResult,
  type WaitingLine
} from '#engine/store/rollcalls'
import { SanadError } from '#shared/errors'
import type { RollCallId } from '#shared/model/ids'
import type { ListLine, RollCall, RollCallMode, RollCallProgress, RollCallState } from '#shared/model/rollcall'

/** Lines are looked for so long before other work gets its turn. */
const SLICE_MS = 8
/** What was found is committed after so many lines or so long, and told: a commit of many would hold up others for as long as it takes. */
const COMMIT_LINES = 200
const COMMIT_MS = 200
/** Progress is told this often at most. */
const PROGRESS_MS = 100

export type NewList = Readonly<{ name: string; source: string; mode: RollCallMode; lines: readonly ListLine[] }>

export type RollCallParts = Readonly<{
  db: WriteDb
  /** A connection of its own: what is looked for neither waits for nor disturbs what is being written. */
  reader: () => ReadDb
  onProgress: (progress: RollCallProgress) => void
}>

/** In numbers: the lines and the list's name say what somebody looked for. One that was deleted while it ran is not recorded. */
function recordRun(db: WriteDb, id: RollCallId): void {
  const rollCall = findRollCall(db, id)
  if (!rollCall) return
  const { mode, state, runs, counts } = rollCall
  const { lines, found, missing } = counts
  recordCustody(db, 'rollcall-run', { rollCall: id, mode, state, run: runs, lines, found, missing })
}

type Run = {
  readonly id: RollCallId
  readonly mode: RollCallMode
  readonly total: number
  done: number
  found: number
  isCancelled: boolean
}

/** The roll-call under way, if there is one; at most one in an archive. */
export class RollCallControl {
  readonly #parts: RollCallParts
  #reader: ReadDb | undefined
  #run: Run | undefined
  #startedAt = 0
  #toldAt = 0
  #doneBefore = 0
  #isClosing = false
  #ended: Promise<void> = Promise.resolve()

  constructor(parts: RollCallParts) {
    this.#parts = parts
  }

  /** Stores a list, on disk when this answers, and looks for its lines in the background. Throws SanadError `rollcall-running` or `list-empty`. */
  create({ name, source, mode, lines }: NewList): RollCall {
    this.#refuseWhileRunning()
    if (lines.every(({ problem }) => problem === 'empty')) throw new SanadError('list-empty', 'There is no line in this list.')
    const { db } = this.#parts
    const id = durableTransaction(db, () =>
      insertRollCall(db, {
        name,
        source,
        mode,
        contentKey: contentKey(lines, mode),
        now: Date.now(),
        lines: prepareLines(lines, mode)
      })
    )
    return this.#start(id)
  }

  /** The saved roll-call of just these lines; undefined when there is none. */
  findSame(lines: readonly ListLine[], mode: RollCallMode): RollCallId | undefined {
    return findSameList(this.#parts.db, contentKey(lines, mode))
  }

  /** Runs a roll-call again, or goes on where it was cut short. Throws SanadError `not-found` or `rollcall-running`. */
  run(id: RollCallId): RollCall {
    this.#refuseWhileRunning()
    const { db } = this.#parts
    const { state } = this.#get(id)
    durableTransaction(db, () => (state === 'finished' ? beginRun(db, id, Date.now()) : resumeRun(db, id)))
    return this.#start(id)
  }

  /** Ends the run after its line; what was found stays, and it can be gone on with. Without one running, nothing. */
  cancel(): void {
    if (this.#run) this.#run.isCancelled = true
  }

  current(): RollCallProgress | null {
    return this.#run ? this.#progress(this.#run, 'running') : null
  }

  /** The connection that roll-calls read by. */
  reader(): ReadDb {
    this.#reader ??= this.#parts.reader()
    return this.#reader
  }

  /** Resolves when nothing is being looked for. */
  async ended(): Promise<void> {
    await this.#ended
  }

  /** Cuts a run short, to be gone on with when the archive is opened again, and waits for its last commit. */
  async close(): Promise<void> {
    this.#isClosing = true
    this.cancel()
    await this.#ended
    this.#reader?.close()
    this.#reader = undefined
  }

  #refuseWhileRunning(): void {
    if (this.#run) throw new SanadError('rollcall-running', 'A roll-call is running. Wait for it, or cancel it first.')
  }

  #get(id: RollCallId): RollCall {
    const found = findRollCall(this.#parts.db, id)
    if (!found) throw new SanadError('not-found', `There is no roll-call ${id} in this archive.`)
    return found
  }

  #start(id: RollCallId): RollCall {
    const { db } = this.#parts
    const { mode } = this.#get(id)
    const waiting = listWaiting(db, id)
    this.#doneBefore = countDone(db, id)
    const run: Run = { id, mode, total: this.#doneBefore + waiting.length, done: this.#doneBefore, found: 0, isCancelled: false }
    this.#run = run
    this.#startedAt = performance.now()
    this.#ended = this.#lookForAll(run, waiting).catch((error: unknown) => {
      console.error('a roll-call stopped', error)
      this.#end(run, 'failed')
    })
    return this.#get(id)
  }

  async #lookForAll(run: Run, waiting: readonly WaitingLine[]): Promise<void> {
    const reader = this.reader()
    let found: LineResult[] = []
    let committedAt = performance.now()
    let sliceBegan = 0
    for (const line of waiting) {
      if (performance.now() - sliceBegan > SLICE_MS) {
        await new Promise(setImmediate)
        sliceBegan = performance.now()
      }
      if (run.isCancelled) break
      found.push(lookForLine(reader, line, run.mode))
      if (found.length < COMMIT_LINES && performance.now() - committedAt < COMMIT_MS) continue
      this.#commit(run, found)
      found = []
      committedAt = performance.now()
    }
    this.#commit(run, found)
    this.#end(run, run.isCancelled ? (this.#isClosing ? 'interrupted' : 'cancelled') : 'finished')
  }

  #commit(run: Run, found: readonly LineResult[]): void {
    const { db, onProgress } = this.#parts
    transaction(db, () => {
      for (const result of found) saveResult(db, run.id, result)
    })
    run.done += found.length
    run.found += found.filter(({ ids }) => ids.length > 0).length
    if (performance.now() - this.#toldAt < PROGRESS_MS) return
    this.#toldAt = performance.now()
    onProgress(this.#progress(run, 'running'))
  }

  #end(run: Run, state: RollCallState): void {
    const { db, onProgress } = this.#parts
    durableTransaction(db, () => {
      endRun(db, run.id, state, Date.now())
      recordRun(db, run.id)
    })
    this.#run = undefined
    onProgress(this.#progress(run, state))
  }

  #progress({ id, done, total, found }: Run, state: RollCallState): RollCallProgress {
    const seconds = (performance.now() - this.#startedAt) / 1000
    const linesPerSecond = seconds > 0 ? (done - this.#doneBefore) / seconds : 0
    return { id, state, done, total, found, linesPerSecond }
  }
}
