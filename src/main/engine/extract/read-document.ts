import { failureOf } from '#engine/extract/failure'
import { currentVersion, FORMATS, type FormatId, findFormat } from '#engine/extract/formats'
import type { Found, Source } from '#engine/extract/found'
import { HTML_LIMITS } from '#engine/extract/html/html-guard'
import { readLongPage } from '#engine/extract/html/long-page'
import { isPicture } from '#engine/extract/image/picture-types'
import type { ExtractedDocument, ExtractJob, FoundMember } from '#engine/extract/job'
import { languageOf } from '#engine/extract/language/language'
import { languagesOf } from '#engine/extract/language/languages'
import { readBytes, withFile } from '#engine/extract/read-file'
import { HEAD_BYTES, isTextType, UNKNOWN_TYPE } from '#engine/extract/recognise/media-type'
import { recogniseFile } from '#engine/extract/recognise/recognise-file'
import { unreadSentence } from '#engine/extract/recognise/unread-types'
import { refusedDocument } from '#engine/extract/refusal'
import { openSource } from '#engine/extract/source'
import { openSpool } from '#engine/extract/spool'
import { type LongText, readLongText } from '#engine/extract/text/long-text'
import { titleOfFileName } from '#engine/extract/text/title-of-text'
import { wordCount } from '#engine/extract/text/word-count'
import { packDifference } from '#engine/text/difference-packer'
import { packReader } from '#engine/text/text-packer'
import { readerText } from '#shared/model/block'
import type { Fact } from '#shared/model/fact'
import { indexColumn } from '#shared/text/hangul-words'
import { restOfText } from '#shared/text/rest-of-text'

/** Longer texts are read piece by piece. */
const LONG_TEXT_BYTES = 16 * 1024 * 1024

type Job = Extract<ExtractJob, { task: 'extract' }>

/** Reads one file into what the archive keeps of it. Rejects only where the file can not be opened or read from the disk. */
export async function readDocument(job: Job): Promise<ExtractedDocument> {
  return await withFile(job.file, async (file) => {
    const head = readBytes(file, 0, HEAD_BYTES)
    const recognised = await recogniseFile(file, head, job.name)
    // Who chooses a character set says that this is text.
    const mediaType = recognised === UNKNOWN_TYPE && job.charset !== null ? 'text/plain' : recognised
    if (file.size === 0) return unread(job.name, mediaType, 'no-text', 'empty-file', 'The file is empty.')
    const format = findFormat(mediaType)
    if (!format) return unread(job.name, mediaType, 'not-readable-yet', 'not-readable-yet', unreadSentence(mediaType))
    const { limitBytes, version } = FORMATS[format]
    if (file.size > limitBytes) {
      const message = `The file is larger than ${Math.round(limitBytes / 1024 / 1024)} MB. Sanad keeps it but does not read it.`
      return { ...unread(job.name, mediaType, 'failed', 'too-large', message), format, extractorVersion: version }
    }
    const source = openSource(file, head, { ...job, mediaType })
    const long = await readLong(source, format)
    if (long) return withDeclared({ ...long, format, extractorVersion: version }, source)
    return withDeclared(await read(source, format, job), source)
  })
}

/** What was said of a document where it was captured. */
function withDeclared(document: ExtractedDocument, { declared }: Source): ExtractedDocument {
  if (declared === null) return document
  const facts: Fact[] = declared.capturedAt === null ? [] : [{ name: 'captured', value: declared.capturedAt }]
  if (declared.httpStatus !== undefined) facts.push({ name: 'http-status', value: String(declared.httpStatus) })
  return { ...document, sourceUrl: document.sourceUrl ?? declared.sourceUrl, facts: [...document.facts, ...facts] }
}

/** A file that its format can not read, or that holds more than there is room for, says so; what was taken out until then counts. */
async function read(source: Source, format: FormatId, job: Job): Promise<ExtractedDocument> {
  const members: FoundMember[] = []
  const reader = await FORMATS[format].load()
  try {
    const found = await reader.extract(source, openSpool(job.spool, job.room, members))
    return { ...(await finish(found, format, source)), members }
  } catch (error) {
    const { code, message, isOfFile } = failureOf(error)
    if (!isOfFile) throw error
    const refused = refusedDocument(code, message, source.mediaType, source.name)
    return { ...refused, format, extractorVersion: FORMATS[format].version, title: titleOfFileName(source.name), members }
  }
}

/** Undefined for what can be read at once. */
async function readLong(source: Source, format: FormatId): Promise<LongText | undefined> {
  if (format === 'html') return source.file.size > HTML_LIMITS.characters ? await readLongPage(source) : undefined
  if (!isTextType(source.mediaType) || source.file.size <= LONG_TEXT_BYTES) return undefined
  const long = await readLongText(source)
  return format === 'csv' && long.problem === null ? { ...long, status: 'simplified', problem: LONG_TABLE } : long
}

const LONG_TABLE = {
  code: 'too-large',
  message: 'This table is larger than 16 MB: all of it is found, and shown as plain text.'
} as const

function unread(
  name: string,
  mediaType: string,
  status: 'no-text' | 'not-readable-yet' | 'failed',
  code: 'empty-file' | 'not-readable-yet' | 'too-large',
  message: string
): ExtractedDocument {
  return { ...refusedDocument(code, message, mediaType, name), status, extractorVersion: currentVersion(null, mediaType) }
}

/** Folds, packs and dates what a format found. */
async function finish(found: Found, format: FormatId, source: Source): Promise<ExtractedDocument> {
  const { metadata } = found
  const reader = readerText(found.blocks)
  const all = found.allText === null || found.allText === reader ? null : found.allText
  const hasText = (all ?? reader).trim() !== ''
  const text = reader.trim() === '' ? (all ?? '') : reader
  const { language, direction } = await languageOf(text, metadata.language, found.direction)
  const packed = packReader(found.blocks)
  const title = metadata.title ?? titleOfFileName(source.name)
  return {
    ...statusOf(found, hasText, source),
    mediaType: source.mediaType,
    format,
    extractorVersion: FORMATS[format].version,
    charset: found.charset,
    title,
    author: metadata.author,
    publisher: metadata.publisher,
    date: metadata.date,
    sourceUrl: metadata.sourceUrl,
    language,
    languages: await languagesOf(text, language),
    direction,
    wordCount: wordCount(reader, packed.terms),
    originalView: found.originalView,
    pageCount: found.pageCount ?? null,
    facts: found.facts ?? [],
    message: found.message ?? null,
    scans: found.scans ?? [],
    remoteResources: found.remoteResources,
    text:
      found.blocks.length === 0 && all === null
        ? null
        : { reader: packed.runs, all: all === null ? null : packDifference(reader, all) },
    textBytes: packed.bytes + (all === null ? 0 : Buffer.byteLength(all)),
    index: {
      title: indexColumn(title),
      people: indexColumn([metadata.author, metadata.publisher].filter((name) => name !== null).join('\n')),
      body: packed.column,
      rest: all === null ? '' : indexColumn(restOfText(all, reader))
    },
    members: []
  }
}

const LOCKED = 'It is locked. Type its password to read it.'
const SCAN = 'It is a picture or a scan. Its words are read by OCR, in the background.'

function statusOf(found: Found, hasText: boolean, source: Source): Pick<ExtractedDocument, 'status' | 'problem'> {
  const hasOcr = source.ocr.length > 0
  // A wrong password is told apart from none.
  if (found.locked) return { status: 'locked', problem: found.simplified ?? { code: 'locked', message: LOCKED } }
  if (found.isContainer) return { status: 'container', problem: found.simplified }
  if (found.originalView === 'media') return { status: 'media', problem: found.simplified }
  if (!hasOcr && (found.scans?.length ?? 0) > 0) return { status: 'needs-ocr', problem: { code: 'needs-ocr', message: SCAN } }
  // OCR that found no words has nothing left to do: a photograph is no trouble, nor is an icon too small for it.
  if (!hasText && (hasOcr || isPicture(source.mediaType))) return { status: 'no-text', problem: found.simplified }
  if (!hasText) return { status: 'no-text', problem: { code: 'no-text', message: 'There is no text in this file.' } }
  return found.simplified ? { status: 'simplified', problem: found.simplified } : { status: 'searchable', problem: null }
}
