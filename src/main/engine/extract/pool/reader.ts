import type { ExtractProcess } from '#engine/extract/pool/extract-process'
import { readRefusedNote } from '#engine/extract/pool/refused-note'
import { LAST_ANSWER } from '#engine/extract/pool/worn-out'

/** The answer's bytes, or why there is none. */
export type Outcome = Uint8Array | 'timed-out' | 'out-of-memory' | 'reader-crashed' | 'too-large'

/** What one job may take; times in milliseconds. */
export type ReaderLimits = Readonly<{
  timeLimitMs: number
  memoryLimitBytes: number
  answerLimitBytes: number
  residentBytes: (pid: number) => number | undefined
  /** A process wanted to reach a network by this way, and was refused. */
  onRefused: (way: string) => void
}>

/** How often memory is looked at while a job runs. */
const WATCH_MS = 250
/** After so many jobs, and from then on every so many, memory that was never given back ends the process. */
const CHECK_EVERY_JOBS = 200
/** The share of the memory limit that an idle process may keep. */
const IDLE_SHARE = 0.6

type Running = Readonly<{ finish: (outcome: Outcome) => void }>

/** One seat of the pool: a process that is started when needed and replaced when it is gone. */
export class Reader {
  readonly #spawn: () => ExtractProcess
  readonly #limits: ReaderLimits
  #process: ExtractProcess | undefined
  #running: Running | undefined
  #jobs = 0
  #isWornOut = false
  #gone: Promise<void> = Promise.resolve()

  constructor(spawn: () => ExtractProcess, limits: ReaderLimits) {
    this.#spawn = spawn
    this.#limits = limits
  }

  /** Does one job; the one before must have ended. Never rejects. */
  run(job: Uint8Array, timeLimitMs = this.#limits.timeLimitMs): Promise<Outcome> {
    return new Promise((resolve) => {
      let process: ExtractProcess
      try {
        process = this.#process ?? this.#start()
      } catch {
        // No process can be started: out of memory or of process numbers. The file is tried again by the next import.
        resolve('reader-crashed')
        return
      }
      const clock = setTimeout(() => this.#stop(process, 'timed-out'), timeLimitMs)
      const watch = setInterval(() => {
        if (this.#resident(process) > this.#limits.memoryLimitBytes) this.#stop(process, 'out-of-memory')
      }, WATCH_MS)
      this.#running = {
        finish: (outcome) => {
          clearTimeout(clock)
          clearInterval(watch)
          this.#running = undefined
          resolve(outcome)
        }
      }
      process.post(job)
    })
  }

  /** Ends the process; resolves when it is gone. */
  async close(): Promise<void> {
    const process = this.#process
    if (process) this.#stop(process, 'reader-crashed')
    await this.#gone
  }

  #start(): ExtractProcess {
    const process = this.#spawn()
    this.#process = process
    this.#jobs = 0
    this.#isWornOut = false
    process.onMessage((bytes) => {
      // Only the process of the moment is heard; what a stopped one still says is nobody's answer.
      if (this.#process === process) this.#answered(process, bytes)
    })
    this.#gone = new Promise((resolve) => {
      process.onExit(() => {
        if (this.#process === process) this.#ended('reader-crashed')
        resolve()
      })
    })
    return process
  }

  #answered(process: ExtractProcess, bytes: Uint8Array): void {
    if (bytes.byteLength === LAST_ANSWER.byteLength) {
      this.#isWornOut = true
      return
    }
    const refused = readRefusedNote(bytes)
    if (refused !== undefined) {
      this.#limits.onRefused(refused)
      return
    }
    const tooLarge = bytes.byteLength > this.#limits.answerLimitBytes
    this.#jobs++
    if (this.#isWornOut || this.#keepsTooMuch(process)) {
      this.#process = undefined
      process.kill()
    }
    this.#running?.finish(tooLarge ? 'too-large' : bytes)
  }

  #keepsTooMuch(process: ExtractProcess): boolean {
    return this.#jobs % CHECK_EVERY_JOBS === 0 && this.#resident(process) > this.#limits.memoryLimitBytes * IDLE_SHARE
  }

  #stop(process: ExtractProcess, why: Outcome): void {
    if (this.#process !== process) return
    this.#ended(why)
    process.kill()
  }

  #ended(why: Outcome): void {
    this.#process = undefined
    this.#running?.finish(why)
  }

  #resident(process: ExtractProcess): number {
    return (process.pid === undefined ? undefined : this.#limits.residentBytes(process.pid)) ?? 0
  }
}
