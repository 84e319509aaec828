import { accented } from '#engine/extract/pdf/letters'
import type { Measuring } from '#engine/extract/pdf/measuring'
import type { Glyph } from '#engine/extract/pdf/page-glyphs'

/** The characters from one place of a page to another, without spaces among them. TeX draws an accent and then, over the same place, its letter: they are one. */
export function glyphsOfWord({ glyphAt }: Measuring, codes: Uint32Array, first: number, end: number): Glyph[] {
  const glyphs: Glyph[] = []
  for (let at = first; at < end; at++) {
    const glyph = glyphAt(at, codes[at] ?? 0)
    const before = glyphs.at(-1)
    const code = before && overlaps(before, glyph) ? accented(before.code, glyph.code) : undefined
    if (code !== undefined) glyphs.pop()
    glyphs.push(code === undefined ? glyph : { ...glyph, code })
  }
  return glyphs
}

function overlaps(accent: Glyph, letter: Glyph): boolean {
  const middle = (accent.left + accent.right) / 2
  return middle > letter.left && middle < letter.right
}
