/** Lets work through, holds it while paused, and ends it when cancelled. */
export class Gate {
  #paused = false
  #closed = false
  #waiting: (() => void)[] = []

  get isPaused(): boolean {
    return this.#paused
  }

  get isClosed(): boolean {
    return this.#closed
  }

  pause(): void {
    this.#paused = true
  }

  resume(): void {
    this.#paused = false
    this.#letGo()
  }

  /** For good: `pass` answers false from now on. */
  close(): void {
    this.#closed = true
    this.#letGo()
  }

  /** Waits while paused; false when there is to be no more work. */
  async pass(): Promise<boolean> {
    while (this.#paused && !this.#closed) await new Promise<void>((go) => this.#waiting.push(go))
    return !this.#closed
  }

  #letGo(): void {
    const waiting = this.#waiting
    this.#waiting = []
    for (const go of waiting) go()
  }
}
