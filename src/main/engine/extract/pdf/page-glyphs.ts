import { isRightToLeft } from '#engine/extract/pdf/letters'
import type { OpenPdf } from '#engine/extract/pdf/open-pdf'

/** A character of a page where it stands, in the page's own coordinates: points, from the bottom left. */
export type Glyph = Readonly<{
  code: number
  /** Where the pen began to draw it. */
  left: number
  /** For letters written from the right: the edges of their ink. */
  ink: number
  inkRight: number
  /** Where the pen stood after it; PDFium does not know it for every font. */
  right: number
  bottom: number
  top: number
}>

/** A run of characters without space between them, in the order in which PDFium tells them. */
export type GlyphRun = Readonly<{
  glyphs: readonly Glyph[]
  /** PDFium begins a line with it. */
  startsLine: boolean
  /** The width of the document's own space before it, or after it: 0 where it is not known, null where there is none but what PDFium makes of a distance. */
  spaceBefore: number | null
  spaceAfter: number | null
  /** It ends with a hyphen at which the line was broken; the hyphen is not among the glyphs. */
  isBroken: boolean
  /** Height of its letters in points, as they stand on the page. */
  size: number
}>

/** More characters on one page are not read: no page that people read has a tenth of it. */
const MOST = 1_000_000
const LINE_FEED = 10
const CARRIAGE_RETURN = 13
/** PDFium's sign for a hyphen at the end of a line. */
const BROKEN_HYPHEN = 2

/** The characters of a loaded text page, run by run. */
export function readGlyphs({ pdfium: { call, memory }, heap }: OpenPdf, text: number): GlyphRun[] {
  return heap.with(64, (room) => {
    const runs: GlyphRun[] = []
    let glyphs: Glyph[] = []
    let [startsLine, size] = [true, 0]
    let spaceBefore: number | null = null
    const end = (isBroken: boolean, spaceAfter: number | null): void => {
      if (glyphs.length > 0) {
        runs.push({ glyphs, startsLine, isBroken, size, spaceBefore, spaceAfter })
        glyphs = []
        startsLine = isBroken
        spaceBefore = null
      }
      spaceBefore ??= spaceAfter
    }
    const count = Math.min(call.FPDFText_CountChars(text), MOST)
    for (let index = 0; index < count; index++) {
      const code = call.FPDFText_GetUnicode(text, index)
      if (code === LINE_FEED || code === CARRIAGE_RETURN) {
        end(false, null)
        startsLine = true
        spaceBefore = null
      } else if (code === BROKEN_HYPHEN) end(true, null)
      else if (isSpace(code)) end(false, widthOfSpace(index))
      else {
        if (glyphs.length === 0) size = sizeOf(index)
        glyphs.push(glyphAt(index, code))
      }
    }
    end(false, null)
    return runs

    function glyphAt(index: number, code: number): Glyph {
      call.FPDFText_GetLooseCharBox(text, index, room)
      const loose = new Float32Array(memory.buffer, room, 4)
      const [left = 0, top = 0, right = 0, bottom = 0] = loose
      const inked = isRightToLeft(code) && call.FPDFText_GetCharBox(text, index, room, room + 8, room + 16, room + 24) !== 0
      // Letters that share one glyph share its place, too; PDFium parts only its ink among them.
      const [ink = left, inkRight = right] = inked ? new Float64Array(memory.buffer, room, 2) : []
      return { code, left, right, bottom, top, ink, inkRight }
    }

    function widthOfSpace(index: number): number | null {
      if (call.FPDFText_IsGenerated(text, index) === 1) return null
      call.FPDFText_GetLooseCharBox(text, index, room)
      const [left = 0, , right = 0] = new Float32Array(memory.buffer, room, 4)
      return Math.max(0, right - left)
    }

    function sizeOf(index: number): number {
      const size = call.FPDFText_GetFontSize(text, index)
      call.FPDFText_GetMatrix(text, index, room)
      const [, , across = 0, up = 1] = new Float32Array(memory.buffer, room, 4)
      return size * Math.hypot(across, up)
    }
  })
}

function isSpace(code: number): boolean {
  return code === 0x20 || code === 0xa0 || code === 9 || (code >= 0x2000 && code <= 0x200a) || code === 0x202f || code === 0x3000
}
