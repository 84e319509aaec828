import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { groupPieces } from '#renderer/features/reader/groups.ts'
import { readerPieces } from '#renderer/features/reader/pieces.ts'
import { shownText } from '#renderer/features/reader/reader-text.ts'
import { roleRuns } from '#renderer/features/reader/role-runs.ts'
import type { Block } from '#shared/model/block'
import { documentIdSchema } from '#shared/model/ids'

const runs = (blocks: readonly Block[], before: number | null = null) =>
  roleRuns(groupPieces(readerPieces(blocks)), before).map(({ role, newPage, groups }) => [role, newPage, groups.length])

describe('what stands outside the running text', () => {
  it('is framed together where it is of one kind, each comment by itself', () => {
    expect(
      runs([
        { kind: 'paragraph', text: 'a' },
        { kind: 'paragraph', text: 'b', role: 'footnote' },
        { kind: 'list-item', text: 'c', role: 'footnote' },
        { kind: 'paragraph', text: 'd', role: 'comment' },
        { kind: 'paragraph', text: 'e', role: 'comment' },
        { kind: 'paragraph', text: 'f' }
      ])
    ).toEqual([
      [null, null, 1],
      ['footnote', null, 2],
      ['comment', null, 1],
      ['comment', null, 1],
      [null, null, 1]
    ])
  })

  it('says where a page begins, once, and not again in the next chunk', () => {
    const blocks: Block[] = [1, 1, 2, 3].map((page) => ({ kind: 'paragraph', text: 'x', page }))
    expect(runs(blocks)).toEqual([
      [null, 1, 2],
      [null, 2, 1],
      [null, 3, 1]
    ])
    expect(runs(blocks, 1)[0]).toEqual([null, null, 2])
  })

  it('may stand before the heading that is the title, which is not drawn twice', () => {
    const blocks: Block[] = [
      { kind: 'paragraph', text: 'Nehrin archive', role: 'header' },
      { kind: 'heading', text: 'The orchard', level: 1 },
      { kind: 'paragraph', text: 'It stood by the river.' }
    ]
    const content = { id: v.parse(documentIdSchema, 1), direction: 'ltr', blocks, allText: '', cut: 0 } as const
    const shown = shownText(content, 'reader', 'The Orchard')
    expect(shown.title?.offset).toBe(16)
    expect(shown.body.map(({ block }) => block.text)).toEqual(['Nehrin archive', 'It stood by the river.'])
  })
})
