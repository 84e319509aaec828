import { deflateRawSync } from 'node:zlib'

/** Raw deflate of a string's UTF-8, and how many bytes that was before. */
export function pack(text: string): Readonly<{ packed: Uint8Array; bytes: number }> {
  const bytes = Buffer.from(text, 'utf8')
  return { packed: deflateRawSync(bytes, { level: PACK_LEVEL }), bytes: bytes.length }
}

/** Measured on 28 MB of texts: level 6 takes 23 ms a megabyte for .297 of the size, level 4 12 ms for .309, level 1 10 ms for .345. */
const PACK_LEVEL = 4
