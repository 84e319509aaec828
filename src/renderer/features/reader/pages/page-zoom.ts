import type { PagesLook } from '#renderer/app/state.ts'
import type { PageSize } from '#shared/model/page-layer'

/** How large pages are drawn: as wide as the pane, whole in the pane, or a multiple of their actual size. */
export type PageZoom = PagesLook['zoom']

/** Quarter turns clockwise. */
export type Turns = 0 | 1 | 2 | 3

/** What a page is made of, which decides what its actual size is. */
export type Material = Readonly<{
  /** CSS pixels that one unit of its size takes at actual size. */
  unit: number
  /** Fitting never draws it larger than this multiple of its actual size. */
  largestFit: number
}>

/** Paper is measured in points. A letter as wide as a large screen is harder to read, not easier. */
export const PAPER: Material = { unit: 96 / 72, largestFit: 1.75 }

/** One pixel of a picture on one of the screen; small ones are not blown up. */
export function pictureMaterial(devicePixelRatio: number): Material {
  return { unit: 1 / devicePixelRatio, largestFit: 1 }
}

const STEPS = [0.1, 0.25, 0.33, 0.5, 0.67, 0.75, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2, 2.5, 3, 4, 5, 6, 8] as const
export const SMALLEST_SCALE = STEPS[0]
export const LARGEST_SCALE = 8

/** Scales nearer to a step than this stand on it. */
const NEAR = 0.005

/** The next larger (`by` 1) or smaller step from a scale; the last one at either end. */
export function stepScale(scale: number, by: 1 | -1): number {
  if (by === 1) return STEPS.find((step) => step > scale + NEAR) ?? LARGEST_SCALE
  return STEPS.findLast((step) => step < scale - NEAR) ?? SMALLEST_SCALE
}

export function boundScale(scale: number): number {
  return Math.min(LARGEST_SCALE, Math.max(SMALLEST_SCALE, scale))
}

/** The size of a page after it is turned. */
export function turnedSize({ width, height }: PageSize, turns: Turns): PageSize {
  return turns % 2 === 0 ? { width, height } : { width: height, height: width }
}

/** The multiple of its actual size that a (turned) page is drawn at in `room`, which is in CSS pixels and has its margins left out. */
export function scaleOf(zoom: PageZoom, page: PageSize, room: PageSize, material: Material): number {
  if (typeof zoom === 'number') return boundScale(zoom)
  const across = room.width / (page.width * material.unit)
  const down = room.height / (page.height * material.unit)
  const fit = zoom === 'width' ? across : Math.min(across, down)
  return Math.max(0.01, Math.min(fit, material.largestFit))
}

/** A point of the turned page as one of the page as it is stored; both in fractions of the sides. */
export function unturned(turns: Turns, x: number, y: number): Readonly<{ x: number; y: number }> {
  if (turns === 1) return { x: y, y: 1 - x }
  if (turns === 2) return { x: 1 - x, y: 1 - y }
  return turns === 3 ? { x: 1 - y, y: x } : { x, y }
}
