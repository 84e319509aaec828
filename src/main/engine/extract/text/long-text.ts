import { charsetOf } from '#engine/extract/charset/charset'
import { openDecoder } from '#engine/extract/charset/open-decoder'
import { findDateLine } from '#engine/extract/dates/date-line'
import type { Source } from '#engine/extract/found'
import type { ExtractedDocument } from '#engine/extract/job'
import { languageOf } from '#engine/extract/language/language'
import { languagesOf } from '#engine/extract/language/languages'
import { paragraphsOf } from '#engine/extract/text/text-paragraphs'
import { titleOfFileName, titleOfText } from '#engine/extract/text/title-of-text'
import { wordCount } from '#engine/extract/text/word-count'
import { TextPacker } from '#engine/text/text-packer'
import type { Block } from '#shared/model/block'
import { indexColumn } from '#shared/text/hangul-words'

const PIECE_BYTES = 2 * 1024 * 1024
/** Characters from each piece, and from all, in which other languages are looked for. */
const SAMPLED = { piece: 32_768, all: 1_048_576 }

/** Longer lines are broken, so that no piece grows beyond bounds. */
const LONGEST_LINE = 1024 * 1024

/** All of an extracted document but what names its format. */
export type LongText = Omit<ExtractedDocument, 'format' | 'extractorVersion'>

/**
 * Reads a plain text of tens of megabytes piece by piece: memory stays at the size of the file, the packed text and its index terms.
 * `knownTitle` goes before what the text itself says. The result is that of a short text, except that it is not looked at as a news clipping.
 */
export async function readLongText(source: Source, knownTitle: string | null = null): Promise<LongText> {
  const charset = await charsetOf(source.bytes(), source.charset, source.mediaType.endsWith('xml'))
  const packer = new TextPacker()
  let first = ''
  let sample = ''
  for (const piece of piecesOf(source.bytes(), charset)) {
    const found = paragraphsOf(piece).map((lines): Block => ({ kind: 'paragraph', text: lines.join('\n') }))
    if (found.length === 0) continue
    packer.add(found)
    if (first === '') first = piece
    if (sample.length < SAMPLED.all) sample += `${piece.slice(0, SAMPLED.piece)}\n`
  }
  const { runs, terms, column, bytes } = packer.finish()
  const title = knownTitle ?? titleOfText(paragraphsOf(first.slice(0, 4000))) ?? titleOfFileName(source.name)
  const index = { title: indexColumn(title), people: '', body: column, rest: '' }
  return {
    ...(await describe(source.mediaType, charset, first, sample)),
    title,
    text: first === '' ? null : { reader: runs, all: null },
    textBytes: bytes,
    wordCount: wordCount(sample, terms),
    index
  }
}

/** Decoded pieces that end at the end of a line. */
function* piecesOf(bytes: Uint8Array, charset: string): Generator<string> {
  const decoder = openDecoder(charset)
  let rest = ''
  for (let at = 0; at < bytes.length; at += PIECE_BYTES) {
    const isLast = at + PIECE_BYTES >= bytes.length
    const text = rest + decoder.decode(bytes.subarray(at, at + PIECE_BYTES), { stream: !isLast }).replaceAll('\0', '')
    const end = isLast ? text.length : Math.max(text.lastIndexOf('\n'), text.lastIndexOf('\r')) + 1
    const cut = end > 0 || text.length <= LONGEST_LINE ? end : text.lastIndexOf(' ') + 1 || text.length
    rest = text.slice(cut)
    if (cut > 0) yield text.slice(0, cut)
  }
}

async function describe(mediaType: string, charset: string, first: string, sample: string) {
  const { language, direction } = await languageOf(first, null, null)
  const lines = first
    .slice(0, 4000)
    .split(/\r\n|[\n\r]/)
    .filter((line) => line.trim() !== '')
    .slice(0, 12)
  return {
    status: first === '' ? 'no-text' : 'searchable',
    problem: first === '' ? { code: 'no-text', message: 'There is no text in this file.' } : null,
    mediaType,
    charset,
    author: null,
    publisher: null,
    date: lines.map(findDateLine).find((date) => date !== undefined) ?? null,
    sourceUrl: null,
    language,
    direction,
    languages: await languagesOf(sample, language),
    originalView: null,
    pageCount: null,
    facts: [],
    message: null,
    scans: [],
    members: [],
    remoteResources: []
  } as const satisfies Partial<LongText>
}
