import { decodeText } from '#engine/extract/charset/charset'
import type { Source } from '#engine/extract/found'
import { findExcess } from '#engine/extract/html/html-guard'
import { factsInMarkup, tooComplex } from '#engine/extract/html/simplified-page'
import { visibleText } from '#engine/extract/html/visible-text'
import { type LongText, readLongText } from '#engine/extract/text/long-text'

/** Reads the text of a page that is too large for a tree, piece by piece. Undefined for a page that is within the guard's limits after all. */
export async function readLongPage(source: Source): Promise<LongText | undefined> {
  const { text: html, charset } = await decodeText(source.bytes(), source.charset, true)
  const excess = findExcess(html)
  if (!excess) return undefined
  const bytes = Buffer.from(visibleText(html), 'utf8')
  const { title, sourceUrl } = factsInMarkup(html)
  const read = await readLongText({ ...source, bytes: () => bytes, charset: 'utf-8' }, title)
  return {
    ...read,
    charset,
    sourceUrl,
    ...(read.status === 'searchable' ? { status: 'simplified', problem: tooComplex(excess) } : {})
  }
}
