import { type Block, blockOffsets } from '#shared/model/block'

/** A line of the contents of a document, made from its headings. */
export type ContentsItem = Readonly<{
  title: string
  /** From 0: how far it is indented. */
  depth: number
  /** Where the heading begins in the reader text, in UTF-16 code units. */
  offset: number
  page: number | null
}>

/** More lines than this are no overview. */
const MOST = 1000
/** One or two headings are seen without a list of them. */
const FEWEST = 3
const LONGEST_TITLE = 200

/**
 * The contents of a document: its headings in order, without empty ones and those in notes and comments. Where there are more than a
 * thousand, the deepest levels are left out. Empty where there are fewer than three. Cost: linear.
 */
export function contentsOf(blocks: readonly Block[]): readonly ContentsItem[] {
  const offsets = blockOffsets(blocks)
  const found = blocks.flatMap((block, index) => {
    if (block.kind !== 'heading' || block.role !== undefined || block.text.trim() === '') return []
    const title = block.text.replaceAll(/\s+/g, ' ').trim().slice(0, LONGEST_TITLE)
    return [{ title, level: block.level ?? 1, offset: offsets[index] ?? 0, page: block.page ?? null }]
  })
  const kept = withoutDeepest(found)
  if (kept.length < FEWEST) return []
  const top = Math.min(...kept.map(({ level }) => level))
  return kept.map(({ title, level, offset, page }) => ({ title, depth: level - top, offset, page }))
}

function withoutDeepest<T extends Readonly<{ level: number }>>(items: readonly T[]): readonly T[] {
  let kept = items
  for (let level = 6; level > 1 && kept.length > MOST; level--) kept = kept.filter((item) => item.level < level)
  return kept.slice(0, MOST)
}
