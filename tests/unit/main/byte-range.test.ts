import { describe, expect, it } from 'vitest'
import { parseByteRange } from '#main/byte-range'

describe('parseByteRange', () => {
  it.each([
    ['bytes=0-', { start: 0, end: 99 }],
    ['bytes=10-19', { start: 10, end: 19 }],
    ['bytes=90-500', { start: 90, end: 99 }],
    ['bytes=-5', { start: 95, end: 99 }],
    ['bytes=-500', { start: 0, end: 99 }]
  ])('reads %s', (header, range) => expect(parseByteRange(header, 100)).toEqual(range))

  it.each(['bytes=100-', 'bytes=-0'])('finds nothing for %s', (header) => {
    expect(parseByteRange(header, 100)).toBe('unsatisfiable')
  })

  it.each(['bytes=', 'bytes=-', 'bytes=5-2', 'bytes=0-1,4-5', 'items=0-1', 'bytes=a-b', 'bytes=1-2\r\nx: y'])(
    'gives the whole file for %s',
    (header) => expect(parseByteRange(header, 100)).toBe('whole')
  )

  it('finds nothing in an empty file', () => {
    expect(parseByteRange('bytes=0-', 0)).toBe('unsatisfiable')
  })
})
