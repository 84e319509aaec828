import type { FormatReader, PageBitmap, Source } from '#engine/extract/found'
import { pictureOrientation } from '#engine/extract/image/picture-orientation'
import { MOST_PIXELS, pictureSize } from '#engine/extract/image/picture-size'

/** The picture of a page as the OCR engine takes it. */
export type PagePicture = Readonly<{
  bytes: Uint8Array
  /** Before `orientation` is applied. */
  width: number
  height: number
  /** EXIF orientation to be applied, 1 to 8. */
  orientation: number
}>

/** Files of one picture that the engine decodes itself. */
const DECODED_BY_ENGINE: ReadonlySet<string> = new Set([
  'image/png',
  'image/apng',
  'image/jpeg',
  'image/gif',
  'image/webp',
  'image/bmp'
])
/** Scans are best read at this resolution. */
const DOTS_PER_INCH = 300
const POINTS_PER_INCH = 72
/** Pixels across, at most. */
const WIDEST = 4096

/** The picture of a 1-based page; a sentence when it is not to be had. */
export async function pagePicture(reader: FormatReader, source: Source, page: number): Promise<PagePicture | string> {
  if (DECODED_BY_ENGINE.has(source.mediaType)) {
    const size = pictureSize(source.bytes())
    if (!size) return 'The picture is damaged: its size can not be read.'
    if (size.width * size.height > MOST_PIXELS) return 'The picture has too many pixels.'
    return { bytes: source.bytes(), ...size, orientation: await pictureOrientation(source.bytes(), source.mediaType) }
  }
  if (!reader.bitmap || !reader.pages) return 'It has no pages that OCR could read.'
  const size = (await reader.pages(source)).pages[page - 1]
  if (!size) return `It has no page ${page}.`
  const scale = source.mediaType.startsWith('image/') ? 1 : DOTS_PER_INCH / POINTS_PER_INCH
  const width = Math.max(1, Math.min(WIDEST, Math.round(size.width * scale)))
  return grayscale(await reader.bitmap(source, page, width))
}

/** A bitmap (32 bits a pixel, rows from the top) as a portable graymap: a quarter of the bytes. */
function grayscale({ bytes }: PageBitmap): PagePicture | string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const start = view.getUint32(10, true)
  const width = view.getInt32(18, true)
  const height = -view.getInt32(22, true)
  if (view.getUint16(28, true) !== 32 || width < 1 || height < 1 || bytes.length < start + width * height * 4)
    return 'The page could not be drawn.'
  const header = Buffer.from(`P5\n${width} ${height}\n255\n`, 'latin1')
  const gray = new Uint8Array(header.length + width * height)
  gray.set(header)
  for (let from = start, to = header.length; to < gray.length; from += 4, to++)
    gray[to] = ((bytes[from + 2] ?? 0) * 77 + (bytes[from + 1] ?? 0) * 150 + (bytes[from] ?? 0) * 29) >> 8
  return { bytes: gray, width, height, orientation: 1 }
}
