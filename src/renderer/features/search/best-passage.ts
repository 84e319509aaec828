import type { OpenAt } from '#renderer/app/state.ts'
import type { Passage, SearchHit, TextRange } from '#shared/model/search'

/** The passage a card shows, cut so that its first mark is in sight. */
export type ShownPassage = Readonly<{ text: string; ranges: readonly TextRange[]; cutBefore: boolean }>

/** A mark further in than this may fall outside the two lines of a card, or outside one line. */
const LEAD = { two: 48, one: 14 }

/** The passages of a card: the best one first, the others in the order of the document. */
export function passagesOfCard(hit: SearchHit): readonly Passage[] {
  return hit.passages.toSorted((a, b) => Number(b.isBest) - Number(a.isBest))
}

/** Where the reader opens a hit: at the first mark of a passage of its card (the best one), or at the document's first hit, or its top. */
export function openingOf(hit: SearchHit, number = 0): OpenAt {
  const passage = passagesOfCard(hit)[number]
  if (passage === undefined) return hit.titleRanges.length > 0 ? { at: 'first-hit' } : { at: 'top' }
  return { at: 'passage', view: passage.view, offset: passage.offset + (passage.ranges[0]?.[0] ?? 0) }
}

/** Cuts the beginning of a passage at a word so that its first mark stands near the start. Line breaks become spaces, cells of a table stand apart. */
export function shownPassage(passage: Passage, lines: 'one' | 'two' = 'two'): ShownPassage {
  const firstMark = passage.ranges[0]?.[0] ?? 0
  const lead = LEAD[lines]
  const from = firstMark <= lead ? 0 : wordStart(passage.text.replace(/\s/g, ' '), firstMark - lead, firstMark)
  const ranges = passage.ranges.map(([start, end]) => [start - from, end - from] as const)
  return { ...cellsApart(passage.text.slice(from), ranges), cutBefore: from > 0 || passage.offset > 0 }
}

const CELL = ' · '
const ROW = ' / '
/** Each cell keeps its own direction, whatever stands beside it. */
const [ISOLATE, END] = ['\u2068', '\u2069']

/**
 * A text with spaces for line breaks; where it holds cells (joined by tabs), with signs between its cells and rows, empty cells left out.
 * `ranges` move along. Cost: linear.
 */
function cellsApart(text: string, ranges: readonly TextRange[]): Omit<ShownPassage, 'cutBefore'> {
  if (!text.includes('\t')) return { text: text.replace(/\s/g, ' '), ranges }
  // Where each character of `text` stands in what is shown.
  const places = new Uint32Array(text.length)
  let shown = ''
  for (const found of text.matchAll(/[^\t\n]+/g)) {
    const gap = shown === '' ? '' : isNewRow(text, found.index) ? ROW : CELL
    shown += `${gap}${ISOLATE}`
    for (let at = 0; at < found[0].length; at++) places[found.index + at] = shown.length + at
    shown += `${found[0].replace(/\s/g, ' ')}${END}`
  }
  return { text: shown, ranges: ranges.map(([start, end]) => [places[start] ?? 0, (places[end - 1] ?? 0) + 1] as const) }
}

/** The first start of a word from `from` on; scripts without spaces are cut between whole characters. */
function wordStart(text: string, from: number, before: number): number {
  const space = text.indexOf(' ', from)
  if (space >= 0 && space < before) return space + 1
  const code = text.charCodeAt(from)
  const isLowSurrogate = code >= 0xdc00 && code <= 0xdfff
  return isLowSurrogate ? from + 1 : from
}

/** Whether a line break stands between the cell that begins at `index` and the one before it. */
function isNewRow(text: string, index: number): boolean {
  let at = index - 1
  while (text[at] === '\t') at--
  return text[at] === '\n'
}
