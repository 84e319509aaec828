import type { DrawnSpace } from '#engine/extract/pdf/drawn-spaces'
import type { Glyph, GlyphRun } from '#engine/extract/pdf/page-glyphs'

/** Quarters by which a page is turned clockwise when it is shown. */
export type Quarters = 0 | 1 | 2 | 3

type Rectangle = Readonly<{ left: number; right: number; bottom: number; top: number }>

/** A rectangle of a page as it lies when the page is turned, the origin staying where it is. */
export function turnedRectangle({ left, right, bottom, top }: Rectangle, quarters: Quarters): Rectangle {
  if (quarters === 1) return { left: bottom, right: top, bottom: -right, top: -left }
  if (quarters === 2) return { left: -right, right: -left, bottom: -top, top: -bottom }
  if (quarters === 3) return { left: -top, right: -bottom, bottom: left, top: right }
  return { left, right, bottom, top }
}

/** The way back. */
export const backwards = (quarters: Quarters): Quarters => ([0, 3, 2, 1] as const)[quarters]

/** The characters of a turned page as they stand when it is shown, so that lines go across. */
export function turnedRuns(runs: readonly GlyphRun[], quarters: Quarters): readonly GlyphRun[] {
  if (quarters === 0) return runs
  const turned = (glyph: Glyph): Glyph => {
    const inked = turnedRectangle({ ...glyph, left: glyph.ink, right: glyph.inkRight }, quarters)
    const isUpright = quarters === 2
    const place = turnedRectangle(glyph, quarters)
    // Of ink only its extent across the unturned page is known.
    return isUpright
      ? { ...glyph, ...place, ink: inked.left, inkRight: inked.right }
      : { ...glyph, ...place, ink: place.left, inkRight: place.right }
  }
  return runs.map((run) => ({ ...run, glyphs: run.glyphs.map(turned) }))
}

export function turnedSpaces(spaces: readonly DrawnSpace[], quarters: Quarters): readonly DrawnSpace[] {
  if (quarters === 0) return spaces
  return spaces.map((space) => {
    const { left, bottom } = turnedRectangle({ left: space.x, right: space.x, bottom: space.y, top: space.y }, quarters)
    return { ...space, x: left, y: bottom }
  })
}
