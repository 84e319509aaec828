import type { OpenPdf } from '#engine/extract/pdf/open-pdf'

/**
 * Where a page has a space of its own, in points; or, when narrow, a sign without width, which parts letters of one word (U+200C).
 * `isDrawnAlone`: no letter was drawn with it.
 */
export type DrawnSpace = Readonly<{ x: number; y: number; isNarrow: boolean; isDrawnAlone: boolean }>

const TEXT = 1
/** A page of more objects is a drawing. */
const MOST_OBJECTS = 100_000
/** The letter after a sign is among so many objects: its dots can come first. */
const NEAR = 4
const SAME_PLACE = 0.02
/** Letters of one word stand higher and lower in some styles. */
const SAME_LINE = 30
/** Where signs without width are more than this for each space, the font uses them to draw (Nastaliq does): they mean nothing. */
const MOST_NARROW = 0.5

/**
 * Spaces that a page draws one by one. PDFium forgets them wherever it takes a dot above or below a letter for a line of its
 * own, as Chromium draws the letters of fonts it can not embed whole. Costs three calls for each object of the page.
 */
export function drawnSpaces({ pdfium: { call, memory }, heap }: OpenPdf, page: number): DrawnSpace[] {
  const count = call.FPDFPage_CountObjects(page)
  if (count > MOST_OBJECTS) return []
  const spaces: DrawnSpace[] = []
  heap.with(24, (room) => {
    for (let index = 0; index < count; index++) {
      const object = call.FPDFPage_GetObject(page, index)
      if (call.FPDFPageObj_GetType(object) !== TEXT) continue
      if (call.FPDFPageObj_GetBounds(object, room, room + 4, room + 8, room + 12) === 0) continue
      const [left = 0, bottom = 0, right = 0, top = 0] = new Float32Array(memory.buffer, room, 4)
      // Only what has no ink has no extent.
      if (left === right && bottom === top)
        spaces.push({ x: left, y: bottom, isNarrow: isPenAt(index, left, bottom, room), isDrawnAlone: true })
    }
  })
  const narrow = spaces.filter(({ isNarrow }) => isNarrow).length
  return narrow > (spaces.length - narrow) * MOST_NARROW ? spaces.filter(({ isNarrow }) => !isNarrow) : spaces

  /** Whether one of the next objects begins where this one did: the pen has not moved. */
  function isPenAt(index: number, x: number, y: number, room: number): boolean {
    for (let next = index + 1; next < Math.min(index + NEAR, count); next++) {
      call.FPDFPageObj_GetMatrix(call.FPDFPage_GetObject(page, next), room)
      const [, , , , left = 0, bottom = 0] = new Float32Array(memory.buffer, room, 6)
      if (Math.abs(left - x) < SAME_PLACE && Math.abs(bottom - y) < SAME_LINE) return true
    }
    return false
  }
}

/** The spaces between two heights. `spaces` are in the order of their heights. */
export function spacesBetween(spaces: readonly DrawnSpace[], bottom: number, top: number): readonly DrawnSpace[] {
  return spaces.slice(firstFrom(spaces, bottom), firstFrom(spaces, top))
}

function firstFrom(spaces: readonly DrawnSpace[], height: number): number {
  let [low, high] = [0, spaces.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((spaces[middle]?.y ?? 0) < height) low = middle + 1
    else high = middle
  }
  return low
}
