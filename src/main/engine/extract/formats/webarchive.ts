import { bundleKey } from '#engine/extract/bundle/bundle-key'
import { bundleReader } from '#engine/extract/bundle/bundle-reader'
import type { BundledPage, BundledPart, PageBundle } from '#engine/extract/bundle/page-bundle'
import type { FormatReader, Source } from '#engine/extract/found'
import { asDictionary, dictionariesIn, type PlistDictionary, textIn } from '#engine/extract/plist/plist-value'
import { readBinaryPlist } from '#engine/extract/plist/read-binary-plist'
import { readXmlPlist } from '#engine/extract/plist/read-xml-plist'

const MOST_FRAMES = 1000
const DEEPEST_FRAME = 16
const CUT_OFF = 'The file is damaged or cut off. What comes before is read.'

/** Pages saved by Safari: a property list, binary or XML, with the page, what it shows, and such a list for each of its frames. */
export const webarchive: FormatReader = bundleReader(openWebArchive)

function openWebArchive(source: Source): PageBundle {
  const bytes = source.bytes()
  const isBinary = Buffer.from(bytes.subarray(0, 6)).toString('latin1') === 'bplist'
  const { value, damage } = isBinary ? { value: readBinaryPlist(bytes), damage: null } : readXmlPlist(bytes)
  const root = asDictionary(value)
  const main = root && asDictionary(root.get('WebMainResource'))
  if (!root || !main) throw new Error('there is no page in it.')
  const page = pageOf(main)
  const parts = new Map<string, BundledPart>()
  const frames: BundledPage[] = []
  gather(root, page.address, parts, frames, 0)
  return { page, frames, parts, title: null, savedAt: null, damage: damage === null ? null : CUT_OFF }
}

/** What a page shows, and its frames with what those show. */
function gather(
  archive: PlistDictionary,
  base: string | null,
  parts: Map<string, BundledPart>,
  frames: BundledPage[],
  depth: number
): void {
  for (const resource of dictionariesIn(archive, 'WebSubresources')) {
    const key = bundleKey(textIn(resource, 'WebResourceURL') ?? '', base)
    const mediaType = typeOf(resource)
    if (key !== undefined && !parts.has(key)) parts.set(key, { mediaType, bytes: () => dataOf(resource) })
  }
  if (depth >= DEEPEST_FRAME) return
  for (const inner of dictionariesIn(archive, 'WebSubframeArchives')) {
    const main = asDictionary(inner.get('WebMainResource'))
    if (!main || frames.length >= MOST_FRAMES) continue
    const frame = pageOf(main)
    if (frame.isHtml) frames.push(frame)
    gather(inner, frame.address, parts, frames, depth + 1)
  }
}

function pageOf(resource: PlistDictionary): BundledPage {
  return {
    bytes: () => dataOf(resource),
    isHtml: /^(?:|text\/html|application\/xhtml\+xml)$/.test(typeOf(resource)),
    charset: textIn(resource, 'WebResourceTextEncodingName') ?? null,
    address: textIn(resource, 'WebResourceURL') ?? null
  }
}

const typeOf = (resource: PlistDictionary): string => (textIn(resource, 'WebResourceMIMEType') ?? '').trim().toLowerCase()

function dataOf(resource: PlistDictionary): Uint8Array {
  const data = resource.get('WebResourceData')
  return data instanceof Uint8Array ? data : new Uint8Array(0)
}
