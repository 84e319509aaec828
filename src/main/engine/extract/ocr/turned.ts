import type { LaidWord } from '#engine/extract/job'

/** Degrees, clockwise. */
export type Turn = 0 | 90 | 180 | 270

/** EXIF orientations that only turn the picture, by degrees clockwise. */
const TURNING: readonly (readonly [orientation: number, degrees: Turn])[] = [
  [1, 0],
  [6, 90],
  [3, 180],
  [8, 270]
]

/** The EXIF orientation that first applies `orientation` and then turns clockwise; undefined for mirrored pictures, which stay as they are. */
export function turnedOrientation(orientation: number, turn: Turn): number | undefined {
  const before = TURNING.find(([known]) => known === orientation)?.[1]
  if (before === undefined) return undefined
  return TURNING.find(([, degrees]) => degrees === (before + turn) % 360)?.[0]
}

/** Whether an EXIF orientation swaps width and height. */
export const isSideways = (orientation: number): boolean => orientation >= 5

/** A word's box on the page as it is shown, when the page was turned clockwise by `turn` for reading. */
export function turnedBack(word: LaidWord, turn: Turn): LaidWord {
  const { x, y, width, height } = word
  switch (turn) {
    case 0:
      return word
    case 90:
      return { ...word, x: y, y: 1 - x - width, width: height, height: width }
    case 180:
      return { ...word, x: 1 - x - width, y: 1 - y - height }
    case 270:
      return { ...word, x: 1 - y - height, y: x, width: height, height: width }
  }
}
