import { joined } from '#engine/extract/clean/joined'
import { orientationOnly } from '#engine/extract/clean/picture/orientation-only'
import { type RiffChunk, riffChunks, webpRange } from '#engine/extract/clean/picture/riff-chunks'

const DRAWN: ReadonlySet<string> = new Set(['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ANIM', 'ANMF', 'ICCP'])
const FRAME_HEAD = 16
/** Bits of VP8X. */
const HAS_EXIF = 0x08
const HAS_XMP = 0x04

/** The same picture, its data untouched, without EXIF, XMP, chunks of programs and what follows the picture. Throws `CleanFault`. */
export function cleanWebp(bytes: Uint8Array, orientation: number): Uint8Array {
  const { start, end } = webpRange(bytes)
  const chunks = [...riffChunks(bytes, start, end)].filter(({ name }) => DRAWN.has(name))
  // Only the extended form can say how the picture was held.
  const isTurned = orientation !== 1 && chunks.some(({ name }) => name === 'VP8X')
  const kept = chunks.map((chunk) => keptOf(chunk, isTurned))
  if (isTurned) kept.push(chunkOf('EXIF', orientationOnly(orientation)))
  const body = joined([Buffer.from('WEBP', 'latin1'), ...kept])
  return chunkOf('RIFF', body)
}

function keptOf({ name, content }: RiffChunk, isTurned: boolean): Uint8Array {
  if (name === 'VP8X') {
    const head = Uint8Array.from(content)
    head[0] = ((head[0] ?? 0) & ~(HAS_EXIF | HAS_XMP)) | (isTurned ? HAS_EXIF : 0)
    return chunkOf(name, head)
  }
  if (name !== 'ANMF') return chunkOf(name, content)
  const inner = [...riffChunks(content, FRAME_HEAD, content.length)].filter((chunk) => DRAWN.has(chunk.name))
  return chunkOf(name, joined([content.subarray(0, FRAME_HEAD), ...inner.map((chunk) => chunkOf(chunk.name, chunk.content))]))
}

function chunkOf(name: string, content: Uint8Array): Uint8Array {
  const chunk = Buffer.alloc(8 + content.length + (content.length % 2))
  chunk.write(name, 0, 'latin1')
  chunk.writeUInt32LE(content.length, 4)
  chunk.set(content, 8)
  return chunk
}
