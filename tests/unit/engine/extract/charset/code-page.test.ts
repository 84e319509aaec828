import { expect, it } from 'vitest'
import { codePageCharset } from '#engine/extract/charset/code-page'
import { openDecoder } from '#engine/extract/charset/open-decoder'

it.each([
  [1256, 'windows-1256'],
  [28596, 'iso-8859-6'],
  [28605, 'iso-8859-15'],
  [20866, 'koi8-r'],
  [54936, 'gb18030'],
  [1200, undefined],
  [4_000_000_000, undefined]
])('knows code page %d as %s', (codePage, charset) => {
  expect(codePageCharset(codePage)).toBe(charset)
})

it('names only what can be decoded, whatever number a file states', () => {
  for (let codePage = 0; codePage < 0x10000; codePage++) {
    const charset = codePageCharset(codePage)
    if (charset !== undefined) expect(openDecoder(charset).decode(Buffer.from('a'))).toBe('a')
  }
})
