import type { BookContent } from '#engine/extract/epub/book'
import type { Block } from '#shared/model/block'

/** Headings of these levels make up the contents list of the Reader. */
const LISTED = 2
const DEEPEST = 6
const LONGEST_TITLE = 1000

/**
 * The blocks of a chapter with the titles that the table of contents gives to it and to its sections: blocks that are such a title become
 * headings of the level they have there, and a chapter that has no heading of its own begins with its title.
 */
export function withContents(blocks: readonly Block[], contents: readonly BookContent[]): readonly Block[] {
  const [first] = contents
  if (first === undefined) return blocks
  const levels = new Map<string, number>()
  for (const { title, depth } of contents) if (!levels.has(title)) levels.set(title, Math.min(depth, DEEPEST))
  const untaken = levels.size
  const titled = blocks.map((block): Block => {
    const level = takeLevel(block, levels)
    return level === undefined ? block : { ...block, kind: 'heading', level }
  })
  if (levels.size < untaken || titled.some(isListed)) return titled
  return [{ kind: 'heading', level: Math.min(first.depth, LISTED), text: first.title }, ...titled]
}

function isListed({ kind, level }: Block): boolean {
  return kind === 'heading' && (level ?? LISTED) <= LISTED
}

/** Each title is taken once, by the first block that is it; undefined for a block that stays as it is. */
function takeLevel(block: Block, levels: Map<string, number>): number | undefined {
  if ((block.kind !== 'paragraph' && block.kind !== 'heading') || block.text.length > LONGEST_TITLE) return undefined
  const title = block.text.replace(/\s+/g, ' ')
  const level = levels.get(title)
  levels.delete(title)
  return level
}
