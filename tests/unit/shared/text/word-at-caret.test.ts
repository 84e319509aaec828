import fc from 'fast-check'
import { expect, test } from 'vitest'
import { wordAtCaret } from '#shared/text/word-at-caret'

test('any text and caret: what is answered stands there and ends at the caret', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), fc.nat(80), (text, caret) => {
      const part = wordAtCaret(text, caret)
      if (part === null) return
      expect(text.slice(part.start, caret).endsWith(part.text)).toBe(true)
      expect(part.start).toBeGreaterThanOrEqual(0)
    })
  )
})

test('words, values and quoted values', () => {
  expect(wordAtCaret('the harb', 8)).toEqual({ field: null, text: 'harb', start: 4 })
  expect(wordAtCaret('-tag:har', 8)).toEqual({ field: 'tag', text: 'har', start: 5 })
  expect(wordAtCaret('a tag:"Harbour ca', 17)).toEqual({ field: 'tag', text: 'Harbour ca', start: 6 })
  expect(wordAtCaret('می‌خواه', 7)).toEqual({ field: null, text: 'می‌خواه', start: 0 })
  expect(wordAtCaret('tag:"done" ', 11)).toBeNull()
  expect(wordAtCaret('tag:har', 70)).toEqual({ field: 'tag', text: 'har', start: 4 })
  expect(wordAtCaret('harbour', 3)).toBeNull()
})
