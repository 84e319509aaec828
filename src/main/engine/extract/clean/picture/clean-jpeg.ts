import { joined } from '#engine/extract/clean/joined'
import { isNamed, type JpegSegment, jpegSegments } from '#engine/extract/clean/picture/jpeg-segments'
import { orientationOnly } from '#engine/extract/clean/picture/orientation-only'

const SOI = 0xd8
const APP0 = 0xe0
const APP2 = 0xe2
const APP14 = 0xee
const APP15 = 0xef
const COMMENT = 0xfe
/** Extensions of JPEG that no picture in use has. */
const isReserved = (marker: number): boolean => marker >= 0xf0 && marker <= 0xfd

/**
 * The same picture, its data untouched, with nothing but what it takes to draw it: of the application segments only the size of a pixel
 * (JFIF), the colour profile and the colour transform (Adobe) stay, and `orientation` where it is not upright. What follows the picture
 * (previews, films of live photographs) is left out. Throws `CleanFault`.
 */
export function cleanJpeg(bytes: Uint8Array, orientation: number): Uint8Array {
  const kept: Uint8Array[] = []
  for (const segment of jpegSegments(bytes)) {
    const part = keptOf(segment)
    if (part !== undefined) kept.push(part)
    if (segment.marker === SOI && segment.kind === 'marker' && orientation !== 1) kept.push(exifSegment(orientation))
  }
  return joined(kept)
}

function keptOf(segment: JpegSegment): Uint8Array | undefined {
  const { kind, marker, bytes } = segment
  if (kind === 'scan') return bytes
  if (kind === 'trailer' || marker === COMMENT || isReserved(marker)) return undefined
  if (marker === APP0) return isNamed(segment, 'JFIF\0') && segment.content.length >= 14 ? jfifWithoutThumbnail(bytes) : undefined
  if (marker === APP2) return isNamed(segment, 'ICC_PROFILE\0') ? bytes : undefined
  if (marker === APP14) return isNamed(segment, 'Adobe') && segment.content.length >= 12 ? adobeAlone(bytes) : undefined
  return marker > APP0 && marker <= APP15 ? undefined : bytes
}

function jfifWithoutThumbnail(bytes: Uint8Array): Uint8Array {
  const segment = Uint8Array.from(bytes.subarray(0, 18))
  segment.set([0, 16], 2)
  segment.set([0, 0], 16)
  return segment
}

function adobeAlone(bytes: Uint8Array): Uint8Array {
  const segment = Uint8Array.from(bytes.subarray(0, 16))
  segment.set([0, 14], 2)
  return segment
}

function exifSegment(orientation: number): Uint8Array {
  const block = orientationOnly(orientation)
  const length = 2 + 6 + block.length
  return joined([Uint8Array.of(0xff, 0xe1, length >> 8, length & 0xff), Buffer.from('Exif\0\0', 'latin1'), block])
}
