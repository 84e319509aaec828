import { readStream } from '#engine/extract/cfb/cfb-stream'
import { fileTime } from '#engine/extract/cfb/file-time'
import type { Cfb } from '#engine/extract/cfb/open-cfb'
import { codePageCharset } from '#engine/extract/charset/code-page'
import { openDecoder } from '#engine/extract/charset/open-decoder'
import { type FoundMetadata, NOTHING_FOUND } from '#engine/extract/found'
import type { Fact, FactName } from '#shared/model/fact'

const MOST_BYTES = 1024 * 1024
const MOST_PROPERTIES = 500
const LONGEST = 2000

/** Types of values (MS-OLEPS): a number of two or four bytes, a time, text in the code page, text in UTF-16. */
const [SHORT, LONG, TIME, TEXT, WIDE_TEXT] = [2, 3, 64, 30, 31]
const CODE_PAGE = 1
const UTF16 = 1200

/** Titles that programs write when nobody gave one. */
const NO_TITLE =
  /^(?:(?:microsoft )?(?:word|excel|powerpoint)?\s?-?\s?(?:document|presentation|workbook|book|slide|sheet|untitled|powerpoint presentation)\s?\d{0,4}|slide 1)$/i

/** What a file of the older Office programs says of itself. */
export type SummaryInformation = Readonly<{
  metadata: FoundMetadata
  facts: readonly Fact[]
  /** Everything that is said of the document besides its title and author, for search. */
  lines: readonly string[]
}>

/**
 * What a file of the older Office programs says of itself: title, author, times, keywords. Never throws: what is damaged there is left
 * out. `charset` is what a person chose for its texts.
 */
export function summaryInformation(cfb: Cfb, charset: string | null): SummaryInformation {
  const summary = propertiesIn(readStream(cfb, '\u0005SummaryInformation', MOST_BYTES), charset)
  const more = propertiesIn(readStream(cfb, '\u0005DocumentSummaryInformation', MOST_BYTES), charset)
  const title = summary.get(2) ?? ''
  const created = summary.get(12)
  const modified = summary.get(13)
  const named: [FactName, string | undefined][] = [
    ['subject', summary.get(3)],
    ['keywords', summary.get(5)],
    ['comments', summary.get(6)],
    ['category', more.get(2)],
    ['company', more.get(15)],
    ['created', created],
    ['modified', modified],
    ['last-author', summary.get(8)],
    ['revision', summary.get(9) === '0' ? undefined : summary.get(9)],
    ['producer', summary.get(18)]
  ]
  const texts = [...[3, 5, 6, 8].map((id) => summary.get(id)), ...[2, 14, 15].map((id) => more.get(id))]
  return {
    metadata: {
      ...NOTHING_FOUND,
      title: title === '' || NO_TITLE.test(title) ? null : title,
      author: summary.get(4) ?? null,
      date: (created ?? modified)?.slice(0, 10) ?? null
    },
    facts: named.flatMap(([name, value]) => (value === undefined ? [] : { name, value })),
    lines: [...(NO_TITLE.test(title) ? [title] : []), ...texts.filter((text) => text !== undefined)]
  }
}

/** The properties of the first section of a property set by their numbers, as text; times ISO 8601. */
function propertiesIn(stream: Buffer, charset: string | null): Map<number, string> {
  const found = new Map<number, string>()
  if (stream.length < 48 || stream.readUInt16LE(0) !== 0xfffe) return found
  const section = stream.subarray(stream.readUInt32LE(44))
  if (section.length < 8) return found
  const places = new Map<number, number>()
  const count = Math.min(section.readUInt32LE(4), MOST_PROPERTIES)
  for (let at = 8; at + 8 <= section.length && places.size < count; at += 8)
    places.set(section.readUInt32LE(at), section.readUInt32LE(at + 4))
  const codePage = numberAt(section, places.get(CODE_PAGE)) ?? 1252
  for (const [id, place] of places) {
    const value = id === CODE_PAGE ? undefined : valueAt(section, place, { codePage, charset })
    if (value !== undefined && value !== '') found.set(id, value)
  }
  return found
}

function numberAt(section: Buffer, place: number | undefined): number | undefined {
  return place !== undefined && place + 6 <= section.length && section.readUInt32LE(place) === SHORT
    ? section.readUInt16LE(place + 4)
    : undefined
}

type Encoding = Readonly<{ codePage: number; charset: string | null }>

function valueAt(section: Buffer, place: number, encoding: Encoding): string | undefined {
  if (place + 12 > section.length) return undefined
  const type = section.readUInt32LE(place)
  if (type === LONG) return String(section.readInt32LE(place + 4))
  if (type === TIME) return timeAt(section, place + 4)
  if (type !== TEXT && type !== WIDE_TEXT) return undefined
  const isWide = type === WIDE_TEXT || encoding.codePage === UTF16
  const length = section.readUInt32LE(place + 4) * (type === WIDE_TEXT ? 2 : 1)
  const bytes = section.subarray(place + 8, place + 8 + Math.min(length, LONGEST * 4))
  const text = isWide ? bytes.toString('utf16le') : decode(bytes, encoding)
  return text
    .replace(/\0.*$/s, '')
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, ' ')
    .trim()
    .slice(0, LONGEST)
}

function decode(bytes: Uint8Array, { codePage, charset }: Encoding): string {
  return openDecoder(charset ?? codePageCharset(codePage) ?? 'windows-1252').decode(bytes)
}

/** ISO 8601; undefined for none, and for the lengths of time that stand in the same form. */
function timeAt(section: Buffer, at: number): string | undefined {
  const milliseconds = fileTime(section, at)
  if (milliseconds < Date.UTC(1970, 0) || milliseconds > Date.UTC(2200, 0)) return undefined
  return new Date(milliseconds).toISOString().replace(/\.\d+Z$/, 'Z')
}
