import type { DrawnSpace } from '#engine/extract/pdf/drawn-spaces'
import { accented, isRightToLeft } from '#engine/extract/pdf/letters'
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
  /** A space stands before it, or after it, that PDFium did not make itself of a distance. */
  spaceBefore: boolean
  spaceAfter: boolean
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

/** The characters of a loaded text page, run by run, and the spaces among them that have a width. */
export function readGlyphs(
  { pdfium: { call, memory }, heap }: OpenPdf,
  text: number
): { runs: GlyphRun[]; spaces: DrawnSpace[] } {
  return heap.with(64, (room) => {
    const runs: GlyphRun[] = []
    let glyphs: Glyph[] = []
    const spaces: DrawnSpace[] = []
    let [startsLine, spaceBefore, size] = [true, false, 0]
    const end = (isBroken: boolean, spaceAfter: boolean): void => {
      if (glyphs.length > 0) {
        runs.push({ glyphs, startsLine, isBroken, size, spaceBefore, spaceAfter })
        glyphs = []
        startsLine = isBroken
        spaceBefore = false
      }
      spaceBefore ||= spaceAfter
    }
    const count = Math.min(call.FPDFText_CountChars(text), MOST)
    for (let index = 0; index < count; index++) {
      const code = call.FPDFText_GetUnicode(text, index)
      if (code === LINE_FEED || code === CARRIAGE_RETURN) {
        end(false, false)
        startsLine = true
        spaceBefore = false
      } else if (code === BROKEN_HYPHEN) end(true, false)
      else if (isSpace(code)) end(false, isTold(index))
      else {
        if (glyphs.length === 0) size = sizeOf(index)
        push(glyphAt(index, code))
      }
    }
    end(false, false)
    return { runs, spaces }

    function glyphAt(index: number, code: number): Glyph {
      call.FPDFText_GetLooseCharBox(text, index, room)
      const loose = new Float32Array(memory.buffer, room, 4)
      const [left = 0, top = 0, right = 0, bottom = 0] = loose
      const inked = isRightToLeft(code) && call.FPDFText_GetCharBox(text, index, room, room + 8, room + 16, room + 24) !== 0
      // Letters that share one glyph share its place, too; PDFium parts only its ink among them.
      const [ink = left, inkRight = right] = inked ? new Float64Array(memory.buffer, room, 2) : []
      return { code, left, right, bottom, top, ink, inkRight }
    }

    /** TeX draws an accent and then, over the same place, its letter. */
    function push(glyph: Glyph): void {
      const before = glyphs.at(-1)
      const code = before && overlaps(before, glyph) ? accented(before.code, glyph.code) : undefined
      if (code !== undefined) glyphs.pop()
      glyphs.push(code === undefined ? glyph : { ...glyph, code })
    }

    function isTold(index: number): boolean {
      if (call.FPDFText_IsGenerated(text, index) === 1) return false
      call.FPDFText_GetLooseCharBox(text, index, room)
      const [left = 0, top = 0, right = 0, bottom = 0] = new Float32Array(memory.buffer, room, 4)
      if (right > left) spaces.push({ x: left, y: (top + bottom) / 2, isNarrow: false, isDrawnAlone: false })
      return true
    }

    function sizeOf(index: number): number {
      const size = call.FPDFText_GetFontSize(text, index)
      call.FPDFText_GetMatrix(text, index, room)
      const [, , across = 0, up = 1] = new Float32Array(memory.buffer, room, 4)
      return size * Math.hypot(across, up)
    }
  })
}

function overlaps(accent: Glyph, letter: Glyph): boolean {
  const middle = (accent.left + accent.right) / 2
  return middle > letter.left && middle < letter.right
}

function isSpace(code: number): boolean {
  return code === 0x20 || code === 0xa0 || code === 9 || (code >= 0x2000 && code <= 0x200a) || code === 0x202f || code === 0x3000
}
