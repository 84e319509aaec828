import { type Block, blockOffsets } from '#shared/model/block'
import type { PageWord } from '#shared/model/page-layer'

/** A block's text, and where it begins in the reader text. */
export type BesideText = Readonly<{ offset: number; text: string }>

/**
 * The text of a page (1-based) that stands nowhere on its picture: what a camera wrote into a photograph, notes pinned to a page. `words`
 * are those of the page. Cost: linear in the blocks, and in the words for each block of the page.
 */
export function besidePage(blocks: readonly Block[], page: number, words: readonly PageWord[]): BesideText[] {
  const offsets = blockOffsets(blocks)
  return blocks.flatMap(({ text, page: ownPage = 1 }, index) => {
    if (ownPage !== page || text.trim() === '') return []
    const offset = offsets[index] ?? 0
    const isOnPage = words.some(({ start, end }) => start < offset + text.length && end > offset)
    return isOnPage ? [] : [{ offset, text }]
  })
}
