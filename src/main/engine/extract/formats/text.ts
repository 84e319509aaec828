import { decodeText } from '#engine/extract/charset/charset'
import { findDateLine } from '#engine/extract/dates/date-line'
import { type FormatReader, type Found, NOTHING_FOUND, type Source } from '#engine/extract/found'
import { readClipping } from '#engine/extract/text/news-clipping'
import { type Paragraph, paragraphsOf } from '#engine/extract/text/text-paragraphs'
import { titleOfText } from '#engine/extract/text/title-of-text'
import type { Block } from '#shared/model/block'

/** Kinds of text whose lines are records or code: shown as they are. */
const VERBATIM = /^(?:text\/(?!plain$)|application\/)/
/** News items are short; looking for one in a book costs time and finds nothing. */
const LONGEST_CLIPPING = 200_000
/** Lines from the top in which a line of date dates the document. */
const DATE_LINES = 12
/** A block of verbatim lines is closed after this many characters, so that no block is too large to draw. */
const VERBATIM_BLOCK = 4000

/** Plain text, and every other text that no format reads better. */
export const text: FormatReader = { extract: extractText }

/** Reads plain text of any kind; its lines stay as they are. News clippings lose their furniture in the Reader (see `readClipping`). */
export async function extractText(source: Source): Promise<Found> {
  const decoded = await decodeText(
    source.bytes(),
    source.charset,
    source.mediaType.endsWith('xml'),
    source.declared?.charset ?? null
  )
  const text = decoded.text.includes('\0') ? decoded.text.replaceAll('\0', '') : decoded.text
  const base = { charset: decoded.charset, direction: null, simplified: null, originalView: null, remoteResources: [] }
  if (VERBATIM.test(source.mediaType)) {
    return { ...base, blocks: verbatimBlocks(text), allText: null, metadata: NOTHING_FOUND }
  }
  const paragraphs = paragraphsOf(text)
  const date = dateNearTop(paragraphs)
  const clipping = text.length <= LONGEST_CLIPPING ? readClipping(paragraphs, date) : undefined
  if (clipping) {
    const { title, publisher, author } = clipping
    return {
      ...base,
      blocks: blocksOf(clipping.paragraphs, title),
      allText: paragraphs.map((lines) => lines.join('\n')).join('\n\n'),
      metadata: { ...NOTHING_FOUND, title, publisher, author, date }
    }
  }
  const title = titleOfText(paragraphs) ?? null
  return {
    ...base,
    blocks: blocksOf(paragraphs, title),
    allText: null,
    metadata: { ...NOTHING_FOUND, title, date }
  }
}

/** The date of the first line near the top that is one. */
function dateNearTop(paragraphs: readonly Paragraph[]): string | null {
  for (const line of paragraphs.slice(0, DATE_LINES).flat().slice(0, DATE_LINES)) {
    const date = findDateLine(line)
    if (date !== undefined) return date
  }
  return null
}

/** A title that is a paragraph of its own becomes a heading. */
function blocksOf(paragraphs: readonly Paragraph[], title: string | null): Block[] {
  return paragraphs.map((lines, index) =>
    index === 0 && lines.length === 1 && lines[0]?.trim() === title && paragraphs.length > 1
      ? { kind: 'heading', level: 1, text: title }
      : { kind: 'paragraph', text: lines.join('\n') }
  )
}

function verbatimBlocks(text: string): Block[] {
  const blocks: Block[] = []
  let lines: string[] = []
  let size = 0
  const end = (): void => {
    const block = lines.join('\n').replace(/^\n+|\n+$/g, '')
    if (block.trim() !== '') blocks.push({ kind: 'preformatted', text: block })
    lines = []
    size = 0
  }
  for (const raw of text.split(/\r\n|[\n\r]/)) {
    const line = raw.trimEnd()
    lines.push(line)
    size += line.length + 1
    if (size > VERBATIM_BLOCK) end()
  }
  end()
  return blocks
}
