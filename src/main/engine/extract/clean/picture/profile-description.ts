import { inflateSync } from 'node:zlib'
import { latin1 } from '#engine/extract/charset/latin1'
import { isNamed, jpegSegments } from '#engine/extract/clean/picture/jpeg-segments'
import { pngChunks } from '#engine/extract/clean/picture/png-chunks'
import { riffChunks, webpRange } from '#engine/extract/clean/picture/riff-chunks'
import { tiffChain } from '#engine/extract/clean/picture/tiff-directory'
import { COLOUR_PROFILE } from '#engine/extract/clean/picture/tiff-tags'
import { traceValue } from '#engine/extract/clean/trace-value'

const LARGEST_PROFILE = 4_000_000

/** What the colour profile in a picture calls itself, which can be the name of a screen; empty where it has no name, null without a profile. */
export function profileDescription(bytes: Uint8Array, mediaType: string): string | null {
  const profile = profileOf(bytes, mediaType)
  return profile === undefined ? null : describe(profile)
}

function profileOf(bytes: Uint8Array, mediaType: string): Uint8Array | undefined {
  switch (mediaType) {
    case 'image/jpeg': {
      const first = [...jpegSegments(bytes)].find((segment) => segment.marker === 0xe2 && isNamed(segment, 'ICC_PROFILE\0'))
      return first?.content.subarray(14)
    }
    case 'image/png':
    case 'image/apng':
      return unpacked([...pngChunks(bytes)].find(({ name }) => name === 'iCCP')?.content)
    case 'image/webp': {
      const { start, end } = webpRange(bytes)
      return [...riffChunks(bytes, start, end)].find(({ name }) => name === 'ICCP')?.content
    }
    case 'image/tiff':
      return [...tiffChain(bytes)].flatMap(({ entries }) => entries).find(({ tag }) => tag === COLOUR_PROFILE)?.bytes
    default:
      return undefined
  }
}

function unpacked(content: Uint8Array | undefined): Uint8Array | undefined {
  if (content === undefined) return undefined
  try {
    return inflateSync(content.subarray(content.indexOf(0) + 2), { maxOutputLength: LARGEST_PROFILE })
  } catch {
    // A damaged profile is a profile all the same.
    return new Uint8Array(0)
  }
}

/** The `desc` of an ICC profile, in either of its two forms. */
function describe(profile: Uint8Array): string {
  const view = Buffer.from(profile.buffer, profile.byteOffset, profile.byteLength)
  const count = view.length < 132 ? 0 : Math.min(view.readUInt32BE(128), 100)
  for (let entry = 132; entry < 132 + count * 12 && entry + 12 <= view.length; entry += 12) {
    if (latin1(view.subarray(entry, entry + 4)) !== 'desc') continue
    const at = view.readUInt32BE(entry + 4)
    if (at + 28 > view.length) return ''
    const kind = latin1(view.subarray(at, at + 4))
    if (kind === 'desc') return traceValue(latin1(view.subarray(at + 12, at + 12 + view.readUInt32BE(at + 8)))) ?? ''
    if (kind !== 'mluc') return ''
    const start = at + view.readUInt32BE(at + 24)
    const letters = Buffer.from(view.subarray(start, start + (view.readUInt32BE(at + 20) & ~1)))
    return traceValue(letters.swap16().toString('utf16le')) ?? ''
  }
  return ''
}
