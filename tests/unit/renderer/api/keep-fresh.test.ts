import { describe, expect, it } from 'vitest'
import { affectedCommands } from '#renderer/api/keep-fresh.ts'

describe('what a change makes stale', () => {
  it('is nothing when nothing changed', () => {
    expect(affectedCommands({ documents: false, tags: false, folders: false }).size).toBe(0)
  })

  it('is the lists and the counts for documents, but never a text that is being read', () => {
    const names = affectedCommands({ documents: true, tags: true, folders: true })
    for (const name of [
      'search.run',
      'search.facets',
      'library.sidebar',
      'document.get',
      'document.family',
      'ocr.state'
    ] as const)
      expect(names).toContain(name)
    expect(names).not.toContain('document.content')
    expect(names).not.toContain('document.hits')
  })

  it('is the suggestions for tags', () => {
    expect(affectedCommands({ documents: false, tags: true, folders: false })).toContain('suggest.tags')
    expect(affectedCommands({ documents: true, tags: false, folders: false })).not.toContain('suggest.tags')
  })
})
