import type { OpenAt } from '#renderer/app/state.ts'
import type { Passage, SearchHit, TextRange } from '#shared/model/search'

/** The passage a card shows, cut so that its first mark is in sight. */
export type ShownPassage = Readonly<{ text: string; ranges: readonly TextRange[]; cutBefore: boolean }>

/** A mark further in than this may fall outside the two lines of a card. */
const LEAD = 48

/** The passage with the most marks; the earliest of equals. Undefined when the hit has none. */
export function bestPassage(hit: SearchHit): Passage | undefined {
  return hit.passages.reduce<Passage | undefined>(
    (best, passage) => (best === undefined || passage.ranges.length > best.ranges.length ? passage : best),
    undefined
  )
}

/** Where the reader opens a hit: at the first mark of the passage the card shows, or at the document's first hit, or its top. */
export function openingOf(hit: SearchHit): OpenAt {
  const passage = bestPassage(hit)
  if (passage === undefined) return hit.titleRanges.length > 0 ? { at: 'first-hit' } : { at: 'top' }
  return { at: 'passage', view: passage.view, offset: passage.offset + (passage.ranges[0]?.[0] ?? 0) }
}

/** Cuts the beginning of a passage at a word so that its first mark stands near the start. Line breaks become spaces. */
export function shownPassage(passage: Passage): ShownPassage {
  const text = passage.text.replace(/\s/g, ' ')
  const firstMark = passage.ranges[0]?.[0] ?? 0
  if (firstMark <= LEAD) return { text, ranges: passage.ranges, cutBefore: passage.offset > 0 }
  const from = wordStart(text, firstMark - LEAD, firstMark)
  return {
    text: text.slice(from),
    ranges: passage.ranges.map(([start, end]) => [start - from, end - from] as const),
    cutBefore: true
  }
}

/** The first start of a word from `from` on; scripts without spaces are cut between whole characters. */
function wordStart(text: string, from: number, before: number): number {
  const space = text.indexOf(' ', from)
  if (space >= 0 && space < before) return space + 1
  const code = text.charCodeAt(from)
  const isLowSurrogate = code >= 0xdc00 && code <= 0xdfff
  return isLowSurrogate ? from + 1 : from
}
