import { BLOCK_SEPARATOR, type Block } from '#shared/model/block'

/** A block without its text: that of the chunk has it. A number is a paragraph of that length and nothing else. */
export type BlockShape = number | (Omit<Block, 'text'> & Readonly<{ units: number }>)

/** What stands before the text of a chunk of the reader text. */
export type ChunkHead = Readonly<{
  /** How many code units of the chunk belong to what began before it. */
  skip: number
  /** The blocks that begin in the chunk, in order; the last one may reach into the next. */
  blocks: readonly BlockShape[]
  /** The page that the chunk begins on, and the heading it begins under, where there are any. */
  page?: number
  heading?: string
}>

/** A heading is named by its beginning. */
const HEADING_UNITS = 160

export function shapeOf({ text, ...rest }: Block): BlockShape {
  return rest.kind === 'paragraph' && Object.keys(rest).length === 1 ? text.length : { ...rest, units: text.length }
}

export const unitsOf = (shape: BlockShape): number => (typeof shape === 'number' ? shape : shape.units)

/** The block with the text that belongs to it. */
export function blockOf(shape: BlockShape, text: string): Block {
  if (typeof shape === 'number') return { kind: 'paragraph', text }
  const { units: _units, kind, ...rest } = shape
  return { kind, text, ...rest }
}

/** Where a passage stands: its page, and the heading above it. */
export type PassagePlace = Readonly<{ page?: number; heading?: string }>

/** What is said at `at` (code units of the chunk): the page there, and the heading before it; none inside a heading itself. */
export function placeIn(head: ChunkHead, text: string, at: number): PassagePlace {
  let page = head.page
  let heading = head.heading
  let begin = head.skip
  for (const shape of head.blocks) {
    if (begin > at) break
    const units = unitsOf(shape)
    if (typeof shape !== 'number') {
      page = shape.page ?? page
      if (shape.kind === 'heading') heading = at < begin + units ? undefined : headingOf(text.slice(begin, begin + units))
    }
    begin += units + BLOCK_SEPARATOR.length
  }
  return { ...(page === undefined ? {} : { page }), ...(heading === undefined ? {} : { heading }) }
}

/** One line of a heading; undefined for an empty one. */
export function headingOf(text: string): string | undefined {
  const line = text
    .slice(0, HEADING_UNITS * 2)
    .replace(/\s+/g, ' ')
    .trim()
  if (line.length <= HEADING_UNITS) return line === '' ? undefined : line
  return `${line.slice(0, line.lastIndexOf(' ', HEADING_UNITS) + 1 || HEADING_UNITS).trim()}…`.replace(/[\ud800-\udbff]…$/, '…')
}
