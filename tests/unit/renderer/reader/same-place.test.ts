import { describe, expect, it } from 'vitest'
import { samePlace } from '#renderer/features/reader/same-place.ts'

describe('samePlace', () => {
  const all = 'Menu\nThe letter of the experts\nOne more line\nThe letter of the experts\nfooter'

  it('finds the same words in the other text', () => {
    expect(samePlace('One more line', 4, all)).toBe(all.indexOf('more line'))
  })

  it('chooses among repeated words the one at the same height', () => {
    const reader = 'One more line\nThe letter of the experts'
    expect(samePlace(reader, reader.indexOf('letter'), all)).toBe(all.lastIndexOf('letter'))
  })

  it('says when they are not there', () => {
    expect(samePlace('Something else', 0, all)).toBeUndefined()
    expect(samePlace('', 0, all)).toBeUndefined()
  })
})
