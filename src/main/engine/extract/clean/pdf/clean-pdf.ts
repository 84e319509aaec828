import { type PDFContext, type PDFDict, PDFHexString, PDFName, PDFRawStream } from 'pdf-lib'
import { CleanFault } from '#engine/extract/clean/clean-fault'
import type { Cleaned } from '#engine/extract/clean/cleaner'
import { fileNameOf, isLocalPath } from '#engine/extract/clean/local-path'
import { loadPdf, type PdfNode, walkPdf } from '#engine/extract/clean/pdf/pdf-graph'
import { hasEntry, isMark, pdfName, pdfText } from '#engine/extract/clean/pdf/pdf-values'
import { cleanJpeg } from '#engine/extract/clean/picture/clean-jpeg'
import type { Remainder } from '#shared/model/copy'

/** Entries that tell of makers, programs and times, wherever they stand. */
const TELLING = ['Metadata', 'PieceInfo', 'LastModified', 'Thumb', 'SpiderInfo'] as const
/** Of a mark on a page: who made it, when, and its number. */
const SIGNED = ['T', 'M', 'CreationDate', 'NM'] as const
/** Of an attached file. */
const FILE_TIMES = ['CreationDate', 'ModDate', 'Mac'] as const

type Count = {
  comments: number
  links: number
  files: string[]
  scripts: boolean
  form: boolean
  pictures: number
  uncleaned: number
}

/**
 * A PDF written anew without what tells of its makers: its Info, XMP, identifiers, private data of programs, small pictures of pages,
 * authors and times of comments, signatures, metadata of the photographs in it, and everything that its pages no longer lead to
 * (earlier versions). Pages, attached files and scripts stay. Throws `CleanFault`.
 */
export async function cleanPdf(bytes: Uint8Array): Promise<Cleaned> {
  const document = await loadPdf(bytes)
  const { context } = document
  delete context.trailerInfo.Info
  delete context.trailerInfo.ID
  const count: Count = { comments: 0, links: 0, files: [], scripts: false, form: false, pictures: 0, uncleaned: 0 }
  for (const key of ['Perms', 'DSS', 'Legal']) document.catalog.delete(PDFName.of(key))
  const met = walkPdf(context, (node) => cleanNode(context, node, count))
  for (const [ref] of context.enumerateIndirectObjects()) if (!met.has(ref)) context.delete(ref)
  try {
    const written = await document.save({ useObjectStreams: true, addDefaultPage: false, updateFieldAppearances: false })
    return { bytes: written, remains: remainsOf(count) }
  } catch {
    throw new CleanFault('damaged', 'It can not be written anew.')
  }
}

function cleanNode(context: PDFContext, { dict, ref, stream }: PdfNode, count: Count): void {
  for (const key of TELLING) dict.delete(PDFName.of(key))
  if (isMark(dict)) {
    if (pdfText(dict, 'Contents') !== null) count.comments++
    for (const key of SIGNED) dict.delete(PDFName.of(key))
  }
  // A signature would not hold for the copy, and names who signed.
  if (pdfName(dict, 'FT') === 'Sig') dict.delete(PDFName.of('V'))
  if (hasEntry(dict, 'FT')) count.form = true
  const action = pdfName(dict, 'S')
  if (action === 'URI') count.links++
  if (action === 'JavaScript' || action === 'Launch') count.scripts = true
  cleanFileEntry(dict, count)
  if (stream !== null) cleanPicture(context, { dict, ref, stream }, count)
}

function cleanFileEntry(dict: PDFDict, count: Count): void {
  if (hasEntry(dict, 'EF')) count.files.push(fileNameOf(pdfText(dict, 'UF') ?? pdfText(dict, 'F') ?? ''))
  if (hasEntry(dict, 'CheckSum') || hasEntry(dict, 'ModDate')) for (const key of FILE_TIMES) dict.delete(PDFName.of(key))
  for (const key of ['F', 'UF', 'Desc', 'Unix', 'DOS', 'Mac']) {
    const path = pdfText(dict, key)
    if (path === null || !isLocalPath(path)) continue
    dict.set(PDFName.of(key), PDFHexString.fromText(fileNameOf(path)))
  }
}

function cleanPicture(context: PDFContext, { ref, stream }: PdfNode, count: Count): void {
  if (stream === null || pdfName(stream.dict, 'Subtype') !== 'Image') return
  count.pictures++
  if (pdfName(stream.dict, 'Filter') !== 'DCTDecode' || !(stream instanceof PDFRawStream) || ref === null) return
  try {
    context.assign(ref, PDFRawStream.of(stream.dict, cleanJpeg(stream.contents, 1)))
  } catch (error) {
    if (!(error instanceof CleanFault)) throw error
    count.uncleaned++
  }
}

function remainsOf({ comments, links, files, scripts, form, pictures, uncleaned }: Count): Remainder[] {
  const all: (Remainder | null)[] = [
    { code: 'names-in-text', detail: null },
    comments > 0 ? { code: 'comments', detail: String(comments) } : null,
    links > 0 ? { code: 'links', detail: String(links) } : null,
    pictures > 0 ? { code: 'pictures-inside', detail: String(pictures) } : null,
    uncleaned > 0 ? { code: 'pictures-uncleaned', detail: String(uncleaned) } : null,
    files.length > 0 ? { code: 'embedded-files', detail: files.slice(0, 5).join(', ') } : null,
    form ? { code: 'form', detail: null } : null,
    scripts ? { code: 'scripts', detail: null } : null,
    { code: 'structure', detail: null }
  ]
  return all.filter((one) => one !== null)
}
