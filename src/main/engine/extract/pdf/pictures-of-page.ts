import type { OpenPdf } from '#engine/extract/pdf/open-pdf'

const IMAGE = 3
const FORM = 5
/** Forms hold forms; scans stand at most two deep. */
const DEEPEST = 3
/** A page of more objects than this is drawn, not scanned. */
const MOST_OBJECTS = 2000

/** The share of a page that pictures cover, 0 to 1; pictures on top of each other count twice, up to 1. */
export function pictureShare(pdf: OpenPdf, page: number): number {
  const { call } = pdf.pdfium
  const area = call.FPDF_GetPageWidthF(page) * call.FPDF_GetPageHeightF(page)
  if (!(area > 0)) return 0
  let covered = 0
  let seen = 0
  const visit = (count: number, objectAt: (index: number) => number, depth: number): void => {
    for (let index = 0; index < count && seen < MOST_OBJECTS && covered < area; index++) {
      seen++
      const object = objectAt(index)
      const type = call.FPDFPageObj_GetType(object)
      if (type === IMAGE) covered += areaOf(pdf, object, area)
      // What a form holds is measured in its own coordinates; what matters is whether there is a picture of some size in it.
      else if (type === FORM && depth < DEEPEST)
        visit(call.FPDFFormObj_CountObjects(object), (inner) => call.FPDFFormObj_GetObject(object, inner), depth + 1)
    }
  }
  visit(call.FPDFPage_CountObjects(page), (index) => call.FPDFPage_GetObject(page, index), 0)
  return Math.min(1, covered / area)
}

function areaOf({ pdfium: { call, memory }, heap }: OpenPdf, object: number, most: number): number {
  return heap.with(16, (room) => {
    if (call.FPDFPageObj_GetBounds(object, room, room + 4, room + 8, room + 12) === 0) return 0
    const [left = 0, bottom = 0, right = 0, top = 0] = new Float32Array(memory.buffer, room, 4)
    return Math.min(most, Math.abs((right - left) * (top - bottom)))
  })
}
