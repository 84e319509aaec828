/** The one place that knows how a verification gets at the bytes of an original. */
import { createHash } from 'node:crypto'
import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs'
import type { Rest } from '#engine/integrity/work'
import { chunksOf, contentOf, layoutOf } from '#engine/sealed/padded-size'
import { HEADER_BYTES, isHeader, openChunk, SEALED_CHUNK_BYTES, SealedFault } from '#engine/sealed/sealed-format'
import type { StoredFile } from '#engine/sealed/stored-file'
import type { OriginalTrouble } from '#shared/model/integrity'

/** Never through a link, and never waiting on a pipe: whoever can write in the folder may have put one there. */
const READ_REGULAR = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0)

/** About a megabyte is read at once. */
const CHUNKS_AT_ONCE = 16
const BUFFER_BYTES = CHUNKS_AT_ONCE * SEALED_CHUNK_BYTES

export type Hashed = Readonly<{ sha256: Uint8Array }> | Readonly<{ trouble: OriginalTrouble }>

/** `false` when the work was ended meanwhile. */
type Hashing = Promise<boolean>

/** Reads files one after another and hashes them, with one buffer for all: small files cost what reading them costs. */
export class OriginalHasher {
  readonly #buffer = Buffer.allocUnsafeSlow(BUFFER_BYTES)

  /** `onBytes` is told after each piece. Undefined when the work was ended meanwhile. */
  async hash({ path, key }: StoredFile, work: Rest, onBytes: (bytes: number) => void): Promise<Hashed | undefined> {
    let descriptor: number
    try {
      descriptor = openSync(path, READ_REGULAR)
    } catch (error) {
      return { trouble: troubleOf(error) }
    }
    try {
      const stat = fstatSync(descriptor)
      if (!stat.isFile()) return { trouble: 'not-a-file' }
      const hash = createHash('sha256')
      const add = (bytes: Uint8Array): void => {
        hash.update(bytes)
        onBytes(bytes.length)
      }
      const isDone = await (key === null
        ? this.#addPlain(descriptor, stat.size, work, add)
        : this.#addSealed(descriptor, stat.size, key, work, add))
      return isDone ? { sha256: hash.digest() } : undefined
    } catch (error) {
      return { trouble: error instanceof SealedFault ? 'changed' : troubleOf(error) }
    } finally {
      closeSync(descriptor)
    }
  }

  /** To the end of the file, wherever its size says that is: one that grew is another one. */
  async #addPlain(descriptor: number, size: number, work: Rest, add: (bytes: Uint8Array) => void): Hashing {
    let read = 0
    for (let n = readSync(descriptor, this.#buffer); n > 0; n = readSync(descriptor, this.#buffer)) {
      add(this.#buffer.subarray(0, n))
      read += n
      if (!(await work.rest())) return false
      // Short of what was asked for, and all that there is: asking once more would only be told so. Most files are small.
      if (n < BUFFER_BYTES && read === size) return true
    }
    return true
  }

  /**
   * Throws `SealedFault` at the first chunk that is not as it was written, or not in its place; the padding is looked at as well. The last
   * chunk comes first: it tells where the content ends.
   */
  async #addSealed(descriptor: number, size: number, key: Uint8Array, work: Rest, add: (bytes: Uint8Array) => void): Hashing {
    if (!isHeader(this.#read(descriptor, 0, HEADER_BYTES))) throw new SealedFault('A sealed file does not begin as one.')
    const chunks = chunksOf(size)
    const placeOf = (index: number): number => HEADER_BYTES + index * SEALED_CHUNK_BYTES
    const last = openChunk(key, chunks - 1, true, this.#read(descriptor, placeOf(chunks - 1), SEALED_CHUNK_BYTES))
    const layout = layoutOf(size, last)
    for (let index = 0; index < chunks - 1; index += CHUNKS_AT_ONCE) {
      const count = Math.min(CHUNKS_AT_ONCE, chunks - 1 - index)
      const sealed = this.#read(descriptor, placeOf(index), count * SEALED_CHUNK_BYTES)
      for (let n = 0; n < count; n++) {
        const chunk = openChunk(key, index + n, false, sealed.subarray(n * SEALED_CHUNK_BYTES, (n + 1) * SEALED_CHUNK_BYTES))
        add(contentOf(chunk, index + n, layout))
      }
      if (!(await work.rest())) return false
    }
    add(contentOf(last, chunks - 1, layout))
    return await work.rest()
  }

  #read(descriptor: number, position: number, length: number): Buffer {
    let used = 0
    for (let n = -1; n !== 0 && used < length; used += n)
      n = readSync(descriptor, this.#buffer, used, length - used, position + used)
    return this.#buffer.subarray(0, used)
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
