import { glyphsOfWord } from '#engine/extract/pdf/glyphs-of-word'
import { isAccent, isOrdinary, isUnreadable, writtenAs } from '#engine/extract/pdf/letters'
import type { Measuring } from '#engine/extract/pdf/measuring'
import { BROKEN_HYPHEN, isLineEnd, isSpace } from '#engine/extract/pdf/page-characters'
import type { Glyph, GlyphRun, ToldText } from '#engine/extract/pdf/page-glyphs'

/** A longer run is parted; of a longer word every letter is measured. */
const LONGEST = 1000
const SPACE = 0x20

type Box = { left: number; right: number; bottom: number; top: number }
/** Words of one line and one size, where they begin in what is written, and how high the first letter of the last word stands. */
type Stretch = { box: Box; size: number; begin: number; letters: number; top: number; bottom: number }

/**
 * Reads a page on which nothing is written from the right, for its paragraphs alone: they need no more than how far lines reach. So the
 * words of one line and one size are one run, of which the first and the last letter of each word are measured. Cost: linear in its
 * characters, two or three calls for a word.
 */
export class PlainPage {
  readonly #measuring: Measuring
  readonly #codes: Uint32Array
  readonly #written: Uint16Array
  readonly #runs: GlyphRun[] = []
  #filled = 0
  #startsLine = true
  #stretch: Stretch | undefined

  constructor(measuring: Measuring, codes: Uint32Array) {
    this.#measuring = measuring
    this.#codes = codes
    this.#written = new Uint16Array(codes.length)
  }

  /** Its runs in the order in which PDFium tells them. */
  runs(): GlyphRun[] {
    const codes = this.#codes
    let [start, isPlain] = [-1, true]
    for (let index = 0; index <= codes.length; index++) {
      const code = codes[index] ?? 0
      const isEnd = index === codes.length || isLineEnd(code)
      if (isEnd || code === BROKEN_HYPHEN || isSpace(code)) {
        if (start >= 0) {
          if (isPlain && index - start <= LONGEST) this.#addPlain(start, index)
          else this.#addOther(start, index)
          if (code === BROKEN_HYPHEN) this.#endLine(true)
        }
        start = -1
        if (isEnd) this.#endLine(false)
      } else {
        if (start < 0) [start, isPlain] = [index, true]
        isPlain &&= isOrdinary(code)
      }
    }
    return this.#runs
  }

  #addPlain(start: number, end: number): void {
    const first = this.#measuring.boxAt(start)
    const [left, top, right, bottom] = [first[0] ?? 0, first[1] ?? 0, first[2] ?? 0, first[3] ?? 0]
    const before = this.#stretch
    // Letters as high as those before, on the same line, are of the same size.
    const isAlike = before !== undefined && top === before.top && bottom === before.bottom && top > bottom
    const size = isAlike ? before.size : this.#measuring.sizeAt(start)
    const isLong = before !== undefined && this.#filled - before.begin + end - start > LONGEST
    if (before?.size !== size || isLong) this.#endStretch()
    this.#stretch ??= { box: nowhere(), size, begin: this.#filled, letters: 0, top, bottom }
    const stretch = this.#stretch
    stretch.top = top
    stretch.bottom = bottom
    stretch.letters += end - start
    widenBy(stretch.box, left, top, right, bottom)
    if (end - start > 1) widen(stretch.box, this.#measuring.boxAt(end - 1))
    if (this.#filled > stretch.begin) this.#written[this.#filled++] = SPACE
    for (let at = start; at < end; at++) this.#written[this.#filled++] = this.#codes[at] ?? 0
  }

  /** A word of which not every letter is what is read: letters drawn as one, accents apart, scripts without spaces. */
  #addOther(start: number, end: number): void {
    this.#endStretch()
    const word = this.#codes.subarray(start, end)
    const size = this.#measuring.sizeAt(start)
    if (word.some(isAccent)) this.#add(size, glyphsOfWord(this.#measuring, this.#codes, start, end))
    else {
      const box = nowhere()
      for (let at = start; at < end; at++) widen(box, this.#measuring.boxAt(at))
      this.#add(size, cornersOf(box, word[0], word.at(-1)), toldBy(word))
    }
  }

  #endLine(isBroken: boolean): void {
    this.#endStretch()
    const last = this.#runs.at(-1)
    if (isBroken && last) this.#runs[this.#runs.length - 1] = { ...last, isBroken }
    this.#startsLine = true
  }

  #endStretch(): void {
    if (!this.#stretch) return
    const { box, size, begin, letters } = this.#stretch
    const written = this.#written.subarray(begin, this.#filled)
    const text: string = Reflect.apply(String.fromCharCode, null, written)
    this.#stretch = undefined
    this.#add(size, cornersOf(box, written[0], written.at(-1)), { text, readable: letters, unreadable: 0 })
  }

  #add(size: number, glyphs: readonly Glyph[], told?: ToldText): void {
    const run = { glyphs, startsLine: this.#startsLine, spaceBefore: false, spaceAfter: false, isBroken: false, size }
    this.#runs.push(told ? { ...run, told } : run)
    this.#startsLine = false
  }
}

function toldBy(word: Uint32Array): ToldText {
  let [text, unreadable] = ['', 0]
  for (const code of word) {
    if (isUnreadable(code)) unreadable++
    else text += writtenAs(code)
  }
  return { text, readable: word.length - unreadable, unreadable }
}

const nowhere = (): Box => ({
  left: Number.POSITIVE_INFINITY,
  right: Number.NEGATIVE_INFINITY,
  bottom: Number.POSITIVE_INFINITY,
  top: Number.NEGATIVE_INFINITY
})

const widen = (box: Box, measured: Float32Array): void =>
  widenBy(box, measured[0] ?? 0, measured[1] ?? 0, measured[2] ?? 0, measured[3] ?? 0)

function widenBy(box: Box, left: number, top: number, right: number, bottom: number): void {
  if (left < box.left) box.left = left
  if (right > box.right) box.right = right
  if (bottom < box.bottom) box.bottom = bottom
  if (top > box.top) box.top = top
}

/** Two letters that reach as far as all between them. */
function cornersOf({ left, right, bottom, top }: Box, first = 0, last = 0): Glyph[] {
  const corner = (code: number): Glyph => ({ code, left, right, bottom, top, ink: left, inkRight: right })
  return [corner(first), corner(last)]
}
