import { type FormatReader, type Found, NOTHING_FOUND, type Source } from '#engine/extract/found'
import { isCutOff } from '#engine/extract/image/cut-off'
import { pictureMetadata } from '#engine/extract/image/picture-metadata'
import { pictureOrientation } from '#engine/extract/image/picture-orientation'
import { MOST_PIXELS, type PictureSize, pictureSize } from '#engine/extract/image/picture-size'
import { tiffBitmap, tiffPages } from '#engine/extract/image/tiff'
import { isSideways } from '#engine/extract/ocr/turned'
import type { Block } from '#shared/model/block'
import type { Fact } from '#shared/model/fact'
import { ocrBlocks } from '#shared/model/ocr-blocks'

/** Icons, bullets and pixels that count readers hold no text worth reading. */
const SMALLEST_SCAN = 64

/** Types whose pictures OCR can not open, and the window only partly. */
const HEIF: ReadonlySet<string> = new Set(['image/heic', 'image/heif', 'image/heic-sequence', 'image/heif-sequence'])
const AVIF = 'image/avif'

type Trouble = NonNullable<Found['simplified']>

const CUT_OFF: Trouble = { code: 'partly-read', message: 'The end of this picture is missing.' }
const TOO_LARGE: Trouble = {
  code: 'too-large',
  message: 'This picture has more than 100 million pixels. Sanad keeps it but does not open it.'
}
const NOT_SHOWN: Trouble = {
  code: 'not-readable-yet',
  message: 'Sanad keeps this picture and reads its date and place, but can not show it or read its words yet.'
}
const NOT_RECOGNISED: Trouble = { code: 'not-readable-yet', message: 'Sanad shows this picture, but can not read its words yet.' }

/** Pictures: what cameras and programs wrote into them, and the words that OCR read on them. */
export const image: FormatReader = {
  async extract(source): Promise<Found> {
    const pages = await uprightSizes(source)
    const metadata = await pictureMetadata(source.bytes(), source.mediaType)
    const { blocks, trouble, view } = { blocks: blocksOf(metadata.description, source), ...standing(source, pages) }
    return {
      blocks,
      allText: null,
      charset: null,
      metadata: { ...NOTHING_FOUND, title: metadata.title, author: metadata.author, date: metadata.taken?.day ?? null },
      direction: null,
      simplified: trouble,
      originalView: view,
      remoteResources: [],
      facts: [...metadata.facts, ...pixelFacts(pages)],
      pageCount: pages.length,
      scans: view === null || source.mediaType === AVIF ? [] : scansOf(pages)
    }
  },
  async pages(source) {
    return { pages: await uprightSizes(source), outline: [] }
  },
  async bitmap(source, page, width) {
    if (source.mediaType !== 'image/tiff') return { mediaType: source.mediaType, bytes: source.bytes() }
    const found = tiffPages(source.bytes())[page - 1]
    if (!found) throw new Error(`there is no page ${page}`)
    return await tiffBitmap(source.bytes(), found, width)
  }
}

/** Sizes of the pages as they are shown. Throws where the file does not tell one. */
async function uprightSizes(source: Source): Promise<PictureSize[]> {
  const bytes = source.bytes()
  if (source.mediaType === 'image/tiff') {
    const pages = tiffPages(bytes)
    if (pages.length === 0) throw new Error('it has no page; its beginning is damaged or cut off')
    return pages.map(({ width, height, orientation }) => turned({ width, height }, orientation))
  }
  const size = pictureSize(bytes)
  if (!size) throw new Error('its size can not be told; it is damaged or cut off')
  return [turned(size, await pictureOrientation(bytes, source.mediaType))]
}

const turned = ({ width, height }: PictureSize, orientation: number): PictureSize =>
  isSideways(orientation) ? { width: height, height: width } : { width, height }

const isTooLarge = ({ width, height }: PictureSize): boolean => width * height > MOST_PIXELS

function standing(source: Source, pages: readonly PictureSize[]): { trouble: Trouble | null; view: 'pages' | null } {
  if (HEIF.has(source.mediaType)) return { trouble: NOT_SHOWN, view: null }
  if (pages.every(isTooLarge)) return { trouble: TOO_LARGE, view: null }
  if (isCutOff(source.bytes(), source.mediaType)) return { trouble: CUT_OFF, view: 'pages' }
  return { trouble: source.mediaType === AVIF ? NOT_RECOGNISED : null, view: 'pages' }
}

/** 1-based pages that may hold writing. */
function scansOf(pages: readonly PictureSize[]): number[] {
  return pages.flatMap((size, index) =>
    Math.min(size.width, size.height) < SMALLEST_SCAN || isTooLarge(size) ? [] : [index + 1]
  )
}

function blocksOf(description: string | null, source: Source): Block[] {
  const written: Block[] =
    description === null
      ? []
      : description
          .split(/\n\s*\n/)
          .map((text) => text.trim())
          .filter((text) => text !== '')
          .map((text) => ({ kind: 'paragraph', text, page: 1 }))
  return [...written, ...source.ocr.flatMap(({ page, text }) => ocrBlocks(text, page))]
}

function pixelFacts(pages: readonly PictureSize[]): Fact[] {
  const [first] = pages
  return first ? [{ name: 'pixels', value: `${first.width} × ${first.height}` }] : []
}
