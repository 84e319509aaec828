import { SaxesParser } from 'saxes'

/** What an XMP packet says of a picture; null and empty where it says nothing. */
export type Xmp = Readonly<{
  title: string | null
  description: string | null
  creator: string | null
  rights: string | null
  created: string | null
  place: string | null
  keywords: readonly string[]
}>

const DC = 'http://purl.org/dc/elements/1.1/'
const PHOTOSHOP = 'http://ns.adobe.com/photoshop/1.0/'
const XMP_BASIC = 'http://ns.adobe.com/xap/1.0/'
const EXIF = 'http://ns.adobe.com/exif/1.0/'

/** Properties read, by namespace and name. */
const READ: Readonly<Record<string, string>> = {
  [`${DC}title`]: 'title',
  [`${DC}description`]: 'description',
  [`${DC}creator`]: 'creator',
  [`${DC}rights`]: 'rights',
  [`${DC}subject`]: 'keywords',
  [`${PHOTOSHOP}DateCreated`]: 'taken',
  [`${XMP_BASIC}CreateDate`]: 'created',
  [`${EXIF}DateTimeOriginal`]: 'taken',
  [`${EXIF}GPSLatitude`]: 'latitude',
  [`${EXIF}GPSLongitude`]: 'longitude'
}

/** Longer packets, and values, are cut. */
const LONGEST_PACKET = 1_000_000
const LONGEST_VALUE = 20_000
const MOST_VALUES = 500
/** No packet nests its properties deeper. */
const DEEPEST = 40

/** Reads an XMP packet as far as it is well-formed. Entities are never expanded. */
export function readXmp(packet: string): Xmp {
  const values = propertiesOf(packet.slice(0, LONGEST_PACKET))
  const all = (name: string): readonly string[] => values.get(name) ?? []
  const first = (name: string): string | null => all(name)[0] ?? null
  return {
    title: first('title'),
    description: first('description'),
    creator: all('creator').length === 0 ? null : all('creator').join(', '),
    rights: first('rights'),
    created: first('taken') ?? first('created'),
    place: placeOf(first('latitude'), first('longitude')),
    keywords: all('keywords')
  }
}

/** Values of the properties read: of elements, their list items, and attributes. */
function propertiesOf(packet: string): Map<string, string[]> {
  const values = new Map<string, string[]>()
  const keep = (property: string, value: string): void => {
    const list = values.get(property) ?? []
    values.set(property, list)
    if (value.trim() !== '' && list.length < MOST_VALUES) list.push(value.trim().slice(0, LONGEST_VALUE))
  }
  let property: string | undefined
  let value = ''
  let depth = 0
  let propertyDepth = 0
  const parser = new SaxesParser({ xmlns: true })
  parser.on('opentag', ({ uri, local, attributes }) => {
    if (++depth > DEEPEST) throw new Error('XMP is nested too deep')
    if (property === undefined) {
      property = READ[`${uri}${local}`]
      propertyDepth = depth
    }
    value = ''
    for (const attribute of Object.values(attributes)) {
      const named = READ[`${attribute.uri}${attribute.local}`]
      if (named !== undefined) keep(named, attribute.value)
    }
  })
  parser.on('text', (text) => {
    if (property !== undefined) value += text
  })
  parser.on('closetag', () => {
    if (property !== undefined) keep(property, value)
    value = ''
    if (property !== undefined && depth === propertyDepth) property = undefined
    depth--
  })
  parser.on('error', (error) => {
    throw error
  })
  try {
    parser.write(packet).close()
  } catch {
    // Cut off or damaged: what came before counts.
    return values
  }
  return values
}

/** XMP writes `35,42.0N`; degrees and decimal minutes, or degrees, minutes and seconds. */
function degrees(written: string | null): number | undefined {
  const match = /^(\d{1,3}),(\d{1,2}(?:\.\d{1,12})?)(?:,(\d{1,2}(?:\.\d{1,12})?))?([NSEW])$/.exec(written ?? '')
  if (!match) return undefined
  const size = Number(match[1]) + Number(match[2]) / 60 + Number(match[3] ?? 0) / 3600
  return match[4] === 'S' || match[4] === 'W' ? -size : size
}

function placeOf(latitude: string | null, longitude: string | null): string | null {
  const north = degrees(latitude)
  const east = degrees(longitude)
  return north === undefined || east === undefined ? null : `${Number(north.toFixed(6))}, ${Number(east.toFixed(6))}`
}
