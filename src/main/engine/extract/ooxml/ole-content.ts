import { findStream, readStream } from '#engine/extract/cfb/cfb-stream'
import { openCfb } from '#engine/extract/cfb/open-cfb'
import { heldFile } from '#engine/extract/read-file'

/** A file inside an OLE object; `extension` with its dot, by content, where it has no name. */
export type OleContent = Readonly<{ name: string | null; extension: string; bytes: Uint8Array }>

/** Streams by which a compound file is itself a document of an old program. */
const DOCUMENTS: readonly (readonly [string, string])[] = [
  ['WordDocument', '.doc'],
  ['Workbook', '.xls'],
  ['Book', '.xls'],
  ['PowerPoint Document', '.ppt'],
  ['__properties_version1.0', '.msg']
]

/**
 * The file inside an embedded object: one that was dropped in as it is, a newer Office file, a PDF, or the object itself where it is a
 * document of an old Office program. Undefined for objects that are no files, and for damaged ones.
 */
export function contentOfOle(bytes: Uint8Array): OleContent | undefined {
  const cfb = openCfb(heldFile(bytes))
  if (!cfb) return undefined
  const stream = (name: string): Buffer | undefined => {
    const content = readStream(cfb, name, bytes.length)
    return content.length === 0 ? undefined : content
  }
  const native = stream('\u0001Ole10Native')
  if (native) return packagedFile(native)
  const inner = stream('Package')
  if (inner) return { name: null, extension: '', bytes: inner }
  const contents = stream('CONTENTS')
  if (contents?.toString('latin1', 0, 5) === '%PDF-') return { name: null, extension: '.pdf', bytes: contents }
  const document = DOCUMENTS.find(([name]) => (findStream(cfb, name)?.size ?? 0) > 0)
  return document && { name: null, extension: document[1], bytes }
}

/** `\1Ole10Native`: sizes and names, NUL-terminated in the code page of its maker, then the file (MS-OLEDS 2.3.6 and what programs write). */
function packagedFile(bytes: Buffer): OleContent | undefined {
  const text = (from: number): { value: string; next: number } | undefined => {
    const end = bytes.indexOf(0, from)
    return end < 0 || end - from > 1000 ? undefined : { value: bytes.toString('latin1', from, end), next: end + 1 }
  }
  const label = text(6)
  const path = label && text(label.next)
  if (!label || !path || path.next + 8 > bytes.length) return undefined
  const temporary = bytes.readUInt32LE(path.next + 4)
  const at = path.next + 8 + temporary
  if (at + 4 > bytes.length) return undefined
  const size = bytes.readUInt32LE(at)
  if (size === 0 || at + 4 + size > bytes.length) return undefined
  const name = label.value.slice(Math.max(label.value.lastIndexOf('\\'), label.value.lastIndexOf('/')) + 1)
  return { name: name === '' ? null : name, extension: '.bin', bytes: bytes.subarray(at + 4, at + 4 + size) }
}
