import { latin1 } from '#engine/extract/charset/latin1'
import { CleanFault } from '#engine/extract/clean/clean-fault'

/** A chunk of a PNG, or with the empty name what follows the picture. */
export type PngChunk = Readonly<{ name: string; bytes: Uint8Array; content: Uint8Array }>

const SIGNATURE = 8

/** The chunks of a PNG in their order. Throws `CleanFault` where they do not follow each other. Cost: linear. */
export function* pngChunks(bytes: Uint8Array): Generator<PngChunk> {
  if (latin1(bytes.subarray(1, 4)) !== 'PNG') throw new CleanFault('damaged', 'It does not begin as a PNG.')
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  for (let at = SIGNATURE; at < bytes.length; ) {
    if (at + 12 > bytes.length) throw new CleanFault('damaged', 'It ends in the middle.')
    const end = at + 12 + view.getUint32(at)
    const name = latin1(bytes.subarray(at + 4, at + 8))
    if (end > bytes.length || !/^[A-Za-z]{4}$/.test(name)) throw new CleanFault('damaged', 'Its parts do not follow each other.')
    yield { name, bytes: bytes.subarray(at, end), content: bytes.subarray(at + 8, end - 4) }
    at = end
    if (name !== 'IEND') continue
    if (at < bytes.length) yield { name: '', bytes: bytes.subarray(at), content: bytes.subarray(at) }
    return
  }
}
