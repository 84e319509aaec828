/** The one place that knows how a verification gets at the bytes of an original. */
import { createHash } from 'node:crypto'
import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs'
import type { Work } from '#engine/integrity/work'
import { openStored } from '#engine/sealed/open-stored'
import { SealedFault } from '#engine/sealed/sealed-format'
import type { StoredFile } from '#engine/sealed/stored-file'
import type { OriginalTrouble } from '#shared/model/integrity'

/** Never through a link, and never waiting on a pipe: whoever can write in the folder may have put one there. */
const READ_REGULAR = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0)

const CHUNK_BYTES = 1 << 20

export type Hashed = Readonly<{ sha256: Uint8Array }> | Readonly<{ trouble: OriginalTrouble }>

/** Reads files one after another and hashes them, with one buffer for all. */
export class OriginalHasher {
  readonly #buffer = Buffer.allocUnsafeSlow(CHUNK_BYTES)

  /** `onBytes` is told after each piece. Undefined when the work was ended meanwhile. */
  async hash({ path, key }: StoredFile, work: Work, onBytes: (bytes: number) => void): Promise<Hashed | undefined> {
    if (key !== null) return this.#hashSealed({ path, key }, work, onBytes)
    let descriptor: number
    try {
      descriptor = openSync(path, READ_REGULAR)
    } catch (error) {
      return { trouble: troubleOf(error) }
    }
    try {
      if (!fstatSync(descriptor).isFile()) return { trouble: 'not-a-file' }
      const hash = createHash('sha256')
      for (let n = readSync(descriptor, this.#buffer); n > 0; n = readSync(descriptor, this.#buffer)) {
        hash.update(this.#buffer.subarray(0, n))
        onBytes(n)
        if (!(await work.rest())) return undefined
      }
      return { sha256: hash.digest() }
    } catch (error) {
      return { trouble: troubleOf(error) }
    } finally {
      closeSync(descriptor)
    }
  }

  /** A sealed file that is not as it was written is found out before its SHA-256 is known. */
  async #hashSealed(file: StoredFile, work: Work, onBytes: (bytes: number) => void): Promise<Hashed | undefined> {
    try {
      const stored = openStored(file)
      try {
        const hash = createHash('sha256')
        for (let at = 0; at < stored.sizeBytes; at += CHUNK_BYTES) {
          const bytes = stored.read(at, CHUNK_BYTES)
          hash.update(bytes)
          onBytes(bytes.length)
          if (!(await work.rest())) return undefined
        }
        return { sha256: hash.digest() }
      } finally {
        stored.close()
      }
    } catch (error) {
      return { trouble: error instanceof SealedFault ? 'changed' : troubleOf(error) }
    }
  }
}

/** Why an original could not be read. */
export function troubleOf(error: unknown): Exclude<OriginalTrouble, 'changed'> {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'ENOENT' || code === 'ENOTDIR') return 'missing'
  // What a link answers to O_NOFOLLOW, a folder to reading, a socket or device to opening.
  if (code === 'ELOOP' || code === 'EMLINK' || code === 'EISDIR' || code === 'ENXIO') return 'not-a-file'
  return 'unreadable'
}
