import { inflateRawSync } from 'node:zlib'
import type { ChunkSize } from '#engine/text/packed-text'
import { dictionaryOf } from '#engine/text/run-packer'

/** A chunk above this is never unpacked: a row that claims more was not written by this program. */
const MOST_BYTES = 1 << 29

/** What is kept of a chunk: the line before its text, and the text. */
export type ChunkContent = Readonly<{ head: string; text: string }>

/** Unpacks single chunks of one run. Throws when the bytes are damaged. */
export class RunReader {
  readonly #sizes: readonly ChunkSize[]
  readonly #chunks: Uint8Array
  #first: Buffer | undefined

  constructor(sizes: readonly ChunkSize[], chunks: Uint8Array) {
    this.#sizes = sizes
    this.#chunks = chunks
  }

  /** The chunk with this number in the run. Cost: unpacking it, and once the first one. */
  read(index: number): ChunkContent {
    this.#first ??= this.#unpack(0)
    const bytes = index === 0 ? this.#first : this.#unpack(index, dictionaryOf(this.#first))
    const content = bytes.toString('utf8')
    const line = content.indexOf('\n')
    return { head: content.slice(0, line), text: content.slice(line + 1) }
  }

  #unpack(index: number, dictionary?: Uint8Array): Buffer {
    let from = 0
    for (const [, bytes] of this.#sizes.slice(0, index)) from += bytes
    const packed = this.#chunks.subarray(from, from + (this.#sizes[index]?.[1] ?? 0))
    return inflateRawSync(packed, { maxOutputLength: MOST_BYTES, ...(dictionary === undefined ? {} : { dictionary }) })
  }
}
