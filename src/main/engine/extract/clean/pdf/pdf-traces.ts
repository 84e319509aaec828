import type { PDFDict } from 'pdf-lib'
import { PDFDict as Dict, PDFHexString, PDFName, PDFRawStream, PDFString } from 'pdf-lib'
import { latin1 } from '#engine/extract/charset/latin1'
import { CleanFault } from '#engine/extract/clean/clean-fault'
import { isLocalPath } from '#engine/extract/clean/local-path'
import { loadPdf, walkPdf } from '#engine/extract/clean/pdf/pdf-graph'
import { hasEntry, isMark, pdfName, pdfText } from '#engine/extract/clean/pdf/pdf-values'
import { pictureTraces } from '#engine/extract/clean/picture/picture-cleaner'
import { traceValue } from '#engine/extract/clean/trace-value'
import type { Source } from '#engine/extract/found'
import { metadataOf } from '#engine/extract/pdf/metadata'
import { withPdf } from '#engine/extract/pdf/open-pdf'
import type { Trace, TraceKind } from '#shared/model/copy'

const MOST = 400

const INFO_KINDS: Readonly<Record<string, TraceKind>> = {
  Author: 'author',
  Creator: 'program',
  Producer: 'program',
  CreationDate: 'time',
  ModDate: 'time',
  Title: 'title',
  Subject: 'description',
  Keywords: 'description'
}

/** What in a PDF tells of its makers: by its own objects, and by what PDFium reads in it. Throws `CleanFault`. */
export async function pdfTraces(source: Source): Promise<Trace[]> {
  const document = await loadPdf(source.bytes())
  const { context } = document
  const traces: Trace[] = []
  const { Info: info, ID: id } = context.trailerInfo
  const said = info === undefined ? undefined : context.lookup(info)
  if (said instanceof Dict) traces.push(...infoTraces(said))
  if (id !== undefined) traces.push({ kind: 'id', name: 'ID', value: null })
  if (versionsOf(source.bytes()) > 1) traces.push({ kind: 'revision', name: 'earlier versions', value: null })
  const pictures: Uint8Array[] = []
  const met = walkPdf(context, ({ dict, stream }) => {
    if (traces.length < MOST) traces.push(...nodeTraces(dict))
    if (stream instanceof PDFRawStream && pdfName(dict, 'Filter') === 'DCTDecode') pictures.push(stream.contents)
  })
  const isLost = context
    .enumerateIndirectObjects()
    .some(([ref, object]) => !met.has(ref) && object !== said && object instanceof Dict)
  if (isLost) traces.push({ kind: 'revision', name: 'parts that no page leads to', value: null })
  for (const picture of pictures) traces.push(...(await tracesOfPicture(picture)))
  // PDFium has the last word on what the document says of itself.
  if (traces.every(({ kind }) => kind !== 'author')) traces.push(...(await pdfiumTraces(source)))
  return traces
}

function infoTraces(info: PDFDict): Trace[] {
  return info.keys().flatMap((key): Trace[] => {
    const name = key.decodeText()
    const value = traceValue(pdfText(info, name))
    return value === null ? [] : [{ kind: INFO_KINDS[name] ?? 'other', name, value }]
  })
}

const PACKETS: readonly (readonly [TraceKind, string])[] = [
  ['packet', 'Metadata'],
  ['program', 'PieceInfo'],
  ['time', 'LastModified'],
  ['thumbnail', 'Thumb'],
  ['signature', 'ByteRange']
]

function nodeTraces(dict: PDFDict): Trace[] {
  const traces: Trace[] = PACKETS.filter(([, name]) => hasEntry(dict, name)).map(([kind, name]) => ({ kind, name, value: null }))
  if (isMark(dict)) {
    const author = traceValue(pdfText(dict, 'T'))
    const time = traceValue(pdfText(dict, 'M') ?? pdfText(dict, 'CreationDate'))
    if (author !== null) traces.push({ kind: 'author', name: 'comment', value: author })
    if (time !== null) traces.push({ kind: 'time', name: 'comment', value: time })
    if (hasEntry(dict, 'NM')) traces.push({ kind: 'id', name: 'comment', value: null })
  }
  for (const key of ['F', 'UF']) {
    const value = dict.get(PDFName.of(key))
    const path = value instanceof PDFString || value instanceof PDFHexString ? pdfText(dict, key) : null
    if (path !== null && isLocalPath(path)) traces.push({ kind: 'path', name: key, value: traceValue(path) })
  }
  return traces
}

/** Each saving that only adds to the file leaves an end of its own; a file made for reading page by page has two from the beginning. */
function versionsOf(bytes: Uint8Array): number {
  const text = latin1(bytes)
  const ends = text.split('startxref').length - 1
  return text.slice(0, 2048).includes('/Linearized') ? ends - 1 : ends
}

async function tracesOfPicture(bytes: Uint8Array): Promise<Trace[]> {
  try {
    return (await pictureTraces(bytes, 'image/jpeg')).map((trace) => ({ ...trace, name: `picture: ${trace.name}` }))
  } catch (error) {
    // It is said to remain.
    if (error instanceof CleanFault) return []
    throw error
  }
}

async function pdfiumTraces(source: Source): Promise<Trace[]> {
  const { metadata, facts } = await withPdf(source, (pdf) => metadataOf(pdf, source))
  const author: Trace[] = metadata.author === null ? [] : [{ kind: 'author', name: 'Author', value: traceValue(metadata.author) }]
  const told = facts.filter(({ name }) => name === 'producer' || name === 'creator' || name === 'created' || name === 'modified')
  return [...author, ...told.map(({ name, value }): Trace => ({ kind: 'other', name, value: traceValue(String(value)) }))]
}
