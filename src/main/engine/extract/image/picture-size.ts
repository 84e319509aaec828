/** Width and height in pixels, as the file's header says. */
export type PictureSize = Readonly<{ width: number; height: number }>

/** More pixels than this are never decoded: a picture of a few bytes may claim any size. */
export const MOST_PIXELS = 100_000_000

/** The size that the header of a PNG, JPEG, GIF, WebP, BMP or AVIF states; undefined when there is none to be read. Decodes nothing. */
export function pictureSize(bytes: Uint8Array): PictureSize | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    const size = sizeIn(view)
    return size && size.width > 0 && size.height > 0 ? size : undefined
  } catch (error) {
    // Reading past the end: the header is cut off.
    if (error instanceof RangeError) return undefined
    throw error
  }
}

function sizeIn(view: DataView): PictureSize | undefined {
  const first = view.getUint32(0)
  if (first === 0x89504e47) return { width: view.getUint32(16), height: view.getUint32(20) }
  if (first >>> 8 === 0xffd8ff) return jpegSize(view)
  if (first >>> 8 === 0x474946) return { width: view.getUint16(6, true), height: view.getUint16(8, true) }
  if (first >>> 16 === 0x424d) return bmpSize(view)
  if (first === 0x52494646 && view.getUint32(8) === 0x57454250) return webpSize(view)
  if (view.getUint32(4) === 0x66747970) return largestExtent(view)
  return undefined
}

/** Frame headers of all JPEG processes; the other markers between C0 and CF are tables. */
const isFrame = (marker: number): boolean => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)

function jpegSize(view: DataView): PictureSize | undefined {
  const at = jpegFrame(view)
  return at === undefined ? undefined : { height: view.getUint16(at + 5), width: view.getUint16(at + 7) }
}

/** Where the frame header of a JPEG stands, after its metadata and thumbnail. Throws RangeError where the file ends before. */
export function jpegFrame(view: DataView): number | undefined {
  let at = 2
  while (at < view.byteLength) {
    if (view.getUint8(at) !== 0xff) return undefined
    const marker = view.getUint8(at + 1)
    // Fill bytes, and markers without a length.
    if (marker === 0xff) at += 1
    else if (marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8)) at += 2
    else if (isFrame(marker)) return at
    else at += 2 + Math.max(view.getUint16(at + 2), 2)
  }
  return undefined
}

function bmpSize(view: DataView): PictureSize {
  const isOld = view.getUint32(14, true) === 12
  if (isOld) return { width: view.getUint16(18, true), height: view.getUint16(20, true) }
  // A negative height says that the rows run from the top.
  return { width: Math.abs(view.getInt32(18, true)), height: Math.abs(view.getInt32(22, true)) }
}

function webpSize(view: DataView): PictureSize | undefined {
  const kind = view.getUint32(12)
  if (kind === 0x56503858) return { width: 1 + uint24(view, 24), height: 1 + uint24(view, 27) }
  if (kind === 0x56503820) return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff }
  if (kind !== 0x5650384c) return undefined
  const bits = view.getUint32(21, true)
  return { width: 1 + (bits & 0x3fff), height: 1 + ((bits >>> 14) & 0x3fff) }
}

const uint24 = (view: DataView, at: number): number => view.getUint16(at, true) | (view.getUint8(at + 2) << 16)

/** How far into an AVIF its boxes are searched: the sizes stand at the beginning. */
const BOXES_BYTES = 64 * 1024

/** The largest of the `ispe` properties: the picture itself, beside its thumbnails and tiles. */
function largestExtent(view: DataView): PictureSize | undefined {
  let best: PictureSize | undefined
  for (let at = 8; at + 16 <= Math.min(view.byteLength, BOXES_BYTES); at++) {
    if (view.getUint32(at) !== 0x69737065) continue
    const size = { width: view.getUint32(at + 8), height: view.getUint32(at + 12) }
    if (!best || size.width * size.height > best.width * best.height) best = size
  }
  return best
}
