import { describe, expect, it } from 'vitest'
import { contentsOf } from '#renderer/features/reader/contents.ts'
import type { Block } from '#shared/model/block'

const heading = (text: string, level: number, more: Partial<Block> = {}): Block => ({ kind: 'heading', text, level, ...more })

describe('the contents of a document', () => {
  it('are its headings with where they begin', () => {
    const blocks = [heading('One', 2), { kind: 'paragraph', text: 'words' }, heading('One\none', 3), heading('Two', 2)] as const
    expect(contentsOf(blocks)).toEqual([
      { title: 'One', depth: 0, offset: 0, page: null },
      { title: 'One one', depth: 1, offset: 12, page: null },
      { title: 'Two', depth: 0, offset: 21, page: null }
    ])
  })

  it('are not worth a list below three, and leave out empty ones and those in notes', () => {
    expect(contentsOf([heading('One', 1), heading('Two', 1)])).toEqual([])
    expect(contentsOf([heading('One', 1), heading('Two', 1), heading(' ', 1), heading('n', 1, { role: 'notes' })])).toEqual([])
  })

  it('leave the deepest levels out where there are too many', () => {
    const many = Array.from({ length: 3000 }, (_, index) => heading(`h${index}`, index % 10 === 0 ? 1 : 2, { page: index + 1 }))
    const items = contentsOf(many)
    expect(items).toHaveLength(300)
    expect(items[1]).toMatchObject({ title: 'h10', depth: 0, page: 11 })
  })
})
