import { traceValue } from '#engine/extract/clean/trace-value'
import { embeddedBlocks } from '#engine/extract/image/webp-chunks'
import { readXmp } from '#engine/extract/image/xmp'
import type { Trace, TraceKind } from '#shared/model/copy'

/** Everything that the library knows; XMP is read by our own reader. */
const ALL = {
  tiff: true,
  ifd1: true,
  exif: true,
  gps: true,
  interop: true,
  iptc: true,
  makerNote: true,
  userComment: true,
  xmp: { parse: false },
  icc: false,
  jfif: false,
  ihdr: false,
  mergeOutput: false,
  reviveValues: false
} as const

type Block = Readonly<Record<string, unknown>>

/** Names of EXIF and IPTC by what they tell of; the first that fits counts. */
const KINDS: readonly (readonly [TraceKind, RegExp])[] = [
  ['place', /gps|latitude|longitude|^(?:city|country|state|sublocation|location)/i],
  ['author', /artist|owner|author|byline|credit|creator|copyright|photographer|writer|contact/i],
  ['thumbnail', /thumbnail/i],
  ['maker-note', /makernote/i],
  ['device', /^(?:make|model|lens|.*serial|body|camera|hostcomputer|uniquecameramodel)/i],
  ['id', /unique|uuid|imageid|documentid/i],
  ['time', /date|time|offset|subsec/i],
  ['program', /software|program$|processing|originatingprogram|programversion/i],
  ['title', /title|objectname|headline/i],
  ['description', /description|comment|caption|keyword|subject$|instructions|rating|notes/i]
]

/** Where other blocks begin, how the numbers are written, how the picture was held: they tell of nobody. */
const SILENT =
  /^(?:orientation|exififdpointer|gpsinfoifdpointer|interopifdpointer|exifoffset|gpsoffset|ycbcrpositioning|xresolution|yresolution|resolutionunit|colorspace|componentsconfiguration|exifversion|flashpixversion|exifimagewidth|exifimageheight|imagewidth|imageheight|interopindex|interopversion|compression|applicationrecordversion|envelopeRecordVersion|codedcharacterset)$/i

/** What EXIF, IPTC and XMP of a picture tell. `blocks` leaves out the first directory, which in a TIFF is the picture's own. */
export async function exifTraces(bytes: Uint8Array, mediaType: string, hasOwnDirectory: boolean): Promise<Trace[]> {
  const found = await blocksOf(bytes, mediaType)
  const traces: Trace[] = []
  const place = placeOf(found.gps)
  if (place !== null) traces.push({ kind: 'place', name: 'GPS', value: place })
  for (const block of hasOwnDirectory ? BLOCKS.slice(1) : BLOCKS) traces.push(...tracesOf(block, found[block]))
  if (typeof found.xmp === 'string') traces.push(...xmpTraces(found.xmp))
  if (found.makerNote !== undefined) traces.push({ kind: 'maker-note', name: 'MakerNote', value: null })
  return traces
}

/** Degrees north and east, as maps take them. */
function placeOf(gps: unknown): string | null {
  if (typeof gps !== 'object' || gps === null) return null
  const { latitude, longitude } = gps as Block
  return typeof latitude === 'number' && typeof longitude === 'number'
    ? `${traceValue(latitude)}, ${traceValue(longitude)}`
    : null
}

/** What is said in one line already. */
const OF_PLACE = /^(?:latitude|longitude|GPSLatitude|GPSLongitude|GPSLatitudeRef|GPSLongitudeRef|GPSVersionID)$/

const BLOCKS = ['ifd0', 'exif', 'gps', 'interop', 'ifd1', 'iptc'] as const

async function blocksOf(bytes: Uint8Array, mediaType: string): Promise<Readonly<Record<string, unknown>>> {
  const { parse } = await import('exifr')
  const read = async (block: Uint8Array): Promise<Readonly<Record<string, unknown>>> => {
    try {
      return ((await parse(block, ALL)) as Readonly<Record<string, unknown>> | undefined) ?? {}
    } catch {
      // Damaged blocks have no values to show; that they are there is seen by whoever lists the parts of the file.
      return {}
    }
  }
  if (mediaType !== 'image/webp') return await read(bytes)
  const { exif, xmp } = embeddedBlocks(bytes)
  return { ...(exif ? await read(exif) : {}), ...(xmp === undefined ? {} : { xmp }) }
}

function tracesOf(block: (typeof BLOCKS)[number], values: unknown): Trace[] {
  if (typeof values !== 'object' || values === null) return []
  return Object.entries(values as Block).flatMap(([name, value]): Trace[] => {
    // Of a thumbnail it is enough that it is there.
    if (block === 'ifd1') return name === 'ThumbnailOffset' ? [{ kind: 'thumbnail', name: 'Thumbnail', value: null }] : []
    if (SILENT.test(name) || value === undefined || value === '') return []
    if (block === 'gps' && OF_PLACE.test(name) && placeOf(values) !== null) return []
    const kind = block === 'gps' ? 'place' : (KINDS.find(([, fits]) => fits.test(name))?.[0] ?? 'camera-settings')
    return [{ kind, name, value: traceValue(value) }]
  })
}

function xmpTraces(packet: string): Trace[] {
  const { title, description, creator, rights, created, place, keywords } = readXmp(packet)
  const said: readonly (readonly [TraceKind, string, string | null])[] = [
    ['place', 'XMP place', place],
    ['author', 'XMP creator', creator],
    ['author', 'XMP rights', rights],
    ['time', 'XMP created', created],
    ['title', 'XMP title', title],
    ['description', 'XMP description', description],
    ['description', 'XMP keywords', keywords.join(', ')]
  ]
  return said.flatMap(([kind, name, value]) => (value ? [{ kind, name, value: traceValue(value) }] : []))
}
