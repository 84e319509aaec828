import { describe, expect, it } from 'vitest'
import { foundKinds } from '#renderer/features/importing/kind-words.ts'

describe('foundKinds', () => {
  it('puts extensions together that mean the same, most frequent first', () => {
    const kinds = foundKinds([
      { kind: 'pdf', files: 300 },
      { kind: 'htm', files: 300 },
      { kind: 'html', files: 500 },
      { kind: 'xyz', files: 2 },
      { kind: 'other', files: 1 }
    ])
    expect(kinds).toEqual([
      { key: 'mediaType.webPage', extension: null, files: 800 },
      { key: 'mediaType.pdf', extension: null, files: 300 },
      { key: 'mediaType.other', extension: '.xyz', files: 2 },
      { key: 'mediaType.other', extension: null, files: 1 }
    ])
  })

  it('does not take an extension for a word of the language', () => {
    expect(foundKinds([{ kind: 'constructor', files: 1 }])).toEqual([
      { key: 'mediaType.other', extension: '.constructor', files: 1 }
    ])
  })
})
