import { CleanFault } from '#engine/extract/clean/clean-fault'
import type { Cleaned } from '#engine/extract/clean/cleaner'
import { fileNameOf, isLocalPath } from '#engine/extract/clean/local-path'
import { cleanInside, type InsideCount } from '#engine/extract/clean/office/clean-inside'
import { DROP, KEEP, localName, rewriteXml, type XmlElement, type XmlFate } from '#engine/extract/clean/office/rewrite-xml'
import { writeZip, type ZipPart } from '#engine/extract/clean/office/write-zip'
import { encryptedParts } from '#engine/extract/odf/encrypted-parts'
import type { OpenFile } from '#engine/extract/read-file'
import { openZip } from '#engine/extract/zip/open-zip'
import type { Remainder } from '#shared/model/copy'

const MOST_PARTS = 20_000
const LARGEST_PART = 128 * 1024 * 1024
const MANIFEST = 'META-INF/manifest.xml'

/** Parts that say who made the document, when, with what and where; the document is whole without them. */
export const isTellingPart = (name: string): boolean =>
  /(?:^|\/)(?:meta|settings)\.xml$|^Thumbnails\/|(?:^|\/)Configurations2\/|^layout-cache$|^META-INF\/(?!manifest\.xml$)|^manifest\.rdf$|^Versions\/|^VersionList\.xml$/i.test(
    name
  )

type Count = InsideCount & { comments: number; changes: number; links: number; hasMacros: boolean }

/** An OpenDocument file written anew without what tells of its makers. Throws `CleanFault` and `ZipFault`. */
export async function cleanOdf(file: OpenFile): Promise<Cleaned> {
  const zip = await openZip(file, { maxEntries: MOST_PARTS })
  if (zip.damage !== null) throw new CleanFault('damaged', zip.damage)
  const manifest = zip.find(MANIFEST)
  if (!manifest) throw new CleanFault('damaged', 'It has no list of its parts.')
  if (encryptedParts(zip.read(manifest, LARGEST_PART)).size > 0 || zip.find('encrypted-package'))
    throw new CleanFault('locked', 'It is locked.')
  const count: Count = { pictures: 0, uncleaned: [], embedded: [], comments: 0, changes: 0, links: 0, hasMacros: false }
  const parts: ZipPart[] = []
  for (const { name, isFolder } of zip.entries) {
    const entry = zip.find(name)
    if (isFolder || !entry || isTellingPart(name)) continue
    parts.push(await cleanPart(name, zip.read(entry, LARGEST_PART), count))
  }
  // The format asks for it at the very beginning, as it is.
  parts.sort((a, b) => Number(b.name === 'mimetype') - Number(a.name === 'mimetype'))
  return { bytes: await writeZip(parts), remains: remainsOf(count) }
}

async function cleanPart(name: string, bytes: Uint8Array, count: Count): Promise<ZipPart> {
  if (name === 'mimetype') return { name, bytes, isStored: true }
  if (name === MANIFEST)
    return {
      name,
      bytes: rewriteXml(bytes, ({ attributes }) => {
        const path = Object.entries(attributes).find(([key]) => localName(key) === 'full-path')?.[1]
        return path !== undefined && isTellingPart(path) ? DROP : KEEP
      })
    }
  if (/^(?:Basic|Scripts)\//.test(name)) {
    count.hasMacros = true
    return { name, bytes: name.endsWith('.xml') ? rewriteXml(withoutDoctype(bytes), () => KEEP) : bytes }
  }
  if (name.endsWith('.xml')) return { name, bytes: rewriteXml(bytes, (element) => fateOf(element, count)) }
  return { name, bytes: await cleanInside(name, bytes, count) }
}

/** Lists of macros declare the document type of the format, which says nothing. */
function withoutDoctype(bytes: Uint8Array): Uint8Array {
  return Buffer.from(
    Buffer.from(bytes)
      .toString('utf8')
      .replace(/<!DOCTYPE[^>[]*>/i, '')
  )
}

/** Elements inside a comment or a change that say who made it, and when. */
const SIGNED: ReadonlySet<string> = new Set(['annotation', 'change-info'])
const SIGNATURE: ReadonlySet<string> = new Set(['creator', 'date', 'date-string', 'creator-initials', 'sender-initials'])

function fateOf({ name, attributes, around }: XmlElement, count: Count): XmlFate {
  if (name === 'annotation') count.comments++
  if (name === 'changed-region') count.changes++
  if (SIGNATURE.has(name) && SIGNED.has(around.at(-1) ?? '')) return DROP
  const link = Object.entries(attributes).find(([key]) => key === 'xlink:href')?.[1]
  if (link !== undefined && name === 'a') count.links++
  // The name of the file, which a field can show with all its folders.
  if (name === 'file-name') return { do: 'change', attributes, text: '' }
  const kept = Object.entries(attributes).filter(([key]) => !/rsid$/.test(localName(key)))
  const isSame = kept.length === Object.keys(attributes).length
  return isSame && !kept.some(([, value]) => isLocalPath(value))
    ? KEEP
    : {
        do: 'change',
        attributes: Object.fromEntries(kept.map(([key, value]) => [key, isLocalPath(value) ? fileNameOf(value) : value]))
      }
}

function remainsOf({ comments, changes, links, pictures, uncleaned, embedded, hasMacros }: Count): Remainder[] {
  const all: (Remainder | null)[] = [
    { code: 'names-in-text', detail: null },
    comments > 0 ? { code: 'comments', detail: String(comments) } : null,
    changes > 0 ? { code: 'tracked-changes', detail: String(changes) } : null,
    links > 0 ? { code: 'links', detail: String(links) } : null,
    pictures > 0 ? { code: 'pictures-inside', detail: String(pictures) } : null,
    uncleaned.length > 0 ? { code: 'pictures-uncleaned', detail: uncleaned.slice(0, 5).join(', ') } : null,
    embedded.length > 0 ? { code: 'embedded-files', detail: embedded.slice(0, 5).join(', ') } : null,
    hasMacros ? { code: 'macros', detail: null } : null,
    { code: 'structure', detail: null }
  ]
  return all.filter((one) => one !== null)
}
