import { describe, expect, it } from 'vitest'
import { shownAddress } from '#renderer/ui/shown-address.ts'

describe('an address that is shown', () => {
  it('is itself where nothing in it deceives', () => {
    for (const text of ['https://example.org/a?b=1#c', 'net.connect', '//example.org/x.png', 'https://example.org/سند'])
      expect(shownAddress(text)).toEqual({ text, host: null })
  })

  it('writes out what reorders, hides or breaks text', () => {
    const { text } = shownAddress('https://example.org/\u202egnp.exe\u2066\u200b\n\u0000\u00a0\u3164')
    expect(text).toBe('https://example.org/\\u{202e}gnp.exe\\u{2066}\\u{200b}\\u{a}\\u{0}\\u{a0}\\u{3164}')
  })

  it('names the host that is really meant', () => {
    expect(shownAddress('https://\u0430pple.com/').host).toBe('xn--pple-43d.com')
    expect(shownAddress('https://bank.example@evil.example/').host).toBe('evil.example')
    expect(shownAddress('https://%65vil.example/').host).toBe('evil.example')
    expect(shownAddress('//\u0430pple.com/').host).toBe('xn--pple-43d.com')
  })

  it('keeps the host and the end of a long one', () => {
    const { text } = shownAddress(`https://example.org/${'a/'.repeat(500)}end.gif`)
    expect(text.length).toBeLessThan(220)
    expect(text).toMatch(/^https:\/\/example\.org\/a.* … .*end\.gif$/)
  })
})
