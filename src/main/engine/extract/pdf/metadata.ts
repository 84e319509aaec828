import { w3cYear } from '#engine/extract/dates/w3c-time'
import { type FoundMetadata, NOTHING_FOUND, type Source } from '#engine/extract/found'
import { xmpOfDocument } from '#engine/extract/pdf/document-xmp'
import type { OpenPdf } from '#engine/extract/pdf/open-pdf'
import { oneLine } from '#engine/extract/text/one-line'
import type { Fact, FactName } from '#shared/model/fact'

const LONGEST = 1000
/** Titles that programs write when nobody gave one. */
const NO_TITLE =
  /^(untitled|(microsoft (word|powerpoint|excel) - )?(document|presentation|book|noname|scan|image)?\s*\d*(\.\w{1,5})?|about:blank|.*\.(docx?|pptx?|xlsx?|odt|rtf|indd|tex|dvi|qxd|pdf|html?|php))$/i
const DATE = /^(?:D:)?(\d{4})(\d{2})?(\d{2})?(\d{2})?(\d{2})?(\d{2})?\s*(?:([-+Z])\s*(\d{2})?'?(\d{2})?'?)?/

/** What a document says of itself, in its Info dictionary or else in XMP: its title, author and day, and the rest as facts. */
export function metadataOf(pdf: OpenPdf, source: Source): { metadata: FoundMetadata; facts: Fact[] } {
  const read = (name: string): string => metaText(pdf, name)
  const titled = (written: string): string | null => {
    const title = written.replace(/^Microsoft (?:Word|PowerPoint|Excel) - /, '')
    return title === '' || NO_TITLE.test(title) ? null : title
  }
  const [title, author] = [titled(read('Title')), read('Author') || null]
  const written = isoTime(read('CreationDate'))
  const xmp = title && author && written ? undefined : xmpOfDocument(source)
  const created = written ?? isoTimeOfXmp(xmp?.created ?? null)
  const modified = isoTime(read('ModDate'))
  const facts: [FactName, string | null][] = [
    ['subject', read('Subject')],
    ['keywords', read('Keywords')],
    ['creator', read('Creator')],
    ['producer', read('Producer')],
    ['created', created],
    ['modified', modified],
    ['pdf-version', versionOf(pdf)],
    ['restrictions', restrictionsOf(pdf)]
  ]
  return {
    metadata: {
      ...NOTHING_FOUND,
      title: title ?? titled(oneLine(xmp?.title ?? '', LONGEST)),
      author: author ?? (oneLine(xmp?.creator ?? '', LONGEST) || null),
      date: (created ?? modified)?.slice(0, 10) ?? null
    },
    facts: facts.flatMap(([name, value]) => (value ? { name, value } : []))
  }
}

function metaText({ pdfium: { call }, heap, handle }: OpenPdf, name: string): string {
  const key = heap.put(Buffer.from(`${name}\0`, 'latin1'))
  const value = heap.text((address, room) => call.FPDF_GetMetaText(handle, key, address, room))
  call.free(key)
  return oneLine(value, LONGEST)
}

/** XMP writes ISO 8601 already. */
function isoTimeOfXmp(written: string | null): string | null {
  return written !== null && w3cYear(written) !== undefined ? written : null
}

/** `D:20200131…` as ISO 8601, as precise as it is; null when it is no date. */
function isoTime(written: string): string | null {
  const [, year, month, day, hour, minute, second, sign, offsetHours, offsetMinutes] = DATE.exec(written) ?? []
  if (!year || Number(year) < 1900) return null
  if (!month || !isIn(month, 1, 12)) return year
  if (!day || !isIn(day, 1, 31)) return `${year}-${month}`
  if (!hour || !minute || !isIn(hour, 0, 23) || !isIn(minute, 0, 59)) return `${year}-${month}-${day}`
  const zone = sign === 'Z' ? 'Z' : sign && offsetHours ? `${sign}${offsetHours}:${offsetMinutes ?? '00'}` : ''
  return `${year}-${month}-${day}T${hour}:${minute}:${second ?? '00'}${zone === '+00:00' ? 'Z' : zone}`
}

const isIn = (written: string, least: number, most: number): boolean => Number(written) >= least && Number(written) <= most

function versionOf({ pdfium: { call }, heap, handle }: OpenPdf): string | null {
  return heap.with(4, (room) => {
    if (call.FPDF_GetFileVersion(handle, room) === 0) return null
    const version = heap.view().getInt32(room, true)
    return `${Math.floor(version / 10)}.${version % 10}`
  })
}

/** Bits of the permissions, as the standard numbers them. */
const PERMISSIONS = [
  [3, 'printing'],
  [4, 'changing'],
  [5, 'copying'],
  [6, 'commenting']
] as const

/** What the author asked programs not to do; Sanad reads all the same. Null when nothing is. */
function restrictionsOf({ pdfium: { call }, handle }: OpenPdf): string | null {
  if (call.FPDF_GetSecurityHandlerRevision(handle) < 0) return null
  const allowed = call.FPDF_GetDocPermissions(handle)
  const refused = PERMISSIONS.filter(([bit]) => (allowed & (1 << (bit - 1))) === 0).map(([, name]) => name)
  return refused.length === 0 ? null : refused.join(', ')
}
