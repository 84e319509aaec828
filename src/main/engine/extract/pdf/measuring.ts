import type { DrawnSpace } from '#engine/extract/pdf/drawn-spaces'
import { isRightToLeft } from '#engine/extract/pdf/letters'
import type { OpenPdf } from '#engine/extract/pdf/open-pdf'
import type { Glyph } from '#engine/extract/pdf/page-glyphs'

export type Measuring = Readonly<{
  glyphAt: (index: number, code: number) => Glyph
  /** Left, top, right and bottom of where a character stands; they last until the next call. */
  boxAt: (index: number) => Float32Array
  /** The height of its letters as they stand on the page. */
  sizeAt: (index: number) => number
  /** `made` by PDFium of a distance; `unknown` where it does not say how wide it is. */
  spaceAt: (index: number) => DrawnSpace | 'made' | 'unknown'
}>

/** Asks PDFium where characters are. `room` is memory for 64 bytes. */
export function measuring({ pdfium: { call, memory } }: OpenPdf, text: number, room: number): Measuring {
  let floats = new Float32Array(memory.buffer, room, 8)
  let doubles = new Float64Array(memory.buffer, room, 4)
  const refresh = (): void => {
    // Memory that has grown is another buffer.
    if (floats.buffer === memory.buffer) return
    floats = new Float32Array(memory.buffer, room, 8)
    doubles = new Float64Array(memory.buffer, room, 4)
  }
  const boxAt = (index: number): Float32Array => {
    call.FPDFText_GetLooseCharBox(text, index, room)
    refresh()
    return floats
  }
  return {
    boxAt,
    glyphAt: (index, code) => {
      const box = boxAt(index)
      const [left = 0, top = 0, right = 0, bottom = 0] = [box[0], box[1], box[2], box[3]]
      // Letters that share one glyph share its place, too; PDFium parts only its ink among them.
      if (!isRightToLeft(code) || call.FPDFText_GetCharBox(text, index, room, room + 8, room + 16, room + 24) === 0)
        return { code, left, right, bottom, top, ink: left, inkRight: right }
      refresh()
      return { code, left, right, bottom, top, ink: doubles[0] ?? left, inkRight: doubles[1] ?? right }
    },
    sizeAt: (index) => {
      const size = call.FPDFText_GetFontSize(text, index)
      call.FPDFText_GetMatrix(text, index, room)
      refresh()
      return size * Math.hypot(floats[2] ?? 0, floats[3] ?? 1)
    },
    spaceAt: (index) => {
      if (call.FPDFText_IsGenerated(text, index) === 1) return 'made'
      const box = boxAt(index)
      const [left = 0, top = 0, right = 0, bottom = 0] = [box[0], box[1], box[2], box[3]]
      return right > left ? { x: left, y: (top + bottom) / 2, isNarrow: false, isDrawnAlone: false } : 'unknown'
    }
  }
}
