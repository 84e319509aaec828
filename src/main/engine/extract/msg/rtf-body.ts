import type { MailBody } from '#engine/extract/mail/mail-body'
import { unpackRtf } from '#engine/extract/msg/compressed-rtf'
import { htmlOfRtf } from '#engine/extract/rtf/html-of-rtf'
import { readRtf } from '#engine/extract/rtf/read-rtf'
import { readerText } from '#shared/model/block'

/** Larger texts in RTF are read up to here. */
const LARGEST = 64 * 1024 * 1024

/** The body that a message has in compressed RTF: the page it was made of, else its text; undefined for what can not be unpacked. */
export function rtfBody(compressed: Uint8Array, chosen: string | null): MailBody | undefined {
  const rtf = unpackRtf(compressed, LARGEST)
  if (!rtf) return undefined
  const html = htmlOfRtf(rtf)
  if (html !== undefined) return { html, charset: 'utf-8' }
  const { blocks, charset } = readRtf(rtf, chosen)
  return { text: readerText(blocks), format: { isFlowed: false, deletesSpace: false }, charset: charset ?? 'utf-8' }
}
