import { crc32 } from 'node:zlib'
import { joined } from '#engine/extract/clean/joined'
import { orientationOnly } from '#engine/extract/clean/picture/orientation-only'
import { type PngChunk, pngChunks } from '#engine/extract/clean/picture/png-chunks'

/** What it takes to draw the picture: pixels, transparency, colours, the shape of a pixel, animation. */
const DRAWN: ReadonlySet<string> = new Set(
  'IHDR PLTE IDAT IEND tRNS gAMA cHRM sRGB iCCP sBIT bKGD pHYs cICP mDCV mDCv cLLI cLLi acTL fcTL fdAT'.split(' ')
)

/** The same picture, its data untouched; texts, times, EXIF, chunks of programs and what follows the picture are left out. Throws `CleanFault`. */
export function cleanPng(bytes: Uint8Array, orientation: number): Uint8Array {
  const kept: Uint8Array[] = [bytes.subarray(0, 8)]
  for (const chunk of pngChunks(bytes)) {
    if (DRAWN.has(chunk.name)) kept.push(chunk.name === 'iCCP' ? withPlainName(chunk) : chunk.bytes)
    if (chunk.name === 'IHDR' && orientation !== 1) kept.push(chunkOf('eXIf', orientationOnly(orientation)))
  }
  return joined(kept)
}

/** The name of a colour profile is free text of whoever made it. */
function withPlainName({ bytes, content }: PngChunk): Uint8Array {
  const end = content.indexOf(0)
  return end < 0 ? bytes : chunkOf('iCCP', joined([Buffer.from('ICC profile', 'latin1'), content.subarray(end)]))
}

function chunkOf(name: string, content: Uint8Array): Uint8Array {
  const chunk = Buffer.alloc(12 + content.length)
  chunk.writeUInt32BE(content.length, 0)
  chunk.write(name, 4, 'latin1')
  chunk.set(content, 8)
  chunk.writeUInt32BE(crc32(chunk.subarray(4, 8 + content.length)), 8 + content.length)
  return chunk
}
