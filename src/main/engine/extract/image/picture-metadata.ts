/** What cameras and programs write into a picture: EXIF, IPTC and XMP, as metadata and facts. */
import { dateTaken, type TakenAt } from '#engine/extract/image/date-taken'
import { pngTexts } from '#engine/extract/image/png-texts'
import { embeddedBlocks } from '#engine/extract/image/webp-chunks'
import { readXmp, type Xmp } from '#engine/extract/image/xmp'
import type { Fact, FactName } from '#shared/model/fact'

/** Empty lists and nulls where the picture says nothing. */
export type PictureMetadata = Readonly<{
  title: string | null
  description: string | null
  author: string | null
  /** ISO 8601, with the time and zone as far as the camera wrote them. */
  taken: TakenAt | null
  facts: readonly Fact[]
}>

type Block = Readonly<Record<string, unknown>>
type Blocks = Readonly<{ ifd0?: Block; exif?: Block; gps?: Block; iptc?: Block; xmp?: unknown }>

/** XMP is parsed by our own reader; makers' notes and thumbnails are not read. */
const WANTED = {
  tiff: true,
  ifd1: false,
  exif: true,
  gps: true,
  iptc: true,
  interop: false,
  xmp: { parse: false },
  icc: false,
  jfif: false,
  ihdr: false,
  mergeOutput: false,
  reviveValues: false
} as const

const NO_METADATA: Blocks = {}

/** Reads what stands in the file; damaged metadata counts as none. */
export async function pictureMetadata(bytes: Uint8Array, mediaType: string): Promise<PictureMetadata> {
  const blocks = await readBlocks(bytes, mediaType)
  const xmp = typeof blocks.xmp === 'string' ? readXmp(blocks.xmp) : null
  const { ifd0, exif, iptc } = blocks
  const own = mediaType === 'image/png' ? pngTexts(bytes) : []
  const said = (keyword: string): string | null => own.find(([name]) => name === keyword)?.[1] ?? null
  const description = xmp?.description ?? text(iptc?.Caption) ?? text(ifd0?.ImageDescription) ?? describedBy(own)
  const author = xmp?.creator ?? text(iptc?.Byline) ?? text(ifd0?.Artist) ?? said('Author')
  const taken = dateTaken(
    text(exif?.DateTimeOriginal) ?? text(exif?.CreateDate) ?? xmp?.created ?? iptcDay(iptc) ?? said('Creation Time'),
    text(exif?.OffsetTimeOriginal) ?? text(exif?.OffsetTimeDigitized)
  )
  return {
    title: xmp?.title ?? text(iptc?.ObjectName) ?? text(iptc?.Headline) ?? said('Title'),
    description,
    author,
    taken,
    facts: factsOf(blocks, xmp, taken, description)
  }
}

/** Whatever a PNG says beyond title, author and time: a description as it is, the rest with its keyword. */
function describedBy(texts: ReturnType<typeof pngTexts>): string | null {
  const rest = texts.filter(([keyword]) => !['Title', 'Author', 'Creation Time'].includes(keyword))
  const paragraphs = rest.map(([keyword, value]) =>
    keyword === 'Description' || keyword === 'Comment' ? value : `${keyword}: ${value}`
  )
  return paragraphs.length === 0 ? null : paragraphs.join('\n\n')
}

/** IPTC writes `19881011`. */
function iptcDay(iptc: Block | undefined): string | null {
  const [, year, month, day] = /^(\d{4})(\d{2})(\d{2})$/.exec(text(iptc?.DateCreated) ?? '') ?? []
  return year ? `${year}-${month}-${day}` : null
}

async function readBlocks(bytes: Uint8Array, mediaType: string): Promise<Blocks> {
  const { parse } = await import('exifr')
  try {
    if (mediaType !== 'image/webp') return ((await parse(bytes, WANTED)) as Blocks | undefined) ?? NO_METADATA
    const { exif, xmp } = embeddedBlocks(bytes)
    const found = exif ? ((await parse(exif, WANTED)) as Blocks | undefined) : undefined
    return { ...found, ...(xmp === undefined ? {} : { xmp }) }
  } catch {
    // Damaged metadata, or a file the library does not know: the picture stands without.
    return NO_METADATA
  }
}

function factsOf({ ifd0, gps, exif, iptc }: Blocks, xmp: Xmp | null, taken: TakenAt | null, description: string | null): Fact[] {
  const facts: Fact[] = []
  const add = (name: FactName, value: string | null): void => {
    if (value !== null) facts.push({ name, value })
  }
  add('taken', taken?.full ?? null)
  add('place', placeOf(gps) ?? xmp?.place ?? null)
  add('altitude', altitudeOf(gps))
  add('camera', cameraOf(text(ifd0?.Make), text(ifd0?.Model)))
  add('description', description)
  add('keywords', keywordsOf(xmp, iptc))
  add('modified', dateTaken(text(ifd0?.ModifyDate), text(exif?.OffsetTime))?.full ?? null)
  add('producer', text(ifd0?.Software))
  add('rights', xmp?.rights ?? text(iptc?.CopyrightNotice) ?? text(ifd0?.Copyright))
  return facts
}

/** Decimal degrees to about ten centimetres. Zero and zero is what broken receivers write. */
function placeOf(gps: Block | undefined): string | null {
  const { latitude, longitude } = gps ?? {}
  if (typeof latitude !== 'number' || typeof longitude !== 'number') return null
  if (!(Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180) || (latitude === 0 && longitude === 0)) return null
  return `${Number(latitude.toFixed(6))}, ${Number(longitude.toFixed(6))}`
}

function altitudeOf(gps: Block | undefined): string | null {
  const metres = gps?.GPSAltitude
  if (typeof metres !== 'number' || !Number.isFinite(metres)) return null
  const reference = gps?.GPSAltitudeRef
  const isBelow = reference === 1 || (reference instanceof Uint8Array && reference[0] === 1)
  return `${isBelow ? '-' : ''}${Number(metres.toFixed(1))} m`
}

/** Makers repeat their name in the model's. */
function cameraOf(make: string | null, model: string | null): string | null {
  if (make === null || model === null) return model ?? make
  return model.toLowerCase().startsWith(make.toLowerCase().split(' ')[0] ?? '') ? model : `${make} ${model}`
}

function keywordsOf(xmp: Xmp | null, iptc: Block | undefined): string | null {
  const old = iptc?.Keywords
  const words = [...(xmp?.keywords ?? []), ...(Array.isArray(old) ? old : [old]).map(text)]
  const distinct = new Set(words.filter((word) => word !== null))
  return distinct.size === 0 ? null : [...distinct].join(', ')
}

/** Longer values are no descriptions. */
const LONGEST = 20_000

/** A value as text; null for what is none or empty. Old blocks hold bytes without saying in which character set: UTF-8 is tried. */
function text(value: unknown): string | null {
  if (typeof value !== 'string') return null
  const cleaned = asUtf8(value.slice(0, LONGEST)).replaceAll('\0', '').trim()
  return cleaned === '' ? null : cleaned
}

function asUtf8(value: string): string {
  if (!/[\u0080-\u00ff]/.test(value) || /[^\u0000-\u00ff]/.test(value)) return value
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(value, 'latin1'))
  } catch {
    // Latin-1 after all.
    return value
  }
}
