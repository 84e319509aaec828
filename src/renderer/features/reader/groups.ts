import type { Piece } from '#renderer/features/reader/pieces.ts'

/** Pieces that are drawn as one element: a list, a table, or a block by itself. */
export type PieceGroup =
  | Readonly<{ kind: 'single'; piece: Piece }>
  | Readonly<{ kind: 'list'; pieces: readonly Piece[] }>
  | Readonly<{ kind: 'table'; pieces: readonly Piece[] }>

/** Gathers neighbouring list items into lists and table rows into tables. Cost: linear. */
export function groupPieces(pieces: readonly Piece[]): PieceGroup[] {
  const groups: PieceGroup[] = []
  let run: Piece[] = []
  let kind: 'list' | 'table' | 'single' = 'single'
  const close = () => {
    if (run.length > 0 && kind !== 'single') groups.push({ kind, pieces: run })
    run = []
  }
  for (const piece of pieces) {
    const next = groupKind(piece)
    if (next !== kind) close()
    kind = next
    if (next === 'single') groups.push({ kind: 'single', piece })
    else run.push(piece)
  }
  close()
  return groups
}

/** A table cell, with where its text begins inside the row's text. */
export type Cell = Readonly<{ text: string; start: number }>

/** The cells of a table row. */
export function cellsOf(row: string): Cell[] {
  let start = 0
  return row.split('\t').map((text) => {
    const cell = { text, start }
    start += text.length + 1
    return cell
  })
}

function groupKind(piece: Piece): 'list' | 'table' | 'single' {
  if (piece.block.kind === 'list-item') return 'list'
  return piece.block.kind === 'table-row' ? 'table' : 'single'
}
