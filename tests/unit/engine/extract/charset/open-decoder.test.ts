import { expect, it } from 'vitest'
import { openDecoder } from '#engine/extract/charset/open-decoder'

it('knows the quotation marks of windows-1252, whatever the runtime does', () => {
  const bytes = Uint8Array.of(0x93, 0x54, 0xe9, 0x94, 0x80, 0x9f, 0x81)
  expect(openDecoder('windows-1252').decode(bytes)).toBe('“Té”€Ÿ\u0081')
  expect(openDecoder('iso-8859-1').decode(bytes)).toBe('“Té”€Ÿ\u0081')
  const stream = openDecoder('latin1')
  expect(stream.decode(bytes.subarray(0, 1), { stream: true }) + stream.decode(bytes.subarray(1, 4))).toBe('“Té”')
})

it('decodes other character sets as they are, and refuses what is none', () => {
  expect(openDecoder('windows-1256').decode(Uint8Array.of(0xd3, 0xe4, 0xcf))).toBe('سند')
  expect(() => openDecoder('no-such-set')).toThrow(RangeError)
})
