/** Bounds how much is under way: a number of places, and a sum of bytes. One piece larger than the whole sum goes alone. */
export class Slots {
  readonly #places: number
  readonly #bytes: number
  #usedPlaces = 0
  #usedBytes = 0
  #waiting: (() => void)[] = []

  constructor(places: number, bytes: number) {
    this.#places = places
    this.#bytes = bytes
  }

  async take(bytes: number): Promise<() => void> {
    while (this.#usedPlaces >= this.#places || (this.#usedPlaces > 0 && this.#usedBytes + bytes > this.#bytes)) {
      await new Promise<void>((go) => this.#waiting.push(go))
    }
    this.#usedPlaces += 1
    this.#usedBytes += bytes
    return () => {
      this.#usedPlaces -= 1
      this.#usedBytes -= bytes
      this.#wake()
    }
  }

  /** Resolves when nothing is under way. */
  async idle(): Promise<void> {
    while (this.#usedPlaces > 0) await new Promise<void>((go) => this.#waiting.push(go))
  }

  #wake(): void {
    const waiting = this.#waiting
    this.#waiting = []
    for (const go of waiting) go()
  }
}
