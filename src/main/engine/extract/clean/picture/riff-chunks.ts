import { latin1 } from '#engine/extract/charset/latin1'
import { CleanFault } from '#engine/extract/clean/clean-fault'

/** A chunk of a WebP; `bytes` with its head and padding. */
export type RiffChunk = Readonly<{ name: string; bytes: Uint8Array; content: Uint8Array }>

/** The chunks between `start` and `end`. Throws `CleanFault` where they do not follow each other. Cost: linear. */
export function* riffChunks(bytes: Uint8Array, start: number, end: number): Generator<RiffChunk> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  for (let at = start; at < end; ) {
    if (at + 8 > end) throw new CleanFault('damaged', 'It ends in the middle.')
    const length = view.getUint32(at + 4, true)
    const stop = at + 8 + length
    if (stop > end) throw new CleanFault('damaged', 'Its parts do not follow each other.')
    // The last padding byte is forgotten by some programs.
    const next = Math.min(stop + (length % 2), end)
    yield { name: latin1(bytes.subarray(at, at + 4)), bytes: bytes.subarray(at, next), content: bytes.subarray(at + 8, stop) }
    at = next
  }
}

/** Where the chunks of a WebP begin and end; what lies after is no part of the picture. Throws `CleanFault`. */
export function webpRange(bytes: Uint8Array): Readonly<{ start: number; end: number }> {
  if (latin1(bytes.subarray(0, 4)) !== 'RIFF' || latin1(bytes.subarray(8, 12)) !== 'WEBP')
    throw new CleanFault('damaged', 'It does not begin as a WebP.')
  const end = 8 + new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(4, true)
  if (end > bytes.length) throw new CleanFault('damaged', 'It ends in the middle.')
  return { start: 12, end }
}
