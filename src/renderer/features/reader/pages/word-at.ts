import { isRightToLeftText } from '#renderer/features/reader/pages/right-to-left.ts'
import type { PageWord } from '#shared/model/page-layer'

/** A place between two letters of a word: `offset` counts UTF-16 code units from the beginning of the word. */
export type WordPlace = Readonly<{ word: PageWord; offset: number }>

/** Lines part text more than columns do: a step up or down weighs as much as this many to the side. */
const DOWN_WEIGHT = 6

/**
 * The place nearest to a point of the page (fractions of its sides); undefined on a page without words. `aspect`: the page's width
 * divided by its height. Cost: linear in the words.
 */
export function nearestPlace(words: readonly PageWord[], x: number, y: number, aspect: number): WordPlace | undefined {
  let best: PageWord | undefined
  let least = Number.POSITIVE_INFINITY
  for (const word of words) {
    const across = distance(x, word.x, word.x + word.width) * aspect
    const down = distance(y, word.y, word.y + word.height)
    const cost = across + down * DOWN_WEIGHT
    if (cost >= least) continue
    best = word
    least = cost
  }
  return best && { word: best, offset: offsetIn(best, x) }
}

function distance(at: number, from: number, to: number): number {
  if (at < from) return from - at
  return at > to ? at - to : 0
}

function offsetIn(word: PageWord, x: number): number {
  const { text } = word
  const fraction = word.width <= 0 ? 0 : Math.min(1, Math.max(0, (x - word.x) / word.width))
  const offset = Math.round((isRightToLeftText(text) ? 1 - fraction : fraction) * text.length)
  const unit = text.charCodeAt(offset)
  // Never inside a character of two units.
  return unit >= 0xdc00 && unit <= 0xdfff ? offset - 1 : offset
}
