import { describe, expect, it } from 'vitest'
import { addressParts } from '#shared/text/address-parts'

describe('a list of names and addresses', () => {
  it('is cut where the direction may change', () => {
    expect(addressParts('Rana Orsal <rana@x.example>, گروه <g@y.example>').map(({ text }) => text)).toEqual([
      'Rana Orsal',
      ' <rana@x.example>',
      ', ',
      'گروه',
      ' <g@y.example>'
    ])
  })

  it('loses nothing, and knows where each part begins', () => {
    for (const text of ['', 'a', '<<a>>, ;', 'a@x.example; b@y.example', '"Orsal, Rana" <r@x.example>']) {
      const parts = addressParts(text)
      expect(parts.map((part) => part.text).join('')).toBe(text)
      for (const part of parts) expect(text.startsWith(part.text, part.start)).toBe(true)
    }
  })
})
