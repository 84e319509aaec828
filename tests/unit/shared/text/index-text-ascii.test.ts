import fc from 'fast-check'
import { expect, test } from 'vitest'
import { indexText } from '#shared/text/index-text'
import { tokenize } from '#shared/text/tokenize'

const reference = (text: string): string =>
  tokenize(text)
    .map((token) => token.term)
    .join(' ')

const line = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string(),
  fc.constantFrom(
    'می',
    'خواهم',
    'کتاب',
    'های',
    'Plain words, 1988!',
    'x'.repeat(300),
    '',
    "l'État",
    '人权',
    'A_b-C',
    '\u200c',
    '\r'
  )
)

test('the short way for plain ASCII gives the terms of the long way', () => {
  fc.assert(
    fc.property(fc.array(line), fc.constantFrom('\n', '\r\n', '\n\n', ' '), (lines, ending) => {
      const text = lines.join(ending)
      expect(indexText(text)).toBe(reference(text))
    }),
    { numRuns: 2000 }
  )
})
