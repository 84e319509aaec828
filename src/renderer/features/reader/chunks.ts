import type { Piece } from '#renderer/features/reader/pieces.ts'

/** A run of neighbouring pieces that is drawn and laid out together. */
export type Chunk = Readonly<{
  /** Index of its first piece. */
  first: number
  pieces: readonly Piece[]
  /** Height to reserve before it is drawn, in lines of reading text. A guess: Chromium's scroll anchoring takes up the difference. */
  estimatedLines: number
}>

const CHUNK_CHARS = 12_000
const CHUNK_PIECES = 120
/** A table broken between rows may change its column widths there, so only very long ones are. */
const LONGEST_TABLE = 600

/** Parts a document into chunks of a size that is drawn well within one frame. Cost: linear. */
export function chunkPieces(pieces: readonly Piece[], charsPerLine: number): Chunk[] {
  const chunks: Chunk[] = []
  let first = 0
  let chars = 0
  for (let index = 0; index < pieces.length; index++) {
    chars += pieces[index]?.block.text.length ?? 0
    if (!isFull(pieces, first, index, chars)) continue
    chunks.push(chunkOf(pieces, first, index + 1, charsPerLine))
    first = index + 1
    chars = 0
  }
  if (first < pieces.length) chunks.push(chunkOf(pieces, first, pieces.length, charsPerLine))
  return chunks
}

/** The index of the chunk that holds piece `index`; -1 when there is none. */
export function chunkOfPiece(chunks: readonly Chunk[], index: number): number {
  return index < 0 ? -1 : chunks.findLastIndex((chunk) => chunk.first <= index)
}

function isFull(pieces: readonly Piece[], first: number, index: number, chars: number): boolean {
  const count = index - first + 1
  if (chars < CHUNK_CHARS && count < CHUNK_PIECES) return false
  const inTable = pieces[index]?.block.kind === 'table-row' && pieces[index + 1]?.block.kind === 'table-row'
  return !inTable || count >= LONGEST_TABLE
}

function chunkOf(pieces: readonly Piece[], first: number, end: number, charsPerLine: number): Chunk {
  const own = pieces.slice(first, end)
  return { first, pieces: own, estimatedLines: own.reduce((sum, piece) => sum + linesOf(piece, charsPerLine), 0) }
}

function linesOf({ block }: Piece, charsPerLine: number): number {
  if (block.kind === 'image') return 12
  const lines = Math.max(1, Math.ceil(block.text.length / charsPerLine))
  return block.kind === 'table-row' || block.kind === 'list-item' ? lines : lines + 0.6
}
