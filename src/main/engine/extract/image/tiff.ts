/** Pages of a TIFF, and their pictures. */
import type { PageBitmap } from '#engine/extract/found'
import { bitmapOf } from '#engine/extract/image/bitmap'
import { MOST_PIXELS, type PictureSize } from '#engine/extract/image/picture-size'

/** `directory`: offset of the page's directory in the file. `orientation` as in EXIF. */
export type TiffPage = PictureSize & Readonly<{ directory: number; orientation: number }>

/** A fax of more pages is a hostile file. */
const MOST_PAGES = 5000

const ENTRY_BYTES = 12
const TAG = { subfile: 254, width: 256, height: 257, orientation: 274 } as const
/** Of the tag that says what the samples of a pixel are. */
const INK = 5
const SHORT = 3
/** Bit of the subfile type: a smaller version of another page. */
const REDUCED = 1

/** The pages, thumbnails left out. Walks the directories only, each once; stops where the file is cut off. Empty when it is no TIFF. */
export function tiffPages(bytes: Uint8Array): TiffPage[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const pages: TiffPage[] = []
  const seen = new Set<number>()
  try {
    const little = view.getUint16(0) === 0x4949
    if (view.getUint16(2, little) !== 42) return []
    for (let at = view.getUint32(4, little); at !== 0 && !seen.has(at) && pages.length < MOST_PAGES; ) {
      seen.add(at)
      const { page, next } = readDirectory(view, at, little)
      if (page) pages.push(page)
      at = next
    }
  } catch (error) {
    // Reading past the end: the pages before it count.
    if (!(error instanceof RangeError)) throw error
  }
  return pages
}

function readDirectory(view: DataView, directory: number, little: boolean): { page: TiffPage | undefined; next: number } {
  const count = view.getUint16(directory, little)
  const found = { [TAG.subfile]: 0, [TAG.width]: 0, [TAG.height]: 0, [TAG.orientation]: 1 }
  for (let entry = 0; entry < count; entry++) {
    const at = directory + 2 + entry * ENTRY_BYTES
    const tag = view.getUint16(at, little)
    if (tag !== TAG.subfile && tag !== TAG.width && tag !== TAG.height && tag !== TAG.orientation) continue
    const isShort = view.getUint16(at + 2, little) === SHORT
    found[tag] = isShort ? view.getUint16(at + 8, little) : view.getUint32(at + 8, little)
  }
  const next = view.getUint32(directory + 2 + count * ENTRY_BYTES, little)
  const { [TAG.width]: width, [TAG.height]: height, [TAG.orientation]: turned, [TAG.subfile]: subfile } = found
  if (width < 1 || height < 1 || (subfile & REDUCED) !== 0) return { page: undefined, next }
  return { page: { width, height, directory, orientation: turned >= 1 && turned <= 8 ? turned : 1 }, next }
}

/** Draws one page upright, at most `width` pixels wide. Throws for a page that is too large or damaged. */
export async function tiffBitmap(bytes: Uint8Array, page: TiffPage, width: number): Promise<PageBitmap> {
  if (page.width * page.height > MOST_PIXELS) throw new Error('the page has too many pixels')
  const { decode, decodeImage, toRGBA8 } = (await import('utif2')).default
  demandBelievable(bytes, page.directory)
  const alone = onlyPage(bytes, page.directory)
  const [directory] = decode(alone)
  if (!directory) throw new Error('the page is damaged')
  decodeImage(alone, directory)
  if (directory.width !== page.width || directory.height !== page.height) throw new Error('the page is damaged')
  const rgba = isInk(directory) ? rgbaOfInk(directory) : toRGBA8(directory)
  return bitmapOf({ width: page.width, height: page.height, rgba }, page.orientation, width)
}

type Decoded = Readonly<{ width: number; height: number; data: Uint8Array; t258?: unknown; t262?: unknown; t277?: unknown }>

const first = (value: unknown): unknown => (Array.isArray(value) ? value[0] : value)

/** Whether pixels are cyan, magenta, yellow and black; the library turns those into colours in browsers only. */
const isInk = ({ t262 }: Decoded): boolean => first(t262) === INK

function rgbaOfInk({ width, height, data, t258, t277 }: Decoded): Uint8Array {
  if (first(t258) !== 8) throw new Error('this page has colours of an unusual depth')
  const samples = Math.max(4, Number(first(t277)) || 4)
  const rgba = new Uint8Array(width * height * 4)
  for (let pixel = 0; pixel < width * height; pixel++) {
    const paper = (255 - (data[pixel * samples + 3] ?? 0)) / 255
    for (let ink = 0; ink < 3; ink++) rgba[pixel * 4 + ink] = Math.round((255 - (data[pixel * samples + ink] ?? 0)) * paper)
    rgba[pixel * 4 + 3] = 255
  }
  return rgba
}

/** Bytes of a value, by its type. */
const TYPE_BYTES: readonly number[] = [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4]

/** Throws for a directory that claims more values than the file has bytes: the decoder would make room for them all. */
function demandBelievable(bytes: Uint8Array, directory: number): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const little = view.getUint16(0) === 0x4949
  const count = view.getUint16(directory, little)
  for (let entry = 0; entry < count; entry++) {
    const at = directory + 2 + entry * ENTRY_BYTES
    const size = TYPE_BYTES[view.getUint16(at + 2, little)] ?? 1
    if (size * view.getUint32(at + 4, little) > bytes.length) throw new Error('the page is damaged')
  }
}

/** A copy in which the page is the only one: the decoder would read all directories, and go round for ever where they form a ring. */
function onlyPage(bytes: Uint8Array, directory: number): ArrayBuffer {
  const alone = new ArrayBuffer(bytes.byteLength)
  new Uint8Array(alone).set(bytes)
  const view = new DataView(alone)
  const little = view.getUint16(0) === 0x4949
  view.setUint32(4, directory, little)
  view.setUint32(directory + 2 + view.getUint16(directory, little) * ENTRY_BYTES, 0, little)
  return alone
}
