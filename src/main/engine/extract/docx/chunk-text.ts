import { openDecoder } from '#engine/extract/charset/open-decoder'
import { visibleText } from '#engine/extract/html/visible-text'
import type { Package } from '#engine/extract/ooxml/open-package'
import { xmlCharset } from '#engine/extract/xml/xml-charset'

const LARGEST = 16 * 1024 * 1024
const PAGE = /(?:^text\/html|xhtml)/
const PLAIN = /^text\/plain/

/** Whether a chunk in another format is read in its place; others become documents of their own. */
export function isTextChunk(opened: Package, part: string): boolean {
  const type = opened.typeOf(part)
  return PAGE.test(type) || PLAIN.test(type)
}

/** The paragraphs of a page or a plain text that was put into a document as it is; empty for other formats. */
export function chunkText(opened: Package, part: string): string[] {
  if (!isTextChunk(opened, part)) return []
  const bytes = opened.bytesIfWhole(part, LARGEST) ?? new Uint8Array(0)
  const text = openDecoder(xmlCharset(bytes)).decode(bytes)
  const lines = PAGE.test(opened.typeOf(part)) ? visibleText(text) : text
  return lines.split(/[\r\n]+/).flatMap((line) => line.trim() || [])
}
