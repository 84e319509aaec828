import { marksWithin } from '#renderer/features/reader/marks.ts'
import type { Turns } from '#renderer/features/reader/pages/page-zoom.ts'
import { isRightToLeftText } from '#renderer/features/reader/pages/right-to-left.ts'
import type { PageWord } from '#shared/model/page-layer'
import type { TextRange } from '#shared/model/search'

/** A rectangle on a page, in fractions of its width and height. */
export type Box = Readonly<{ x: number; y: number; width: number; height: number }>

/** A hit on a page: one box a line. `index`: which of the document's hits it is. */
export type PageMark = Readonly<{ index: number; boxes: readonly Box[] }>

/** Words further apart than this, in heights of their line, stand in different columns. */
const WIDEST_SPACE = 2.5

/**
 * What the stretch `[start, end)` of the reader text covers on a page: one box for each line, from the first letter to the last.
 * `aspect`: the page's width divided by its height. Cost: logarithmic, plus the words covered.
 */
export function boxesOf(words: readonly PageWord[], start: number, end: number, aspect: number): Box[] {
  const boxes: Box[] = []
  for (let index = firstEndingAfter(words, start); index < words.length; index++) {
    const word = words[index]
    if (word === undefined || word.start >= end) break
    const part = partOf(word, start, end)
    const last = boxes.at(-1)
    if (last !== undefined && isSameLine(last, part, aspect)) boxes[boxes.length - 1] = around(last, part)
    else boxes.push(part)
  }
  return boxes
}

/** The hits that stand on a page. `ranges`: sorted, of the whole document. Cost: logarithmic, plus the hits found. */
export function marksOnPage(words: readonly PageWord[], ranges: readonly TextRange[], aspect: number): PageMark[] {
  const from = words[0]?.start
  const to = words.at(-1)?.end
  if (from === undefined || to === undefined) return []
  return marksWithin(ranges, from, to - from)
    .map(({ start, end, index }) => ({ index, boxes: boxesOf(words, from + start, from + end, aspect) }))
    .filter(({ boxes }) => boxes.length > 0)
}

/** The smallest box around all of them; undefined for none. */
export function unionOf(boxes: readonly Box[]): Box | undefined {
  return boxes.length === 0 ? undefined : boxes.reduce(around)
}

/** The index of the first word that ends after `offset`. */
function firstEndingAfter(words: readonly PageWord[], offset: number): number {
  let low = 0
  let high = words.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((words[middle]?.end ?? 0) <= offset) low = middle + 1
    else high = middle
  }
  return low
}

/** Letters are taken to be equally wide: only whole words are known. */
function partOf(word: PageWord, start: number, end: number): Box {
  const { x, y, width, height } = word
  const length = word.end - word.start
  if ((start <= word.start && end >= word.end) || length <= 0) return { x, y, width, height }
  const from = Math.max(0, start - word.start) / length
  const to = Math.min(length, end - word.start) / length
  const left = isRightToLeftText(word.text) ? 1 - to : from
  return { x: x + left * width, y, width: (to - from) * width, height }
}

function isSameLine(a: Box, b: Box, aspect: number): boolean {
  const shared = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y)
  const low = Math.min(a.height, b.height)
  if (shared < low / 2) return false
  const apart = Math.max(a.x, b.x) - Math.min(a.x + a.width, b.x + b.width)
  return apart * aspect <= Math.max(a.height, b.height) * WIDEST_SPACE
}

function around(a: Box, b: Box): Box {
  const x = Math.min(a.x, b.x)
  const y = Math.min(a.y, b.y)
  return { x, y, width: Math.max(a.x + a.width, b.x + b.width) - x, height: Math.max(a.y + a.height, b.y + b.height) - y }
}

/** A box of a page as it stands on the page turned clockwise by so many quarters. */
export function turnedBox(turns: Turns, { x, y, width, height }: Box): Box {
  if (turns === 1) return { x: 1 - y - height, y: x, width: height, height: width }
  if (turns === 2) return { x: 1 - x - width, y: 1 - y - height, width, height }
  return turns === 3 ? { x: y, y: 1 - x - width, width: height, height: width } : { x, y, width, height }
}
