import { CleanFault } from '#engine/extract/clean/clean-fault'
import type { Cleaned } from '#engine/extract/clean/cleaner'
import { fileNameOf, isLocalPath } from '#engine/extract/clean/local-path'
import { cleanInside, type InsideCount } from '#engine/extract/clean/office/clean-inside'
import { isTelling, keptParts, type Link } from '#engine/extract/clean/office/ooxml-parts'
import { ooxmlFate } from '#engine/extract/clean/office/ooxml-rules'
import { DROP, KEEP, rewriteXml, type XmlElement, type XmlFate } from '#engine/extract/clean/office/rewrite-xml'
import { writeZip, type ZipPart } from '#engine/extract/clean/office/write-zip'
import { partKey, relationshipsPart } from '#engine/extract/ooxml/part-name'
import type { OpenFile } from '#engine/extract/read-file'
import { readXml } from '#engine/extract/xml/read-xml'
import { openZip, type Zip } from '#engine/extract/zip/open-zip'
import type { Remainder } from '#shared/model/copy'

const MOST_PARTS = 65_000
const LARGEST_PART = 128 * 1024 * 1024
const TYPES = '[content_types].xml'

/** Counts what stays in the document and is named to the person. */
type Count = InsideCount & { comments: number; changes: number; links: number; hasMacros: boolean; hidden: number }

/**
 * A Word, Excel or PowerPoint file written anew without what tells of its makers: properties, thumbnails, printers, signatures, names
 * and times of comments and changes, identifiers of sessions, places on computers. Throws `CleanFault` and `ZipFault`.
 */
export async function cleanOoxml(file: OpenFile): Promise<Cleaned> {
  const zip = await openZip(file, { maxEntries: MOST_PARTS })
  if (zip.damage !== null) throw new CleanFault('damaged', zip.damage)
  const names = zip.entries.filter(({ isFolder }) => !isFolder).map(({ name }) => name)
  const kept = keptParts(names, (part) => linksOf(zip, part))
  const count: Count = {
    pictures: 0,
    uncleaned: [],
    embedded: [],
    comments: 0,
    changes: 0,
    links: 0,
    hasMacros: false,
    hidden: 0
  }
  const parts: ZipPart[] = []
  for (const name of names) {
    const entry = zip.find(name)
    if (!entry || !kept.has(name)) continue
    const bytes = zip.read(entry, LARGEST_PART)
    parts.push({ name, bytes: await cleanPart(name, bytes, kept, count) })
  }
  if (parts.length < 2) throw new CleanFault('damaged', 'It has no document in it.')
  // Programs look for it first.
  parts.sort((a, b) => Number(partKey(b.name) === TYPES) - Number(partKey(a.name) === TYPES))
  return { bytes: await writeZip(parts), remains: remainsOf(count) }
}

function linksOf(zip: Zip, part: string): Link[] {
  const name = partKey(relationshipsPart(part))
  const entry = zip.entries.find((one) => partKey(one.name) === name)
  const links: Link[] = []
  if (!entry) return links
  const { damage } = readXml(zip.read(entry, LARGEST_PART), {
    open: (element, { Type: type = '', Target: target = '', TargetMode: mode }) => {
      if (/(?:^|:)Relationship$/.test(element)) links.push({ type, target, isExternal: mode?.toLowerCase() === 'external' })
    }
  })
  if (damage !== null) throw new CleanFault('damaged', 'The list of its parts is damaged.')
  return links
}

async function cleanPart(name: string, bytes: Uint8Array, kept: ReadonlySet<string>, count: Count): Promise<Uint8Array> {
  const key = partKey(name)
  if (key === TYPES) {
    const stays = new Set([...kept].map(partKey))
    return rewriteXml(bytes, ({ attributes: { PartName: part } }) =>
      part === undefined || stays.has(partKey(part)) ? KEEP : DROP
    )
  }
  if (key.endsWith('.rels')) return rewriteXml(bytes, (element) => linkFate(element, count))
  if (key.endsWith('.xml') || key.endsWith('.vml'))
    return rewriteXml(bytes, (element) => {
      noteElement(element, count)
      return ooxmlFate(element)
    })
  if (key.endsWith('vbaproject.bin')) count.hasMacros = true
  return await cleanInside(name, bytes, count)
}

function linkFate({ name, attributes }: XmlElement, count: Count): XmlFate {
  if (name !== 'Relationship') return KEEP
  const { Type: type = '', Target: target = '', TargetMode: mode } = attributes
  if (isTelling(type)) return DROP
  if (mode?.toLowerCase() !== 'external') return KEEP
  count.links++
  return isLocalPath(target) ? { do: 'change', attributes: { ...attributes, Target: fileNameOf(target) } } : KEEP
}

const CHANGES: ReadonlySet<string> = new Set(['ins', 'del', 'moveFrom', 'moveTo'])
const COMMENTS: ReadonlySet<string> = new Set(['comment', 'threadedComment', 'cm'])

function noteElement({ name, attributes }: XmlElement, count: Count): void {
  if (COMMENTS.has(name)) count.comments++
  else if (CHANGES.has(name) && Object.keys(attributes).some((key) => key.endsWith('author'))) count.changes++
  else if (name === 'vanish' || (name === 'sheet' && attributes.state !== undefined)) count.hidden++
}

function remainsOf(count: Count): Remainder[] {
  const { comments, changes, links, pictures, uncleaned, embedded, hasMacros, hidden } = count
  const files = embedded.filter((name) => !/vbaproject\.bin$/i.test(name))
  const all: (Remainder | null)[] = [
    { code: 'names-in-text', detail: null },
    comments > 0 ? { code: 'comments', detail: String(comments) } : null,
    changes > 0 ? { code: 'tracked-changes', detail: String(changes) } : null,
    hidden > 0 ? { code: 'hidden', detail: null } : null,
    links > 0 ? { code: 'links', detail: String(links) } : null,
    pictures > 0 ? { code: 'pictures-inside', detail: String(pictures) } : null,
    uncleaned.length > 0 ? { code: 'pictures-uncleaned', detail: namesOf(uncleaned) } : null,
    files.length > 0 ? { code: 'embedded-files', detail: namesOf(files) } : null,
    hasMacros ? { code: 'macros', detail: null } : null,
    { code: 'structure', detail: null }
  ]
  return all.filter((one) => one !== null)
}

/** The last parts of their names, as many as a line takes. */
function namesOf(names: readonly string[]): string {
  const shown = names.slice(0, 5).map((name) => name.slice(name.lastIndexOf('/') + 1))
  return names.length > shown.length ? `${shown.join(', ')}…` : shown.join(', ')
}
