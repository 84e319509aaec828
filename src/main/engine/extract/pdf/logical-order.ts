/** Puts text written from the right into the order in which it is read, whatever the order in which a producer drew it. */
import type { DrawnSpace } from '#engine/extract/pdf/drawn-spaces'
import { isEasternDigit, isMark, isRightToLeft } from '#engine/extract/pdf/letters'
import type { Glyph, GlyphRun } from '#engine/extract/pdf/page-glyphs'
import { isPenExact, wordsFromRight } from '#engine/extract/pdf/words-from-right'

/** Pieces at one height further apart than this stand in two columns, in heights of their letters. */
const COLUMN_GAP = 2
/** A piece that stands alone belongs to the piece beside it when it is nearer than this, in heights of its letters. */
const WORD_GAP = 0.8
/** Where a page has more pieces than this they are left as PDFium tells them. */
const MOST_PIECES = 5000
/** On a page that is mostly written from the right, a line with this share of such letters is, too. */
const LEAST_SHARE = 0.15
/** Pieces nearer than this are one word where the document puts no space between them, in heights of their letters. */
const NARROWEST_SPACE = 0.35
const NARROWEST_MADE_SPACE = 0.12
/** Letters nearer than this touch, in heights of the letters. */
const TOUCHING = 0.03

/** A line of the page in reading order. */
export type Line = readonly GlyphRun[]

/** The lines of a page. Where nothing is written from the right they are as PDFium tells them. */
export function linesInLogicalOrder(runs: readonly GlyphRun[], spaces: readonly DrawnSpace[]): Line[] {
  const told: GlyphRun[][] = []
  for (const run of runs) {
    const line = told.at(-1)
    if (line === undefined || run.startsLine) told.push([run])
    else line.push(run)
  }
  if (!told.some(hasFromRight)) return told
  const isExact = isPenExact(runs)
  const least = shareFromRight(runs) > 0.5 ? LEAST_SHARE : 0.5
  const goesFromRight = (line: Line): boolean => shareFromRight(line) >= least
  const isKnown = isExact || spaces.some(({ isDrawnAlone }) => isDrawnAlone)
  return wholeLines(told).map((line) => {
    if (!hasFromRight(line)) return line
    return isKnown && goesFromRight(line) ? wordsFromRight(line, spaces, isExact) : inLogicalOrder(line)
  })
}

type Row = { pieces: { line: readonly GlyphRun[]; at: number }[]; bottom: number; top: number }

/**
 * PDFium takes a dot or a mark that is drawn by itself for a line of its own, and so cuts lines to pieces and mixes them up. Here pieces
 * at one height are put together again, longest first: a line is as high as its longest piece.
 */
function wholeLines(told: readonly Line[]): Line[] {
  if (told.length > MOST_PIECES) return [...told]
  const rows: Row[] = []
  const lengths = told.map((line, at) => ({ line, at, length: line.reduce((sum, { glyphs }) => sum + glyphs.length, 0) }))
  const others: { line: Line; at: number }[] = []
  for (const { line, at } of lengths.sort((a, b) => b.length - a.length)) {
    const { bottom, top } = extentOf(line)
    const row = hasFromRight(line) ? rowAt(rows, bottom, top) : undefined
    if (row) row.pieces.push({ line, at })
    else if (hasFromRight(line)) rows.push({ pieces: [{ line, at }], bottom, top })
    else others.push({ line, at })
  }
  const apart = others.filter((piece) => !joinsRow(rows, piece))
  return [...apart, ...rows.flatMap(columnsOf)].sort((a, b) => a.at - b.at).map(({ line }) => line)
}

/** Puts a piece without letters written from the right into the row it stands in: a full stop, a number, a name. */
function joinsRow(rows: readonly Row[], piece: Row['pieces'][number]): boolean {
  const { left, right, bottom, top } = extentOf(piece.line)
  const row = rowAt(rows, bottom, top)
  if (!row) return false
  const size = piece.line[0]?.size ?? 0
  const isBeside = row.pieces.some(({ line }) => {
    const beside = extentOf(line)
    return Math.max(beside.left - right, left - beside.right) < size * WORD_GAP
  })
  if (isBeside) row.pieces.push(piece)
  return isBeside
}

/** The row that shares most of its height with this stretch, if it is more than half of the lower of both. */
function rowAt(rows: readonly Row[], bottom: number, top: number): Row | undefined {
  let found: Row | undefined
  let most = 0.5
  for (const row of rows) {
    const shared = (Math.min(row.top, top) - Math.max(row.bottom, bottom)) / Math.min(row.top - row.bottom, top - bottom)
    if (shared > most) [found, most] = [row, shared]
  }
  return found
}

/** A row is one line, or one of each column. Its place among the lines is that of its longest piece. */
function columnsOf({ pieces }: Row): { line: Line; at: number }[] {
  if (pieces.length === 1) return pieces
  const placed = pieces.map((piece) => ({ ...piece, ...extentOf(piece.line), size: piece.line[0]?.size ?? 0 }))
  const columns: (typeof placed)[] = []
  let end = Number.NEGATIVE_INFINITY
  for (const piece of placed.sort((a, b) => a.left - b.left)) {
    const column = columns.at(-1)
    if (column && piece.left - end < piece.size * COLUMN_GAP) column.push(piece)
    else columns.push([piece])
    end = Math.max(end, piece.right)
  }
  return columns.map((column) => {
    const longest = column.reduce((a, b) => (b.line.length > a.line.length ? b : a))
    return { line: column.flatMap(({ line }) => line), at: longest.at }
  })
}

function inLogicalOrder(line: readonly GlyphRun[]): Line {
  const ordered = line.map((run) => (isFromRight(run) ? { ...run, glyphs: glyphsInOrder(run.glyphs) } : run))
  const pieces = ordered.filter((run, at) => at > 0 && run.startsLine).length
  if (pieces === 0 && !isVisual(ordered.filter(isFromRight).map(middleOf))) return joined(ordered)
  const fromRight = isMostlyFromRight(ordered)
  const sorted = [...ordered].sort((a, b) => middleOf(a) - middleOf(b))
  return joined(fromRight ? turnBack(sorted.reverse(), isFromLeft) : turnBack(sorted, isFromRight))
}

/** The share of letters written from the right among all letters. */
function shareFromRight(runs: readonly GlyphRun[]): number {
  let [right, left] = [0, 0]
  for (const { glyphs } of runs)
    for (const { code } of glyphs) {
      if (isRightToLeft(code)) right++
      else if (/\p{L}/u.test(String.fromCodePoint(code))) left++
    }
  return right + left === 0 ? 0 : right / (right + left)
}

function isMostlyFromRight(line: Line): boolean {
  return line.filter(isFromRight).length * 2 >= line.filter((run) => kindOf(run) !== 'neutral').length
}

/** Turns each stretch of runs that go the other way. */
function turnBack(runs: readonly GlyphRun[], otherWay: (run: GlyphRun) => boolean): GlyphRun[] {
  const result: GlyphRun[] = []
  for (let at = 0; at < runs.length; ) {
    let end = at
    for (let next = at; next < runs.length; next++) {
      const run = runs[next]
      if (!run || !(otherWay(run) || (next > at && kindOf(run) === 'neutral'))) break
      if (otherWay(run)) end = next + 1
    }
    result.push(...runs.slice(at, Math.max(end, at + 1)).reverse())
    at = Math.max(end, at + 1)
  }
  return result
}

type Word = { first: GlyphRun; last: GlyphRun; glyphs: Glyph[]; endsInMark: boolean }

/**
 * Pieces of one word, which stand beside each other without a space. A vowel sign may be a piece by itself: where it takes no room and the
 * letters on both sides touch, there is no space, whatever is told.
 */
function joined(runs: readonly GlyphRun[]): GlyphRun[] {
  const words: Word[] = []
  for (const run of runs) {
    const word = words.at(-1)
    if (!word || !isFromRight(word.last) || !isFromRight(run)) words.push(wordOf(run))
    else if (isOnlyMarks(run) && touches(word.last, run)) {
      word.last = { ...word.last, spaceAfter: word.last.spaceAfter || run.spaceAfter }
      word.endsInMark = true
      for (const glyph of run.glyphs) word.glyphs.push(glyph)
    } else if (isOneWord(word.last, run) || (word.endsInMark && touches(word.last, run))) {
      word.last = run
      word.endsInMark = false
      for (const glyph of run.glyphs) word.glyphs.push(glyph)
    } else words.push(wordOf(run))
  }
  return words.map(({ first, last, glyphs }) => ({ ...first, glyphs, spaceAfter: last.spaceAfter, isBroken: last.isBroken }))
}

const wordOf = (run: GlyphRun): Word => ({ first: run, last: run, glyphs: [...run.glyphs], endsInMark: false })

const isOnlyMarks = ({ glyphs }: GlyphRun): boolean => glyphs.every(({ code }) => isMark(code))

/** Whether the pen stood after one piece where it began the next. */
function touches(before: GlyphRun, run: GlyphRun): boolean {
  const gap = leastOf(before.glyphs, ({ left }) => left) + leastOf(run.glyphs, ({ right }) => -right)
  return Math.abs(gap) < run.size * TOUCHING
}

function isOneWord(before: GlyphRun, run: GlyphRun): boolean {
  if (before.spaceAfter || run.spaceBefore) return false
  const gap = leastOf(before.glyphs, ({ left }) => left) + leastOf(run.glyphs, ({ inkRight }) => -inkRight)
  const isCut = run.startsLine || before.startsLine
  return gap < run.size * (isCut ? NARROWEST_SPACE : NARROWEST_MADE_SPACE)
}

function leastOf(glyphs: readonly Glyph[], place: (glyph: Glyph) => number): number {
  return glyphs.reduce((least, glyph) => Math.min(least, place(glyph)), Number.POSITIVE_INFINITY)
}

function glyphsInOrder(glyphs: readonly Glyph[]): readonly Glyph[] {
  const places = glyphs.map(({ left }) => left)
  const read = isVisual(places) ? turnNumbers([...glyphs].reverse()) : glyphs
  return lettersOfOneGlyph(read)
}

/** Numbers inside a turned word go from the left all the same. */
function turnNumbers(glyphs: readonly Glyph[]): Glyph[] {
  const result: Glyph[] = []
  for (let at = 0; at < glyphs.length; ) {
    let end = at
    while (end < glyphs.length && isDigit(glyphs[end]?.code ?? 0)) end++
    result.push(...glyphs.slice(at, Math.max(end, at + 1)).reverse())
    at = Math.max(end, at + 1)
  }
  return result
}

/**
 * Several letters drawn as one (lam-alef) all stand in one place; PDFium parts the ink among them in the order it tells them. A mark
 * comes after the letter whose place it shares.
 */
function lettersOfOneGlyph(glyphs: readonly Glyph[]): readonly Glyph[] {
  const result: Glyph[] = []
  for (let at = 0; at < glyphs.length; ) {
    const first = glyphs[at]
    let end = at + 1
    while (end < glyphs.length && first && glyphs[end]?.left === first.left && glyphs[end]?.right === first.right) end++
    const group = glyphs.slice(at, end)
    result.push(...(isVisual(group.map(({ ink }) => ink)) ? group.reverse() : group))
    at = end
  }
  for (let at = 1; at < result.length; at++) {
    const [mark, letter] = [result[at - 1], result[at]]
    if (
      mark &&
      letter &&
      isMark(mark.code) &&
      !isMark(letter.code) &&
      mark.left === letter.left &&
      mark.left !== result[at - 2]?.left
    )
      [result[at - 1], result[at]] = [letter, mark]
  }
  return result
}

/** Whether places that should go from the right go from the left. */
function isVisual(places: readonly number[]): boolean {
  let balance = 0
  for (let at = 1; at < places.length; at++) balance += Math.sign((places[at] ?? 0) - (places[at - 1] ?? 0))
  return balance > 0
}

function kindOf({ glyphs }: GlyphRun): 'right' | 'left' | 'neutral' {
  if (glyphs.some(({ code }) => isRightToLeft(code))) return 'right'
  return glyphs.some(({ code }) => isDigit(code) || /\p{L}/u.test(String.fromCodePoint(code))) ? 'left' : 'neutral'
}

const hasFromRight = (line: Line): boolean => line.some(isFromRight)
/** Whether it has a letter of a script written from the right. */
export const isFromRight = (run: GlyphRun): boolean => run.glyphs.some(({ code }) => isRightToLeft(code))
const isFromLeft = (run: GlyphRun): boolean => kindOf(run) === 'left'
const isDigit = (code: number): boolean => (code >= 0x30 && code <= 0x39) || isEasternDigit(code)

const middleOf = (run: GlyphRun): number => {
  const { left, right } = extentOf([run])
  return (left + right) / 2
}

type Extent = Readonly<{ left: number; right: number; bottom: number; top: number }>

/** The rectangle around all glyphs of these runs. */
export function extentOf(runs: readonly GlyphRun[]): Extent {
  const all = runs.map(({ glyphs }) => extentOfGlyphs(glyphs))
  let [left, right, bottom, top] = NOWHERE
  for (const one of all) {
    left = Math.min(left, one.left)
    right = Math.max(right, one.right)
    bottom = Math.min(bottom, one.bottom)
    top = Math.max(top, one.top)
  }
  return { left, right, bottom, top }
}

/** The rectangle around these glyphs. */
export function extentOfGlyphs(glyphs: readonly Glyph[]): Extent {
  let [left, right, bottom, top] = NOWHERE
  for (const glyph of glyphs) {
    left = Math.min(left, glyph.left)
    right = Math.max(right, glyph.right)
    bottom = Math.min(bottom, glyph.bottom)
    top = Math.max(top, glyph.top)
  }
  return { left, right, bottom, top }
}

const NOWHERE = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY] as const
