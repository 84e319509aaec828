import { type Hashed, OriginalHasher, troubleOf } from '#engine/integrity/stored-original'
import type { Rest } from '#engine/integrity/work'
import type { Originals } from '#engine/originals/originals'
import type { OriginalTrouble } from '#shared/model/integrity'

export type Judgement = 'ok' | OriginalTrouble

/** Reads originals of one archive, one after another, and holds each against its SHA-256. */
export class OriginalJudge {
  readonly #originals: Originals
  readonly #hasher = new OriginalHasher()

  constructor(originals: Originals) {
    this.#originals = originals
  }

  /** `onBytes` is told after each piece. Undefined when the work was ended meanwhile. Never rejects for what is wrong with the file. */
  async judge(sha256: Uint8Array, work: Rest, onBytes: (bytes: number) => void): Promise<Judgement | undefined> {
    const hashed = await this.#hash(sha256, work, onBytes)
    if (hashed === undefined) return undefined
    if ('trouble' in hashed) return hashed.trouble
    return Buffer.compare(sha256, hashed.sha256) === 0 ? 'ok' : 'changed'
  }

  #hash(sha256: Uint8Array, work: Rest, onBytes: (bytes: number) => void): Promise<Hashed | undefined> {
    try {
      return this.#hasher.hash(this.#originals.locate(sha256), work, onBytes)
    } catch (error) {
      // The beginning of a sealed one could not be read.
      return Promise.resolve({ trouble: troubleOf(error) })
    }
  }
}
