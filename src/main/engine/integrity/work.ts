import { Gate } from '#engine/import/gate'

/** How long work goes on before others get their turn on the thread. */
const TURN_MS = 20
/** How often work that waits looks whether it may go on. */
const LOOK_MS = 250

/** What long work asks between small pieces whether it may go on. */
export type Rest = Pick<Work, 'rest'>

/** Work in the background that can be paused and ended, and that waits while something more urgent uses the disk. */
export class Work {
  readonly #gate = new Gate()
  readonly #isBusy: () => boolean
  /** The first piece waits its turn as well. */
  #turnBegan = Number.NEGATIVE_INFINITY
  #waits = false

  constructor(isBusy: () => boolean = () => false) {
    this.#isBusy = isBusy
  }

  get state(): 'running' | 'paused' | 'waiting' {
    return this.#gate.isPaused ? 'paused' : this.#waits ? 'waiting' : 'running'
  }

  get isEnded(): boolean {
    return this.#gate.isClosed
  }

  pause(): void {
    this.#gate.pause()
  }

  resume(): void {
    this.#gate.resume()
  }

  /** For good. */
  end(): void {
    this.#gate.close()
  }

  /** To be awaited between small pieces of work; false when there is to be no more. */
  rest(): Promise<boolean> | boolean {
    if (performance.now() - this.#turnBegan < TURN_MS) return !this.#gate.isClosed
    return this.#rest()
  }

  async #rest(): Promise<boolean> {
    await new Promise(setImmediate)
    while (this.#isBusy() && !this.#gate.isClosed) {
      this.#waits = true
      await new Promise((go) => setTimeout(go, LOOK_MS))
    }
    this.#waits = false
    const goesOn = await this.#gate.pass()
    this.#turnBegan = performance.now()
    return goesOn
  }
}
