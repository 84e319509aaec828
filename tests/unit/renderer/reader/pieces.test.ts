import { describe, expect, it } from 'vitest'
import { allTextPieces, pieceAt, readerPieces } from '#renderer/features/reader/pieces.ts'
import { type Block, readerText } from '#shared/model/block'

describe('readerPieces', () => {
  it('puts each block where it stands in the reader text', () => {
    const blocks: Block[] = [
      { kind: 'heading', text: 'Title', level: 1 },
      { kind: 'rule', text: '' },
      { kind: 'paragraph', text: 'نامه' }
    ]
    const text = readerText(blocks)
    for (const { block, offset } of readerPieces(blocks)) expect(text.slice(offset, offset + block.text.length)).toBe(block.text)
  })

  it('parts a very long block at spaces, whole and in order, and moves its inline runs along', () => {
    const text = 'word '.repeat(20_000)
    const pieces = readerPieces([
      { kind: 'paragraph', text: 'before' },
      { kind: 'paragraph', text, inline: [{ start: 0, end: text.length, style: 'strong' }] }
    ])
    const long = pieces.slice(1)
    expect(long.length).toBeGreaterThan(4)
    expect(long.map((piece) => piece.block.text).join('')).toBe(text)
    expect(long.map((piece) => piece.continued)).toEqual([false, ...Array(long.length - 1).fill(true)])
    expect(long.map((piece) => piece.continues)).toEqual([...Array(long.length - 1).fill(true), false])
    for (const { block, offset } of long) {
      expect(text.slice(offset - 8, offset - 8 + block.text.length)).toBe(block.text)
      expect(block.text.endsWith(' ')).toBe(true)
      expect(block.inline).toEqual([{ start: 0, end: block.text.length, style: 'strong' }])
    }
  })

  it('never parts inside a surrogate pair', () => {
    const text = `x${'😀'.repeat(30_000)}`
    for (const { block } of readerPieces([{ kind: 'preformatted', text }])) {
      expect(block.text).not.toMatch(/^[\uDC00-\uDFFF]/)
      expect(block.text).not.toMatch(/[\uD800-\uDBFF]$/)
    }
  })
})

describe('allTextPieces', () => {
  it('makes a paragraph of each line that has text, at its place', () => {
    const text = 'One\n\n  \nTwo\r\nسه'
    const pieces = allTextPieces(text)
    expect(pieces.map((piece) => piece.block.text.trim())).toEqual(['One', 'Two', 'سه'])
    for (const { block, offset } of pieces) expect(text.slice(offset, offset + block.text.length)).toBe(block.text)
  })

  it('is empty for an empty text', () => {
    expect(allTextPieces('')).toEqual([])
    expect(allTextPieces('\n \n')).toEqual([])
  })
})

describe('pieceAt', () => {
  const pieces = allTextPieces('aaa\nbbb\nccc')
  it.each([
    [0, 0],
    [3, 0],
    [4, 1],
    [9, 2],
    [999, 2]
  ])('finds the piece at offset %i', (offset, expected) => expect(pieceAt(pieces, offset)).toBe(expected))

  it('answers -1 when there are no pieces', () => expect(pieceAt([], 4)).toBe(-1))
})
