import { describe, expect, it } from 'vitest'
import { ocrText } from '#engine/extract/ocr/ocr-text'

const SIZE = { width: 1000, height: 1000 }

/** A table as Tesseract writes it: one line of words with their confidence. */
const table = (...words: readonly (readonly [string, number])[]): string =>
  words.map(([text, confidence], at) => `5\t1\t1\t1\t1\t${at}\t${at * 50}\t10\t40\t12\t${confidence}\t${text}`).join('\n')

describe('the words of a page that OCR kept', () => {
  it('leave out specks between writing, and no word, however unsure', () => {
    const { text } = ocrText(
      table(
        ...(['registered', 'letter', 'received', 'signed'] as const).map((word) => [word, 95] as const),
        ['~', 5],
        ['handed', 0],
        ['li', 3],
        ['over', 96],
        ['by', 95],
        ['Sanad', 5.67]
      ),
      SIZE
    )
    expect(text).toBe('registered letter received signed handed over by Sanad')
  })

  it('of a photograph are only those that are surely words', () => {
    expect(ocrText(table(['eR', 30], ['vwm', 41], ['bakery', 91], ['ili', 22], ['of', 95], ['Nosh', 12]), SIZE).text).toBe(
      'bakery'
    )
  })
})
