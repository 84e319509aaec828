import { deflateRawSync, inflateRawSync } from 'node:zlib'

/** Text above this is never unpacked: a row that claims more was not written by this program. */
const MAX_TEXT_BYTES = 1 << 30

/** Raw deflate of the text's UTF-8. The same packing the extract processes use. */
export function packText(text: string): Uint8Array {
  return deflateRawSync(Buffer.from(text, 'utf8'), { level: 6 })
}

/** The inverse of `packText`. Throws when the bytes are damaged. */
export function unpackText(packed: Uint8Array): string {
  return inflateRawSync(packed, { maxOutputLength: MAX_TEXT_BYTES }).toString('utf8')
}
