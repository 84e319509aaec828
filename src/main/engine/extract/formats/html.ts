import { bundleKey } from '#engine/extract/bundle/bundle-key'
import { pageBase } from '#engine/extract/bundle/page-base'
import { decodeText } from '#engine/extract/charset/charset'
import { findDateLine } from '#engine/extract/dates/date-line'
import { type FormatReader, type Found, NOTHING_FOUND, type Source } from '#engine/extract/found'
import type { DomDocument } from '#engine/extract/html/dom'
import { type Excess, findExcess } from '#engine/extract/html/html-guard'
import { mainContent } from '#engine/extract/html/main-content'
import { pageMetadata, withLastResort } from '#engine/extract/html/metadata-html'
import { parsePage } from '#engine/extract/html/parse-page'
import { remoteResourcesOf } from '#engine/extract/html/remote-resources'
import { factsInMarkup, tooComplex } from '#engine/extract/html/simplified-page'
import { visibleText } from '#engine/extract/html/visible-text'
import { embeddedPicture } from '#engine/extract/original/embedded-picture'
import { paragraphsOf } from '#engine/extract/text/text-paragraphs'
import { type Block, readerText } from '#shared/model/block'

/** Blocks from the top in which a line of date dates the page. */
const DATE_BLOCKS = 5

/** Pages of HTML and XHTML, each a file of its own. */
export const html: FormatReader = {
  extract: async (source) => await extractHtml(source),
  html: async (source) => {
    const markup = await markupOf(source)
    return { html: markup, baseUrl: pageBase(markup, source.declared?.sourceUrl ?? null), resources: [] }
  },
  part: async (source, key) => embeddedPicture(await markupOf(source), key)
}

async function markupOf(source: Source): Promise<string> {
  return (await decodeText(source.bytes(), source.charset, true, source.declared?.charset ?? null)).text
}

/**
 * Reads a page: its main content for the Reader, all its text, and what it says of itself. A page beyond the guard's limits is read as
 * plain text. `keyOf` gives the keys of pictures that were saved with it, when it does not lie in a folder of its own.
 */
export async function extractHtml(source: Source, keyOf?: (reference: string) => string | undefined): Promise<Found> {
  const found = await readPage(source, keyOf ?? capturedKeyOf(source))
  const sourceUrl = found.metadata.sourceUrl ?? source.declared?.sourceUrl ?? null
  return { ...found, metadata: { ...found.metadata, sourceUrl } }
}

/** Pictures of a captured page are known by the address they had. */
function capturedKeyOf({ declared, bytes }: Source): ((reference: string) => string | undefined) | undefined {
  if (declared === null || declared.capturedAt === null) return undefined
  const base = pageBase(Buffer.from(bytes()).toString('latin1'), declared.sourceUrl)
  return (reference) => bundleKey(reference, base)
}

async function readPage(source: Source, keyOf?: (reference: string) => string | undefined): Promise<Found> {
  const decoded = await decodeText(source.bytes(), source.charset, true, source.declared?.charset ?? null)
  const html = decoded.text.includes('\0') ? decoded.text.replaceAll('\0', '') : decoded.text
  const allText = visibleText(html)
  const excess = findExcess(html)
  if (excess) return simplified(html, allText, decoded.charset, excess)
  const document = parsePage(html)
  const direction = directionOf(document)
  const stated = pageMetadata(document, html)
  const { blocks, facts } = mainContent(document, () => parsePage(html), allText.length, keyOf)
  const metadata = withLastResort(stated, facts)
  return {
    blocks,
    allText: allText === readerText(blocks) ? null : allText,
    charset: decoded.charset,
    metadata: { ...metadata, date: metadata.date ?? dateOnPage(blocks) },
    direction,
    simplified: null,
    originalView: 'page',
    remoteResources: remoteResourcesOf(html)
  }
}

function simplified(html: string, allText: string, charset: string, excess: Excess): Found {
  return {
    blocks: paragraphsOf(allText).flatMap((lines) => lines.map((text): Block => ({ kind: 'paragraph', text }))),
    allText: null,
    charset,
    metadata: { ...NOTHING_FOUND, ...factsInMarkup(html) },
    direction: null,
    simplified: tooComplex(excess),
    originalView: null,
    remoteResources: []
  }
}

function directionOf(document: DomDocument): 'ltr' | 'rtl' | null {
  for (const selector of ['html[dir]', 'body[dir]']) {
    const direction = document.querySelector(selector)?.getAttribute('dir')?.trim().toLowerCase()
    if (direction === 'rtl' || direction === 'ltr') return direction
  }
  return null
}

/** "Published: 9 December 2020" as a line of its own at the top of the content. */
function dateOnPage(blocks: readonly Block[]): string | null {
  const lines = blocks.slice(0, DATE_BLOCKS).flatMap((block) => block.text.split('\n'))
  return lines.map(findDateLine).find((date) => date !== undefined) ?? null
}
