import { isDiskTrouble } from '#engine/import/batch-writer'
import type { UnitWriter } from '#engine/import/write-unit'

/** Follows what is under way to its end, so that nothing is lost silently and somebody can wait for all of it. */
export class Writes {
  readonly #units: UnitWriter
  readonly #onTrouble: (error: unknown) => void
  readonly #underWay = new Set<Promise<unknown>>()

  /** `onTrouble` hears of trouble that concerns more than one document: the archive's own disk fails, or this program is wrong. */
  constructor(units: UnitWriter, onTrouble: (error: unknown) => void) {
    this.#units = units
    this.#onTrouble = onTrouble
  }

  /** Follows a write to its commit; resolves with whether it got there. One that can not be committed becomes a row. */
  settle(path: string, written: Promise<unknown>, isInside = false): Promise<boolean> {
    return this.follow(
      written.then(
        () => true,
        async (error: unknown) => {
          if (isDiskTrouble(error)) throw error
          console.error('import: a document could not be written', error)
          const message = 'Sanad could not write it into the archive. The error is in the log.'
          await this.#units.refuse(path, { code: 'io-error', message }, isInside)
          return false
        }
      )
    )
  }

  /** Follows work to its end; resolves with whether it succeeded. */
  follow(work: Promise<boolean>): Promise<boolean> {
    const followed = work.catch((error: unknown) => {
      this.#onTrouble(error)
      return false
    })
    this.#underWay.add(followed)
    void followed.then(() => this.#underWay.delete(followed))
    return followed
  }

  /** Resolves when nothing is under way. */
  async settled(): Promise<void> {
    while (this.#underWay.size > 0) await Promise.all(this.#underWay)
  }
}
