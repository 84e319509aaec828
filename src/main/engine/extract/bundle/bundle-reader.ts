import { bundleKey } from '#engine/extract/bundle/bundle-key'
import { pageBase } from '#engine/extract/bundle/page-base'
import type { BundledPage, PageBundle } from '#engine/extract/bundle/page-bundle'
import { decodeText } from '#engine/extract/charset/charset'
import { extractHtml } from '#engine/extract/formats/html'
import { type FilePart, type FormatReader, type Found, NOTHING_FOUND, type Source } from '#engine/extract/found'
import { httpAddress } from '#engine/extract/html/source-address'
import type { Declared } from '#engine/extract/job'
import { readHtmlBody } from '#engine/extract/mail/html-body'
import { embeddedPicture } from '#engine/extract/original/embedded-picture'
import { paragraphsOf } from '#engine/extract/text/text-paragraphs'
import { type Block, readerText } from '#shared/model/block'
import type { Fact } from '#shared/model/fact'

/** Reads pages that were saved in one file with what they show. `open` takes such a file apart; it may throw for a damaged one. */
export function bundleReader(open: (source: Source) => PageBundle): FormatReader {
  return {
    extract: async (source) => await extractBundle(open(source), source),
    html: async (source) => {
      const bundle = open(source)
      const html = await markupOf(bundle.page, source)
      return { html, baseUrl: pageBase(html, bundle.page.address), resources: [...bundle.parts.keys()] }
    },
    part: async (source, key) => await partOf(open(source), source, key)
  }
}

async function partOf(bundle: PageBundle, source: Source, key: string): Promise<FilePart | undefined> {
  const part = bundle.parts.get(key)
  if (part) return { mediaType: part.mediaType, bytes: part.bytes() }
  return embeddedPicture(await markupOf(bundle.page, source), key)
}

async function markupOf({ bytes, charset }: BundledPage, source: Source): Promise<string> {
  return (await decodeText(bytes(), source.charset, true, charset)).text
}

async function extractBundle(bundle: PageBundle, source: Source): Promise<Found> {
  const { page, parts } = bundle
  const html = page.isHtml ? await markupOf(page, source) : ''
  const base = pageBase(html, page.address)
  const isFrameset = /<frameset[\s>]/i.test(html)
  const keyOf = (reference: string): string | undefined => {
    const keys = [bundleKey(reference, base), bundleKey(reference, null)]
    return keys.find((key) => key !== undefined && parts.has(key))
  }
  const found = page.isHtml ? await extractHtml(sourceOf(page, source), keyOf) : await plainText(page, source)
  const saved: Fact[] = bundle.savedAt === null ? [] : [{ name: 'saved', value: bundle.savedAt }]
  const damage = bundle.damage === null ? null : ({ code: 'partly-read', message: bundle.damage } as const)
  const { metadata } = found
  const sourceUrl = metadata.sourceUrl ?? source.declared?.sourceUrl ?? httpAddress(page.address) ?? null
  return {
    ...(await withFrames(found, bundle, source, isFrameset)),
    // What stands around frames is not to be seen without them.
    originalView: isFrameset ? null : found.originalView,
    metadata: { ...metadata, title: metadata.title ?? bundle.title, sourceUrl },
    facts: [...(found.facts ?? []), ...saved],
    simplified: found.simplified ?? damage,
    // What is in the file is not asked for anywhere else.
    remoteResources: found.remoteResources.filter((address) => keyOf(address) === undefined)
  }
}

/** The page's bytes in place of the bundle's, with what its headers declare. */
function sourceOf(page: BundledPage, source: Source): Source {
  const bytes = page.bytes()
  const declared: Declared = {
    mediaType: 'text/html',
    charset: page.charset,
    sourceUrl: source.declared?.sourceUrl ?? httpAddress(page.address) ?? null,
    capturedAt: source.declared?.capturedAt ?? null
  }
  return { ...source, bytes: () => bytes, declared }
}

/** Frames of a page that has no text of its own are its text; those of others are indexed, and not shown among it. */
async function withFrames(found: Found, { frames }: PageBundle, source: Source, isFrameset: boolean): Promise<Found> {
  if (frames.length === 0) return found
  const blocks: Block[] = [...found.blocks]
  const texts: string[] = []
  const isShown = isFrameset || readerText(blocks).trim() === ''
  for (const frame of frames) {
    const { text } = await decodeText(frame.bytes(), source.charset, true, frame.charset)
    const body = readHtmlBody(text.replaceAll('\0', ''), () => undefined)
    texts.push(body.text)
    if (isShown) blocks.push(...body.blocks)
  }
  const own = found.allText ?? readerText(found.blocks)
  return { ...found, blocks, allText: [own, ...texts].filter((text) => text !== '').join('\n') }
}

/** A bundle without a page: whatever text there is is shown as it stands. */
async function plainText(page: BundledPage, source: Source): Promise<Found> {
  const { text, charset } = await decodeText(page.bytes(), source.charset, false, page.charset)
  return {
    blocks: paragraphsOf(text.replaceAll('\0', '')).map((lines): Block => ({ kind: 'paragraph', text: lines.join('\n') })),
    allText: null,
    charset,
    metadata: NOTHING_FOUND,
    direction: null,
    simplified: { code: 'partly-read', message: 'No page was found in this file. Its text is shown as it stands there.' },
    originalView: null,
    remoteResources: []
  }
}
