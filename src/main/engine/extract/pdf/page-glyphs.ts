import type { DrawnSpace } from '#engine/extract/pdf/drawn-spaces'
import { glyphsOfWord } from '#engine/extract/pdf/glyphs-of-word'
import { isOrdinary, isRightToLeft } from '#engine/extract/pdf/letters'
import { type Measuring, measuring } from '#engine/extract/pdf/measuring'
import type { OpenPdf } from '#engine/extract/pdf/open-pdf'
import { BROKEN_HYPHEN, charactersOf, isLineEnd, isSpace } from '#engine/extract/pdf/page-characters'
import { PlainPage } from '#engine/extract/pdf/plain-page'

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

/** A run of characters without space between them, or several such, in the order in which PDFium tells them. */
export type GlyphRun = Readonly<{
  glyphs: readonly Glyph[]
  /**
   * On pages where nothing is written from the right: the whole run, where only its first and its last character are among the glyphs.
   * Where only paragraphs are wanted it can be several words, and both glyphs are as large as the run.
   */
  told?: ToldText
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

/** What a run says, as it is read, and how many of its characters can be read and can not. */
export type ToldText = Readonly<{ text: string; readable: number; unreadable: number }>

/** No word is longer. */
const LONGEST_PLAIN = 1000

type Read = Readonly<{ runs: GlyphRun[]; spaces: DrawnSpace[] }>

/** The characters of a loaded text page, run by run, and the spaces among them that have a width. */
export function readGlyphs(pdf: OpenPdf, text: number, wanted: 'words' | 'paragraphs'): Read {
  const codes = charactersOf(pdf, text)
  const isFromLeft = !codes.some(isRightToLeft)
  return pdf.heap.with(64, (room) => {
    const measure = measuring(pdf, text, room)
    if (isFromLeft && wanted === 'paragraphs') return { runs: new PlainPage(measure, codes).runs(), spaces: [] }
    return readRuns(measure, codes, isFromLeft)
  })
}

function readRuns(measure: Measuring, codes: Uint32Array, isFromLeft: boolean): Read {
  const { glyphAt, sizeAt, spaceAt } = measure
  const runs: GlyphRun[] = []
  const spaces: DrawnSpace[] = []
  let start = -1
  let isPlain = true
  let [startsLine, spaceBefore] = [true, false]
  const end = (index: number, isBroken: boolean, spaceAfter: boolean): void => {
    if (start >= 0) {
      const rest = { startsLine, isBroken, size: sizeAt(start), spaceBefore, spaceAfter }
      if (isPlain && index - start > 2) {
        const text = textOf(codes.subarray(start, index))
        const told = { text, readable: text.length, unreadable: 0 }
        runs.push({ ...rest, told, glyphs: [glyphAt(start, codes[start] ?? 0), glyphAt(index - 1, codes[index - 1] ?? 0)] })
      } else runs.push({ ...rest, glyphs: glyphsOfWord(measure, codes, start, index) })
      start = -1
      startsLine = isBroken
      spaceBefore = false
    }
    spaceBefore ||= spaceAfter
  }
  for (let index = 0; index < codes.length; index++) {
    const code = codes[index] ?? 0
    if (isLineEnd(code)) {
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
}

/** Faster than to spread them. */
const textOf = (codes: Uint32Array): string => Reflect.apply(String.fromCharCode, null, codes)
