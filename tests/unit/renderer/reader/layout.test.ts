import { describe, expect, it } from 'vitest'
import { chunkOfPiece, chunkPieces } from '#renderer/features/reader/chunks.ts'
import { cellsOf, groupPieces } from '#renderer/features/reader/groups.ts'
import { allTextPieces, readerPieces } from '#renderer/features/reader/pieces.ts'
import type { Block } from '#shared/model/block'

describe('groupPieces', () => {
  it('gathers list items and table rows that stand together', () => {
    const blocks: Block[] = [
      { kind: 'list-item', text: 'a', level: 1 },
      { kind: 'list-item', text: 'b', level: 2 },
      { kind: 'table-row', text: 'c\td' },
      { kind: 'paragraph', text: 'e' },
      { kind: 'paragraph', text: 'f' },
      { kind: 'list-item', text: 'g', level: 1 }
    ]
    const groups = groupPieces(readerPieces(blocks))
    expect(groups.map((group) => group.kind)).toEqual(['list', 'table', 'single', 'single', 'list'])
  })
})

describe('cellsOf', () => {
  it('places each cell in its row, empty ones too', () => {
    expect(cellsOf('Name\t\t۱۳۶۷')).toEqual([
      { text: 'Name', start: 0 },
      { text: '', start: 5 },
      { text: '۱۳۶۷', start: 6 }
    ])
  })
})

describe('chunkPieces', () => {
  const text = Array.from(
    { length: 8000 },
    (_, n) => `Line ${n}: ${'the families have waited for more than three decades. '.repeat(2)}`
  ).join('\n')

  it('parts a text of a megabyte into small chunks that hold every piece once', () => {
    const pieces = allTextPieces(text)
    const chunks = chunkPieces(pieces, 66)
    expect(chunks.flatMap((chunk) => chunk.pieces)).toEqual(pieces)
    expect(Math.max(...chunks.map((chunk) => chunk.pieces.length))).toBeLessThanOrEqual(120)
    expect(chunks.every((chunk) => chunk.estimatedLines > 0)).toBe(true)
  })

  it('finds the chunk of a piece', () => {
    const chunks = chunkPieces(allTextPieces(text), 66)
    for (const [index, chunk] of chunks.entries()) expect(chunkOfPiece(chunks, chunk.first + chunk.pieces.length - 1)).toBe(index)
    expect(chunkOfPiece(chunks, -1)).toBe(-1)
  })

  it('keeps a table in one chunk', () => {
    const rows = Array.from({ length: 300 }, (_, n): Block => ({ kind: 'table-row', text: `${n}\tname` }))
    expect(chunkPieces(readerPieces(rows), 66)).toHaveLength(1)
  })
})
