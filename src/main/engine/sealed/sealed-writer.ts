import { writeSync } from 'node:fs'
import { endOf } from '#engine/sealed/padded-size'
import { CHUNK_BYTES, newHeader, type SealGroup, sealChunk } from '#engine/sealed/sealed-format'

/** Written at a time: 1 MiB. */
const ZEROS = Buffer.alloc(16 * CHUNK_BYTES)

/** Seals bytes into a new, empty file, from its beginning to its end. Without `finish` the file is cut off, and will not open. */
export class SealedWriter {
  readonly #descriptor: number
  readonly #key: Uint8Array
  /** What is not known yet to be a chunk with others after it. */
  #rest = Buffer.alloc(0)
  #index = 0
  #sizeBytes = 0

  constructor(descriptor: number, group: SealGroup) {
    this.#descriptor = descriptor
    const { header, key } = newHeader(group)
    this.#key = key
    writeAll(descriptor, header)
  }

  write(bytes: Uint8Array): void {
    this.#sizeBytes += bytes.length
    this.#seal(bytes)
  }

  /** Hides the size, and writes the last chunk; nothing may be written after it. Cost: that of writing at most 3.2 % of a large file. */
  finish(): void {
    const { zeros, size } = endOf(this.#sizeBytes)
    for (let left = zeros; left > 0; left -= ZEROS.length) this.#seal(ZEROS.subarray(0, left))
    this.#seal(size)
    writeAll(this.#descriptor, Buffer.concat(sealChunk(this.#key, this.#index, true, this.#rest)))
    this.#rest = Buffer.alloc(0)
    this.#key.fill(0)
  }

  #seal(bytes: Uint8Array): void {
    const all = this.#rest.length === 0 ? bytes : Buffer.concat([this.#rest, bytes])
    const sealed: Buffer[] = []
    let at = 0
    // A whole chunk waits as well: it may be the last.
    for (; all.length - at > CHUNK_BYTES; at += CHUNK_BYTES)
      sealed.push(...sealChunk(this.#key, this.#index++, false, all.subarray(at, at + CHUNK_BYTES)))
    // A copy: whoever gave the bytes may use their memory again.
    this.#rest = Buffer.from(all.subarray(at))
    if (sealed.length > 0) writeAll(this.#descriptor, Buffer.concat(sealed))
  }
}

function writeAll(descriptor: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length; ) at += writeSync(descriptor, bytes, at)
}
