import { describe, expect, it } from 'vitest'
import { CHARSETS } from '#renderer/features/reader/charsets.ts'
import { stepHit } from '#renderer/features/reader/hit-step.ts'
import { readingMinutes } from '#renderer/features/reader/reading-minutes.ts'

describe('stepHit', () => {
  it('goes through the hits and leaves at either end', () => {
    expect(stepHit(-1, 2, 1)).toEqual({ kind: 'here', index: 0 })
    expect(stepHit(0, 2, 1)).toEqual({ kind: 'here', index: 1 })
    expect(stepHit(1, 2, 1)).toEqual({ kind: 'next-document' })
    expect(stepHit(0, 2, -1)).toEqual({ kind: 'previous-document' })
    expect(stepHit(-1, 0, 1)).toEqual({ kind: 'next-document' })
    expect(stepHit(-1, 0, -1)).toEqual({ kind: 'previous-document' })
  })
})

describe('readingMinutes', () => {
  it('rounds to whole minutes and never says zero', () => {
    expect(readingMinutes(920)).toBe(4)
    expect(readingMinutes(12)).toBe(1)
    expect(readingMinutes(0)).toBeUndefined()
  })
})

describe('CHARSETS', () => {
  it('offers only what the reader of the document understands', () => {
    for (const { label } of CHARSETS) expect(new TextDecoder(label).encoding).toBe(label)
  })
})
