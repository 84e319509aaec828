/** From the characters of a page to its paragraphs, and to the places of their words: one walk makes both, so that they always agree. */
import type { DrawnSpace } from '#engine/extract/pdf/drawn-spaces'
import { isUnreadable, isUnspaced, writtenAs } from '#engine/extract/pdf/letters'
import { extentOfGlyphs, type Line, linesInLogicalOrder } from '#engine/extract/pdf/logical-order'
import type { Glyph, GlyphRun } from '#engine/extract/pdf/page-glyphs'
import { paragraphsOf } from '#engine/extract/pdf/paragraphs'
import { BLOCK_SEPARATOR } from '#shared/model/block'

/** A paragraph of a page. `size` is the height of its letters in points. */
export type PageParagraph = Readonly<{ text: string; size: number; lines: number }>

/** A word in the text of the page (its paragraphs joined as blocks are), with the rectangle in points that it fills on the page. */
export type PlacedWord = Readonly<{ start: number; end: number; left: number; right: number; bottom: number; top: number }>

export type PageLayout = Readonly<{
  paragraphs: readonly PageParagraph[]
  words: readonly PlacedWord[]
  /** Characters that can be read, and those that can not. */
  readable: number
  unreadable: number
}>

/** Lays out one page, with its words unless only its paragraphs are `wanted`. `spaces` are its own, by height, for text written from the right. Cost: linear in its characters. */
export function layOutPage(
  runs: readonly GlyphRun[],
  spaces: readonly DrawnSpace[] = [],
  wanted: 'words' | 'paragraphs' = 'words'
): PageLayout {
  const words: PlacedWord[] = []
  const paragraphs: PageParagraph[] = []
  let [at, readable, unreadable] = [0, 0, 0]
  for (const lines of paragraphsOf(linesInLogicalOrder(runs, spaces))) {
    let text = ''
    let before: GlyphRun | undefined
    for (const run of lines.flat()) {
      if (run.told) {
        readable += run.told.readable
        unreadable += run.told.unreadable
      } else for (const { code } of run.glyphs) isUnreadable(code) ? unreadable++ : readable++
      const pieces = run.told ? [{ written: run.told.text, glyphs: run.glyphs }] : piecesOf(run.glyphs)
      if (pieces.length === 0 || run.told?.text === '') continue
      if (before) text += between(before, run)
      before = run
      for (const { written, glyphs } of pieces) {
        const start = at + text.length
        text += written
        if (wanted === 'words') words.push({ start, end: start + written.length, ...extentOfGlyphs(glyphs) })
      }
    }
    if (text === '') continue
    paragraphs.push({ text, size: sizeOf(lines), lines: lines.length })
    at += text.length + BLOCK_SEPARATOR.length
  }
  return { paragraphs, words, readable, unreadable }
}

const HYPHEN = 0x2d
const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39

const lastButOne = ({ told, glyphs }: GlyphRun): number => told?.text.charCodeAt(told.text.length - 2) ?? glyphs.at(-2)?.code ?? 0

/** What stands between two runs of a paragraph. */
function between(before: GlyphRun, run: GlyphRun): string {
  const [last, first] = [before.glyphs.at(-1)?.code ?? 0, run.glyphs[0]?.code ?? 0]
  // A word broken at the end of a line is one word; but not 1990-1995, nor Jean-Paul.
  if (before.isBroken) return /\p{Ll}/u.test(String.fromCodePoint(first)) ? '' : '-'
  if (run.startsLine && last === HYPHEN && isDigit(first) && isDigit(lastButOne(before))) return ''
  return run.startsLine && isUnspaced(last) && isUnspaced(first) ? '' : ' '
}

type Piece = { written: string; glyphs: Glyph[] }

/** A run as words: one, unless it is of a script without spaces. */
function piecesOf(glyphs: readonly Glyph[]): Piece[] {
  const pieces: Piece[] = []
  let ends = true
  for (const glyph of glyphs) {
    const written = writtenAs(glyph.code)
    if (written === '') continue
    const alone = isUnspaced(glyph.code)
    const piece = pieces.at(-1)
    if (piece && !ends && !alone) {
      piece.written += written
      piece.glyphs.push(glyph)
    } else pieces.push({ written, glyphs: [glyph] })
    ends = alone
  }
  return pieces
}

/** The size of most of its letters. */
function sizeOf(lines: readonly Line[]): number {
  const letters = new Map<number, number>()
  for (const { size, told, glyphs } of lines.flat()) {
    const count = told ? told.readable + told.unreadable : glyphs.length
    letters.set(size, (letters.get(size) ?? 0) + count)
  }
  return [...letters].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0
}
