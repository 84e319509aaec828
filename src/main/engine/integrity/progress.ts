import type { Work } from '#engine/integrity/work'
import type { VerifyProgress, VerifyStage } from '#shared/model/integrity'

/** Below this much of a stage nothing is said about the time that is left. */
const KNOWN_FROM = 0.02

/** How far a verification is, as it tells it. */
export class VerifyProgressKeeper {
  readonly #work: Work
  readonly #total: Readonly<{ originals: number; bytes: number }>
  readonly #tell: (progress: VerifyProgress) => void
  #stage: VerifyStage = 'originals'
  #began = performance.now()
  #done: number | null = 0
  #checked = 0
  #bytes = 0
  #problems = 0

  constructor(work: Work, total: Readonly<{ originals: number; bytes: number }>, tell: (progress: VerifyProgress) => void) {
    this.#work = work
    this.#total = total
    this.#tell = tell
  }

  readonly originals = (checked: number, bytes: number, problems: number): void => {
    this.#checked = checked
    this.#bytes = bytes
    this.#problems = problems
    this.part(this.#total.bytes === 0 ? 1 : Math.min(1, bytes / this.#total.bytes))
  }

  enter(stage: VerifyStage, problems: number): void {
    this.#stage = stage
    this.#began = performance.now()
    this.#done = null
    this.#problems = problems
    this.#tell(this.now())
  }

  /** Of the stage, 0 to 1. */
  readonly part = (done: number): void => {
    this.#done = done
    this.#tell(this.now())
  }

  now(): VerifyProgress {
    const done = this.#done
    const seconds = (performance.now() - this.#began) / 1000
    return {
      state: this.#work.state,
      stage: this.#stage,
      checked: this.#checked,
      total: this.#total.originals,
      bytes: this.#bytes,
      totalBytes: this.#total.bytes,
      secondsLeft: done === null || done < KNOWN_FROM ? null : (seconds / done) * (1 - done),
      done,
      problems: this.#problems
    }
  }
}
