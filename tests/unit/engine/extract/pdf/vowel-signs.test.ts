import { expect, test } from 'vitest'
import { linesInLogicalOrder } from '#engine/extract/pdf/logical-order'
import type { GlyphRun } from '#engine/extract/pdf/page-glyphs'

const WIDTH = 5

/** A piece of a line, drawn from the right edge `from` on; a vowel sign takes no room. */
function piece(text: string, from: number): GlyphRun {
  let pen = from
  const glyphs = Array.from(text, (letter) => {
    const right = pen
    if (!/\p{Mn}/u.test(letter)) pen -= WIDTH
    return { code: letter.codePointAt(0) ?? 0, left: pen, right, ink: pen, inkRight: right, bottom: 0, top: 10 }
  })
  return { glyphs, startsLine: false, spaceBefore: true, spaceAfter: true, isBroken: false, size: 10 }
}

const wordsOf = (...runs: readonly GlyphRun[]): string[] =>
  linesInLogicalOrder(runs, []).flatMap((line) =>
    line.map(({ glyphs }) => String.fromCodePoint(...glyphs.map(({ code }) => code)))
  )

test('a vowel sign that is a piece by itself parts no word whose letters touch', () => {
  expect(wordsOf(piece('الك', 100), piece('\u0650', 85), piece('تاب', 85))).toEqual(['الكِتاب'])
})

test('a vowel sign belongs to the word before it, and ends none that goes on after a space', () => {
  expect(wordsOf(piece('اهلا', 100), piece('\u064b', 80), piece('وسهلا', 76))).toEqual(['اهلاً', 'وسهلا'])
  expect(wordsOf(piece('الك', 100), piece('تاب', 80))).toEqual(['الك', 'تاب'])
})
