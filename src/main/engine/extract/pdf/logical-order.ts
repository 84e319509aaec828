/** Puts text written from the right into the order in which it is read, whatever the order in which a producer drew it. */
import { isEasternDigit, isRightToLeft } from '#engine/extract/pdf/letters'
import type { Glyph, GlyphRun } from '#engine/extract/pdf/page-glyphs'

/** How far apart pieces of one line may stand, in heights of its letters. */
const WIDEST_GAP = 1.5
/** Two pieces nearer than this are one word, in heights of its letters. */
const NARROWEST_SPACE = 0.06

/** A line of the page in reading order. */
export type Line = readonly GlyphRun[]

/** The lines of a page. Those without letters from the right are left as PDFium tells them. */
export function linesInLogicalOrder(runs: readonly GlyphRun[]): Line[] {
  const lines: GlyphRun[][] = []
  for (const run of runs) {
    const line = lines.at(-1)
    if (line === undefined || (run.startsLine && !continues(line, run))) lines.push([run])
    else line.push(run)
  }
  return lines.map((line) => (line.some(isFromRight) ? inLogicalOrder(line) : line))
}

/** PDFium takes a dot or a mark that is drawn by itself for a line of its own, and so cuts lines to pieces. */
function continues(line: readonly GlyphRun[], run: GlyphRun): boolean {
  if (!isFromRight(run) || !line.some(isFromRight)) return false
  const before = extentOf(line)
  const own = extentOf([run])
  const shared = Math.min(before.top, own.top) - Math.max(before.bottom, own.bottom)
  const height = Math.min(before.top - before.bottom, own.top - own.bottom)
  const gap = Math.max(own.left - before.right, before.left - own.right)
  return shared > height / 2 && gap < run.size * WIDEST_GAP
}

function inLogicalOrder(line: readonly GlyphRun[]): Line {
  const ordered = line.map((run) => (isFromRight(run) ? { ...run, glyphs: glyphsInOrder(run.glyphs) } : run))
  const pieces = ordered.filter((run, at) => at > 0 && run.startsLine).length
  if (pieces === 0 && !isVisual(ordered.filter(isFromRight).map(middleOf))) return ordered
  const fromRight = ordered.filter(isFromRight).length * 2 >= ordered.filter((run) => kindOf(run) !== 'neutral').length
  const sorted = [...ordered].sort((a, b) => middleOf(a) - middleOf(b))
  return joined(fromRight ? turnBack(sorted.reverse(), isFromLeft) : turnBack(sorted, isFromRight))
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

/** Pieces of one word, which stand beside each other without a space. */
function joined(runs: readonly GlyphRun[]): GlyphRun[] {
  const result: GlyphRun[] = []
  for (const run of runs) {
    const before = result.at(-1)
    const touches = before && isFromRight(before) && isFromRight(run) && (run.startsLine || before.startsLine)
    if (touches && extentOf([before]).left - extentOf([run]).right < run.size * NARROWEST_SPACE) {
      result[result.length - 1] = { ...before, glyphs: [...before.glyphs, ...run.glyphs] }
    } else result.push(run)
  }
  return result
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

/** Several letters drawn as one (lam-alef) all stand in one place; PDFium parts the ink among them in the order it tells them. */
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

const isFromRight = (run: GlyphRun): boolean => kindOf(run) === 'right'
const isFromLeft = (run: GlyphRun): boolean => kindOf(run) === 'left'
const isDigit = (code: number): boolean => (code >= 0x30 && code <= 0x39) || isEasternDigit(code)

const middleOf = (run: GlyphRun): number => {
  const { left, right } = extentOf([run])
  return (left + right) / 2
}

type Extent = Readonly<{ left: number; right: number; bottom: number; top: number }>

/** The rectangle around all glyphs of these runs. */
export function extentOf(runs: readonly GlyphRun[]): Extent {
  let [left, right, bottom, top] = [
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY
  ]
  for (const { glyphs } of runs)
    for (const glyph of glyphs) {
      left = Math.min(left, glyph.left)
      right = Math.max(right, glyph.right)
      bottom = Math.min(bottom, glyph.bottom)
      top = Math.max(top, glyph.top)
    }
  return { left, right, bottom, top }
}
