import type { DrawnSpace } from '#engine/extract/pdf/drawn-spaces'
import { accented, isOrdinary, isRightToLeft } from '#engine/extract/pdf/letters'
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
  /** The whole run, where only its first and its last character are among the glyphs; on pages where nothing is written from the right. */
  text?: string
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
/** No word is longer. */
const LONGEST_PLAIN = 1000
const LINE_FEED = 10
const CARRIAGE_RETURN = 13
/** PDFium's sign for a hyphen at the end of a line. */
const BROKEN_HYPHEN = 2

type Read = Readonly<{ runs: GlyphRun[]; spaces: DrawnSpace[] }>

/** The characters of a loaded text page, run by run, and the spaces among them that have a width. */
export function readGlyphs(pdf: OpenPdf, text: number): Read {
  const { call } = pdf.pdfium
  const count = Math.min(Math.max(call.FPDFText_CountChars(text), 0), MOST)
  const codes = new Uint32Array(count)
  for (let index = 0; index < count; index++) codes[index] = call.FPDFText_GetUnicode(text, index)
  const isFromLeft = !codes.some(isRightToLeft)
  return pdf.heap.with(64, (room) => readRuns(measuring(pdf, text, room), codes, isFromLeft))
}

function readRuns({ glyphAt, sizeOf, spaceAt }: Measuring, codes: Uint32Array, isFromLeft: boolean): Read {
  const runs: GlyphRun[] = []
  const spaces: DrawnSpace[] = []
  let start = -1
  let isPlain = true
  let [startsLine, spaceBefore] = [true, false]
  const end = (index: number, isBroken: boolean, spaceAfter: boolean): void => {
    if (start >= 0) {
      const rest = { startsLine, isBroken, size: sizeOf(start), spaceBefore, spaceAfter }
      if (isPlain && index - start > 2) {
        const text = textOf(codes.subarray(start, index))
        runs.push({ ...rest, text, glyphs: [glyphAt(start, codes[start] ?? 0), glyphAt(index - 1, codes[index - 1] ?? 0)] })
      } else runs.push({ ...rest, glyphs: glyphsFrom(start, index) })
      start = -1
      startsLine = isBroken
      spaceBefore = false
    }
    spaceBefore ||= spaceAfter
  }
  for (let index = 0; index < codes.length; index++) {
    const code = codes[index] ?? 0
    if (code === LINE_FEED || code === CARRIAGE_RETURN) {
      end(index, false, false)
      startsLine = true
      spaceBefore = false
    } else if (code === BROKEN_HYPHEN) end(index, true, false)
    else if (isSpace(code)) {
      const space = isFromLeft ? undefined : spaceAt(index)
      if (space && space !== 'made' && space !== 'unknown') spaces.push(space)
      end(index, false, space !== 'made')
    } else {
      if (start < 0) [start, isPlain] = [index, isFromLeft]
      else if (index - start >= LONGEST_PLAIN) isPlain = false
      isPlain &&= isOrdinary(code)
    }
  }
  end(codes.length, false, false)
  return { runs, spaces }

  /** TeX draws an accent and then, over the same place, its letter. */
  function glyphsFrom(first: number, index: number): Glyph[] {
    const glyphs: Glyph[] = []
    for (let at = first; at < index; at++) {
      const glyph = glyphAt(at, codes[at] ?? 0)
      const before = glyphs.at(-1)
      const code = before && overlaps(before, glyph) ? accented(before.code, glyph.code) : undefined
      if (code !== undefined) glyphs.pop()
      glyphs.push(code === undefined ? glyph : { ...glyph, code })
    }
    return glyphs
  }
}

type Measuring = Readonly<{
  glyphAt: (index: number, code: number) => Glyph
  sizeOf: (index: number) => number
  /** `made` by PDFium of a distance; `unknown` where it does not say how wide it is. */
  spaceAt: (index: number) => DrawnSpace | 'made' | 'unknown'
}>

/** Asks PDFium where characters are. `room` is memory for 64 bytes. */
function measuring({ pdfium: { call, memory } }: OpenPdf, text: number, room: number): Measuring {
  let floats = new Float32Array(memory.buffer, room, 8)
  let doubles = new Float64Array(memory.buffer, room, 4)
  const refresh = (): void => {
    // Memory that has grown is another buffer.
    if (floats.buffer === memory.buffer) return
    floats = new Float32Array(memory.buffer, room, 8)
    doubles = new Float64Array(memory.buffer, room, 4)
  }
  return {
    glyphAt: (index, code) => {
      call.FPDFText_GetLooseCharBox(text, index, room)
      refresh()
      const [left = 0, top = 0, right = 0, bottom = 0] = [floats[0], floats[1], floats[2], floats[3]]
      // Letters that share one glyph share its place, too; PDFium parts only its ink among them.
      if (!isRightToLeft(code) || call.FPDFText_GetCharBox(text, index, room, room + 8, room + 16, room + 24) === 0)
        return { code, left, right, bottom, top, ink: left, inkRight: right }
      refresh()
      return { code, left, right, bottom, top, ink: doubles[0] ?? left, inkRight: doubles[1] ?? right }
    },
    sizeOf: (index) => {
      const size = call.FPDFText_GetFontSize(text, index)
      call.FPDFText_GetMatrix(text, index, room)
      refresh()
      return size * Math.hypot(floats[2] ?? 0, floats[3] ?? 1)
    },
    spaceAt: (index) => {
      if (call.FPDFText_IsGenerated(text, index) === 1) return 'made'
      call.FPDFText_GetLooseCharBox(text, index, room)
      refresh()
      const [left = 0, top = 0, right = 0, bottom = 0] = [floats[0], floats[1], floats[2], floats[3]]
      return right > left ? { x: left, y: (top + bottom) / 2, isNarrow: false, isDrawnAlone: false } : 'unknown'
    }
  }
}

/** Faster than to spread them. */
const textOf = (codes: Uint32Array): string => Reflect.apply(String.fromCharCode, null, codes)

function overlaps(accent: Glyph, letter: Glyph): boolean {
  const middle = (accent.left + accent.right) / 2
  return middle > letter.left && middle < letter.right
}

function isSpace(code: number): boolean {
  return code === 0x20 || code === 0xa0 || code === 9 || (code >= 0x2000 && code <= 0x200a) || code === 0x202f || code === 0x3000
}
