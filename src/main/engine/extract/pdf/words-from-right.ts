/**
 * Puts a line written from the right together from its letters by where they stand, for documents that tell where the pen stood after each
 * letter or draw their spaces one by one. PDFium's own order and spaces are of no use there: it cuts lines wherever a dot is drawn apart.
 */
import { type DrawnSpace, spacesBetween } from '#engine/extract/pdf/drawn-spaces'
import { isEasternDigit, isMark, isRightToLeft } from '#engine/extract/pdf/letters'
import type { Glyph, GlyphRun } from '#engine/extract/pdf/page-glyphs'

/** A space can begin so far before the middle of the letter that stands left of it, in heights of the letters. */
const OVERHANG = 0.12
/** Places nearer than this are one. */
const SAME = 0.02
/** The pen moves so far between two words at least, in heights of the letters. */
const LEAST_SPACE = 0.045
/** Where only drawn spaces tell, a distance of this many heights is one between columns. */
const COLUMN = 4
const BRACKETS = ['()', '[]', '{}', '«»', '‹›'].map((pair) => [pair.charCodeAt(0), pair.charCodeAt(1)] as const)
const ZERO_WIDTH_NON_JOINER = 0x200c
/** What may stand inside a number. */
const IN_NUMBERS = new Set(Array.from('.,:/٫٬-', (sign) => sign.codePointAt(0)))
const EXACT = { difference: 0.01, share: 0.8, leastPairs: 12 }

/** Letters that stay together: one with its marks, several drawn as one, a number, or a word in Latin letters. */
type Unit = Readonly<{ run: GlyphRun; glyphs: readonly Glyph[]; left: number; right: number; middle: number; ink: number }>

/** Whether the letters of most words end where the next begins: then the pen tells where words end. */
export function isPenExact(runs: readonly GlyphRun[]): boolean {
  let [exact, all] = [0, 0]
  for (const { glyphs, size } of runs) {
    for (let at = 1; at < glyphs.length; at++) {
      const [before, glyph] = [glyphs[at - 1], glyphs[at]]
      if (!before || !glyph || !isRightToLeft(before.code) || !isRightToLeft(glyph.code)) continue
      if (isMark(before.code) || isMark(glyph.code)) continue
      all++
      const apart = Math.min(Math.abs(before.left - glyph.right), Math.abs(glyph.left - before.right))
      if (apart < size * EXACT.difference || before.left === glyph.left) exact++
    }
  }
  return all >= EXACT.leastPairs && exact >= all * EXACT.share
}

/** The words of a line in reading order. `spaces` are all of the page, by height. */
export function wordsFromRight(line: readonly GlyphRun[], spaces: readonly DrawnSpace[], isExact: boolean): GlyphRun[] {
  const units = withMarks(line, isExact).sort((a, b) => b.middle - a.middle || b.ink - a.ink)
  const ordered = withBrackets(turnStretches(units))
  const bottom = Math.min(...bounds(line, ({ bottom: own }) => own))
  const top = -Math.min(...bounds(line, ({ top: own }) => -own))
  const ofLine = [...spacesBetween(spaces, bottom, top)].sort((a, b) => a.x - b.x)
  const words: { run: GlyphRun; glyphs: Glyph[] }[] = []
  let before: Unit | undefined
  for (const unit of ordered) {
    const word = words.at(-1)
    const parted = before ? partedBy(before, unit, ofLine, isExact) : 'space'
    if (!word || parted === 'space') words.push({ run: unit.run, glyphs: [...unit.glyphs] })
    else {
      const [first] = unit.glyphs
      if (first && parted === 'joiner') word.glyphs.push({ ...first, code: ZERO_WIDTH_NON_JOINER, right: first.left })
      for (const glyph of unit.glyphs) word.glyphs.push(glyph)
    }
    before = unit
  }
  return words.map(({ run, glyphs }, at) => ({
    ...run,
    glyphs,
    startsLine: at === 0,
    spaceBefore: false,
    spaceAfter: false,
    isBroken: false
  }))
}

function bounds(line: readonly GlyphRun[], edge: (glyph: Glyph) => number): number[] {
  return line.map(({ glyphs }) => glyphs.reduce((least, glyph) => Math.min(least, edge(glyph)), Number.POSITIVE_INFINITY))
}

/** All units of a line; marks with the letter over whose place they were drawn. */
function withMarks(line: readonly GlyphRun[], isExact: boolean): Unit[] {
  const units: Unit[] = []
  const marks: Glyph[] = []
  for (const run of line) {
    for (const glyphs of piecesOf(run)) {
      const [first] = glyphs
      if (first && glyphs.length === 1 && isMark(first.code)) marks.push(first)
      else units.push(unitOf(run, glyphs, isExact))
    }
  }
  if (marks.length === 0 || units.length === 0) return units
  const sorted = units.sort((a, b) => a.left - b.left)
  for (const mark of marks) {
    const place = (mark.ink + mark.inkRight) / 2
    const index = nearest(sorted, place)
    const unit = sorted[index]
    if (unit) sorted[index] = { ...unit, glyphs: [...unit.glyphs, mark] }
  }
  return sorted
}

/** The unit over which a place lies, of units from the left; else the nearest before it. */
function nearest(units: readonly Unit[], place: number): number {
  let [low, high] = [0, units.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((units[middle]?.left ?? 0) <= place) low = middle + 1
    else high = middle
  }
  return Math.max(0, low - 1)
}

/**
 * The place of a letter is the middle of its advance or, where that is not known, where the pen began: ink reaches into other letters. Of a
 * letter in pieces only one has a place, which lies within the letter all the same.
 */
function unitOf(run: GlyphRun, glyphs: readonly Glyph[], isExact: boolean): Unit {
  const isLetter = !isExact && glyphs.every(({ code }) => isRightToLeft(code))
  let [left, right, ink, inkRight] = [
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY
  ]
  for (const glyph of glyphs) {
    left = Math.min(left, glyph.left)
    right = Math.max(right, glyph.right)
    ink = Math.min(ink, isLetter ? glyph.ink : glyph.left)
    inkRight = Math.max(inkRight, isLetter ? glyph.inkRight : glyph.right)
  }
  return { run, glyphs, left, right, middle: isLetter ? left : (ink + inkRight) / 2, ink }
}

/** A run of Latin letters whole; of others each letter, each sign, each number and each Latin word by itself; letters drawn as one together. */
function piecesOf({ glyphs }: GlyphRun): Glyph[][] {
  if (glyphs.some(({ code }) => isLatin(code)) && !glyphs.some(({ code }) => isRightToLeft(code))) return [[...glyphs]]
  const pieces: Glyph[][] = []
  for (let at = 0; at < glyphs.length; ) {
    const first = glyphs[at]
    if (!first) break
    let end = at + 1
    const goesRight = isLatin(first.code) || isDigit(first.code)
    while (end < glyphs.length && (goesRight ? isInWord(glyphs, end) : isDrawnWith(first, glyphs[end]))) end++
    const piece = glyphs.slice(at, end)
    // PDFium parts the ink of letters drawn as one in the order in which it tells them.
    pieces.push(goesRight ? piece.sort((a, b) => a.left - b.left) : piece.sort((a, b) => b.ink - a.ink))
    at = end
  }
  return pieces
}

function isInWord(glyphs: readonly Glyph[], at: number): boolean {
  const [code, next] = [glyphs[at]?.code ?? 0, glyphs[at + 1]?.code ?? 0]
  return isDigit(code) || isLatin(code) || (IN_NUMBERS.has(code) && isDigit(next))
}

function isDrawnWith(first: Glyph, glyph: Glyph | undefined): boolean {
  if (!glyph || !isRightToLeft(first.code) || !isRightToLeft(glyph.code) || isMark(first.code) || isMark(glyph.code)) return false
  return first.left === glyph.left && first.right === glyph.right
}

/** Turns stretches of Latin words, which go the other way, with the signs and numbers between them. */
function turnStretches(units: readonly Unit[]): Unit[] {
  const result: Unit[] = []
  for (let at = 0; at < units.length; ) {
    let end = at
    for (let next = at; next < units.length; next++) {
      const unit = units[next]
      if (!unit || unit.glyphs.some(({ code }) => isRightToLeft(code)) || (next === at && !hasLatin(unit))) break
      if (hasLatin(unit)) end = next + 1
    }
    end = Math.max(end, at + 1)
    result.push(...units.slice(at, end).reverse())
    at = end
  }
  return result
}

/** Some producers tell brackets as they are seen, some as they are meant: those are turned that close before they open. */
function withBrackets(units: readonly Unit[]): readonly Unit[] {
  const turned = new Map<number, number>()
  for (const [open, close] of BRACKETS) {
    const signs = units.flatMap(({ glyphs }) => glyphs.filter(({ code }) => code === open || code === close))
    const pairs = (first: number): number =>
      signs.filter(({ code }, at) => code === first && (signs[at + 1]?.code ?? first) !== first).length
    if (pairs(close) === 0 || pairs(open) > 0) continue
    turned.set(open, close)
    turned.set(close, open)
  }
  if (turned.size === 0) return units
  return units.map((unit) => ({
    ...unit,
    glyphs: unit.glyphs.map((glyph) => ({ ...glyph, code: turned.get(glyph.code) ?? glyph.code }))
  }))
}

/** What stands between two units that follow each other. */
function partedBy(before: Unit, unit: Unit, spaces: readonly DrawnSpace[], isExact: boolean): 'space' | 'joiner' | 'nothing' {
  const [right, left] = before.middle >= unit.middle ? [before, unit] : [unit, before]
  const { size } = unit.run
  const between = spacesFrom(spaces, left.middle + size * (isExact ? -OVERHANG : SAME), right.middle + size * SAME)
  if (between.length > 0) return between.every(({ isNarrow }) => isNarrow) ? 'joiner' : 'space'
  const gap = right.left - left.right
  return gap > size * (isExact ? LEAST_SPACE : COLUMN) ? 'space' : 'nothing'
}

/** Those between two places, of spaces from the left. */
function spacesFrom(spaces: readonly DrawnSpace[], from: number, to: number): readonly DrawnSpace[] {
  let [low, high] = [0, spaces.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((spaces[middle]?.x ?? 0) < from) low = middle + 1
    else high = middle
  }
  let end = low
  while (end < spaces.length && (spaces[end]?.x ?? 0) <= to) end++
  return spaces.slice(low, end)
}

const hasLatin = ({ glyphs }: Unit): boolean => glyphs.some(({ code }) => isLatin(code))
const isDigit = (code: number): boolean => (code >= 0x30 && code <= 0x39) || isEasternDigit(code)
/** A letter that goes from the left. */
const isLatin = (code: number): boolean => !isRightToLeft(code) && !isDigit(code) && /\p{L}/u.test(String.fromCodePoint(code))
