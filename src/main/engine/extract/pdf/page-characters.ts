import type { OpenPdf } from '#engine/extract/pdf/open-pdf'

/** More characters on one page are not read: no page that people read has a tenth of it. */
const MOST = 1_000_000
/** PDFium's sign for a hyphen at the end of a line. */
export const BROKEN_HYPHEN = 2
/** What stands for that sign where PDFium tells many characters at once. */
const TOLD_HYPHEN = 0xfffe
const LINE_FEED = 10
const CARRIAGE_RETURN = 13

/**
 * The characters of a loaded text page, by their index. Told all at once where each has its own place in that; where not, as when there
 * are some without a meaning or beyond U+FFFF, they are asked for one by one, which takes ten times as long.
 */
export function charactersOf({ pdfium: { call, memory }, heap }: OpenPdf, text: number): Uint32Array {
  const count = Math.min(Math.max(call.FPDFText_CountChars(text), 0), MOST)
  const codes = new Uint32Array(count)
  const isTold = heap.with(count * 2 + 2, (room) => {
    if (call.FPDFText_GetText(text, 0, count, room) !== count + 1) return false
    codes.set(new Uint16Array(memory.buffer, room, count))
    return !codes.some(isSurrogate)
  })
  for (let index = 0; index < count; index++) {
    if (!isTold || codes[index] === TOLD_HYPHEN) codes[index] = call.FPDFText_GetUnicode(text, index)
  }
  return codes
}

export const isLineEnd = (code: number): boolean => code === LINE_FEED || code === CARRIAGE_RETURN

/** Whether a character is a space of any width. */
export function isSpace(code: number): boolean {
  return code === 0x20 || code === 0xa0 || code === 9 || (code >= 0x2000 && code <= 0x200a) || code === 0x202f || code === 0x3000
}

const isSurrogate = (code: number): boolean => code >= 0xd800 && code <= 0xdfff
