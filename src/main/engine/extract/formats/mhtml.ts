import { bundleKey } from '#engine/extract/bundle/bundle-key'
import { bundleReader } from '#engine/extract/bundle/bundle-reader'
import type { BundledPage, BundledPart, PageBundle } from '#engine/extract/bundle/page-bundle'
import type { FormatReader, Source } from '#engine/extract/found'
import { headerText } from '#engine/extract/mail/header-text'
import { mailDate } from '#engine/extract/mail/mail-date'
import { headerOf, type MimePart } from '#engine/extract/mail/mime-part'
import { parseMime } from '#engine/extract/mail/parse-mime'
import { decodeTransfer } from '#engine/extract/mail/transfer'

const PAGES = /^(?:text\/html|application\/xhtml\+xml)$/
const FALLBACK = 'utf-8'

/** Pages saved as MHTML (RFC 2557) by Chrome, Firefox, Internet Explorer, Word: a message that nobody sent, with a page and its parts. */
export const mhtml: FormatReader = bundleReader(openMhtml)

function openMhtml(source: Source): PageBundle {
  const { root, cut } = parseMime(source.bytes(), FALLBACK)
  const leaves = leavesOf(root)
  const snapshot = headerOf(root, 'snapshot-content-location')?.trim()
  const main = mainPage(root, leaves, snapshot)
  const page = main ?? leaves.find(({ mediaType }) => mediaType.startsWith('text/')) ?? root
  const address = snapshot ?? addressOf(page) ?? addressOf(root)
  const base = address ?? headerOf(root, 'content-base')?.trim() ?? null
  const others = leaves.filter((leaf) => leaf !== page)
  return {
    page: pageOf(page, address, page === main),
    frames: others.filter(({ mediaType }) => PAGES.test(mediaType)).map((leaf) => pageOf(leaf, addressOf(leaf), true)),
    parts: partsOf(others, base),
    title: headerText(headerOf(root, 'subject') ?? '', FALLBACK).trim() || null,
    savedAt: savedAt(headerOf(root, 'date') ?? ''),
    damage: cut ?? cutOff(root, source)
  }
}

/** All programs that save pages write the last boundary; where it is missing, so may be parts. */
function cutOff(root: MimePart, source: Source): string | null {
  if (root.parts.length === 0) return null
  const end = Buffer.from(`--${root.parameters.get('boundary') ?? ''}--`, 'latin1')
  const { buffer, byteOffset, byteLength } = source.bytes()
  if (Buffer.from(buffer, byteOffset, byteLength).lastIndexOf(end) >= 0) return null
  return 'The file ends before its last part does: it was not saved or not copied whole.'
}

/** All parts that hold no others, in their order; nesting is limited by the parser. */
function leavesOf(part: MimePart): MimePart[] {
  return part.parts.length === 0 ? [part] : part.parts.flatMap(leavesOf)
}

/** By the part that the headers name as the start, by the address that was saved, else the first page there is. */
function mainPage(root: MimePart, leaves: readonly MimePart[], snapshot: string | undefined): MimePart | undefined {
  const pages = leaves.filter(({ mediaType }) => PAGES.test(mediaType))
  const start = root.parameters.get('start')
  const named = start === undefined ? undefined : pages.find((page) => idOf(page) === unbracketed(start))
  return named ?? pages.find((page) => snapshot !== undefined && addressOf(page) === snapshot) ?? pages[0]
}

function pageOf(part: MimePart, address: string | null, isHtml: boolean): BundledPage {
  return { bytes: () => contentOf(part), isHtml, charset: part.parameters.get('charset') ?? null, address }
}

/** Each under its address and under its id; the first of two with one name. */
function partsOf(leaves: readonly MimePart[], base: string | null): Map<string, BundledPart> {
  const parts = new Map<string, BundledPart>()
  for (const leaf of leaves) {
    const location = addressOf(leaf)
    const id = idOf(leaf)
    const keys = [location === null ? undefined : bundleKey(location, base), id === undefined ? undefined : `cid:${id}`]
    const part: BundledPart = { mediaType: leaf.mediaType, bytes: () => contentOf(leaf) }
    for (const key of keys) if (key !== undefined && !parts.has(key) && !PAGES.test(leaf.mediaType)) parts.set(key, part)
  }
  return parts
}

const contentOf = (part: MimePart): Uint8Array => decodeTransfer(part.body, headerOf(part, 'content-transfer-encoding'))

/** Long addresses are folded over several lines. */
function addressOf(part: MimePart): string | null {
  const location = headerText(headerOf(part, 'content-location') ?? '', FALLBACK).replaceAll(/\s+/g, '')
  return location === '' ? null : location
}

function idOf(part: MimePart): string | undefined {
  const id = headerOf(part, 'content-id')
  return id === undefined ? undefined : unbracketed(id)
}

const unbracketed = (id: string): string => id.trim().replace(/^<|>$/g, '')

function savedAt(value: string): string | null {
  const date = mailDate(value)
  return date?.moment ?? date?.day ?? null
}
