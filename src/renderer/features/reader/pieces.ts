import { type Block, blockOffsets } from '#shared/model/block'

/** A block where it stands: what the reading column draws. */
export type Piece = Readonly<{
  block: Block
  /** Where `block.text` begins in the whole text, in UTF-16 code units. */
  offset: number
  /** True for the second and later parts of a block too long to lay out in one go. */
  continued: boolean
  /** True when the next piece goes on with the same block. */
  continues: boolean
}>

/** A block longer than this is drawn in parts: laying out one line box of megabytes stalls the window. */
const LONG_BLOCK = 20_000

/** The Reader's text as pieces. Offsets count in the reader text. Cost: linear. */
export function readerPieces(blocks: readonly Block[]): Piece[] {
  const offsets = blockOffsets(blocks)
  return blocks.flatMap((block, index) => partsOf(block, offsets[index] ?? 0))
}

/** All visible text as paragraphs, one a line; empty lines only part them. Offsets count in `text`. Cost: linear. */
export function allTextPieces(text: string): Piece[] {
  const pieces: Piece[] = []
  let start = 0
  while (start <= text.length) {
    const found = text.indexOf('\n', start)
    const end = found === -1 ? text.length : found
    const line = text.slice(start, end)
    if (line.trim() !== '') pieces.push(...partsOf({ kind: 'paragraph', text: line }, start))
    start = end + 1
  }
  return pieces
}

/** The index of the piece that holds `offset`, or the last one before it; -1 when there is none. Cost: logarithmic. */
export function pieceAt(pieces: readonly Piece[], offset: number): number {
  let low = 0
  let high = pieces.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((pieces[middle]?.offset ?? 0) <= offset) low = middle + 1
    else high = middle
  }
  return low - 1
}

function partsOf(block: Block, offset: number): Piece[] {
  if (block.text.length <= LONG_BLOCK || block.kind === 'table-row')
    return [{ block, offset, continued: false, continues: false }]
  const parts: Piece[] = []
  let start = 0
  while (start < block.text.length) {
    const end = breakBefore(block.text, start + LONG_BLOCK)
    const continues = end < block.text.length
    parts.push({ block: sliceBlock(block, start, end), offset: offset + start, continued: start > 0, continues })
    start = end
  }
  return parts
}

/** The last good place to break at or before `limit`: after a line end, else after a space, else never inside a character. */
function breakBefore(text: string, limit: number): number {
  if (limit >= text.length) return text.length
  const floor = limit - LONG_BLOCK / 2
  const line = text.lastIndexOf('\n', limit - 1)
  if (line >= floor) return line + 1
  const space = text.lastIndexOf(' ', limit - 1)
  if (space >= floor) return space + 1
  const unit = text.charCodeAt(limit)
  return unit >= 0xdc00 && unit <= 0xdfff ? limit - 1 : limit
}

function sliceBlock(block: Block, start: number, end: number): Block {
  const inline = (block.inline ?? [])
    .filter((run) => run.start < end && run.end > start)
    .map((run) => ({ ...run, start: Math.max(run.start, start) - start, end: Math.min(run.end, end) - start }))
  return { ...block, text: block.text.slice(start, end), inline }
}
