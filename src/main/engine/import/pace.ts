/** How fast an import goes, over the last seconds, and how long the rest will take. Pauses do not count. */
const WINDOW_MS = 5000
/** Before this much work there is nothing honest to say about the time left. */
const MIN_FILES = 20

export class Pace {
  #startedAt: number | undefined = performance.now()
  #beforeMs = 0
  #samples: { at: number; files: number }[] = []

  /** Seconds spent working. */
  seconds(): number {
    return (this.#beforeMs + (this.#startedAt === undefined ? 0 : performance.now() - this.#startedAt)) / 1000
  }

  /** Time spent before an interruption. */
  addSeconds(seconds: number): void {
    this.#beforeMs += seconds * 1000
  }

  stop(): void {
    if (this.#startedAt !== undefined) this.#beforeMs += performance.now() - this.#startedAt
    this.#startedAt = undefined
    this.#samples = []
  }

  go(): void {
    this.#startedAt ??= performance.now()
  }

  perSecond(files: number): number {
    const at = performance.now()
    this.#samples.push({ at, files })
    while (this.#samples.length > 2 && at - (this.#samples[0]?.at ?? at) > WINDOW_MS) this.#samples.shift()
    const first = this.#samples[0]
    if (!first || at - first.at < 200) return 0
    return ((files - first.files) * 1000) / (at - first.at)
  }

  /** Null while too little is known. */
  secondsLeft(files: number, left: number): number | null {
    if (files < MIN_FILES) return null
    const rate = this.perSecond(files)
    return rate > 0 ? left / rate : null
  }
}
