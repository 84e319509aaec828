import { fstatSync, readSync } from 'node:fs'
import { chunksOf, contentOf, type Layout, layoutOf } from '#engine/sealed/padded-size'
import { CHUNK_BYTES, HEADER_BYTES, isHeader, openChunk, SEALED_CHUNK_BYTES, SealedFault } from '#engine/sealed/sealed-format'

/** Readers go back and forth within a few places of a file: 2 MiB. */
const CHUNKS_KEPT = 32
/** Read from the disk at once: 1 MiB. */
const CHUNKS_AT_ONCE = 16

/** Reads a sealed file at any place. What it hands out is what was written, or it throws `SealedFault`. */
export class SealedReader {
  readonly sizeBytes: number
  readonly #descriptor: number
  readonly #key: Uint8Array
  readonly #layout: Layout
  readonly #kept = new Map<number, Buffer>()

  /** Opens the last chunk, which tells the size, and that the file has not been cut off. */
  constructor(descriptor: number, key: Uint8Array) {
    this.#descriptor = descriptor
    this.#key = key
    if (!isHeader(this.#readAt(0, HEADER_BYTES)))
      throw new SealedFault('A file of the archive should be sealed, and is not, or not in a way this program knows.')
    const { size } = fstatSync(descriptor)
    const index = chunksOf(size) - 1
    const last = openChunk(key, index, true, this.#readAt(HEADER_BYTES + index * SEALED_CHUNK_BYTES, SEALED_CHUNK_BYTES))
    this.#layout = layoutOf(size, last)
    this.sizeBytes = this.#layout.sizeBytes
    this.#kept.set(index, contentOf(last, index, this.#layout))
  }

  /** Up to `length` bytes from `position`; fewer where the file ends. The memory is the caller's. */
  read(position: number, length: number): Uint8Array {
    const end = Math.min(position + Math.max(length, 0), this.sizeBytes)
    const bytes = Buffer.allocUnsafe(Math.max(end - position, 0))
    let used = 0
    while (used < bytes.length) {
      const at = position + used
      const index = Math.floor(at / CHUNK_BYTES)
      const chunk = this.#chunk(index, Math.ceil(end / CHUNK_BYTES) - index)
      used += chunk.copy(bytes, used, at - index * CHUNK_BYTES)
    }
    // As a plain file is read: nothing may look different to whoever reads.
    return new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  }

  /** `wanted` chunks from this one on will be asked for. */
  #chunk(index: number, wanted: number): Buffer {
    const kept = this.#kept.get(index)
    if (kept) return kept
    this.#open(index, Math.min(wanted, CHUNKS_AT_ONCE, this.#layout.chunks - index))
    const opened = this.#kept.get(index)
    if (!opened) throw new Error('a chunk was not kept')
    return opened
  }

  #open(first: number, count: number): void {
    const sealed = this.#readAt(HEADER_BYTES + first * SEALED_CHUNK_BYTES, count * SEALED_CHUNK_BYTES)
    if (this.#kept.size + count > CHUNKS_KEPT) this.#kept.clear()
    for (let n = 0; n < count; n++) {
      const index = first + n
      const bytes = sealed.subarray(n * SEALED_CHUNK_BYTES, (n + 1) * SEALED_CHUNK_BYTES)
      const chunk = openChunk(this.#key, index, index === this.#layout.chunks - 1, bytes)
      this.#kept.set(index, contentOf(chunk, index, this.#layout))
    }
  }

  #readAt(position: number, length: number): Buffer {
    const bytes = Buffer.allocUnsafe(length)
    let used = 0
    for (let n = -1; n !== 0 && used < length; used += n)
      n = readSync(this.#descriptor, bytes, used, length - used, position + used)
    return bytes.subarray(0, used)
  }
}
