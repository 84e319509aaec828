import type { LaidWord } from '#engine/extract/job'
import { type DrawnSpace, drawnSpaces } from '#engine/extract/pdf/drawn-spaces'
import { isFromRight } from '#engine/extract/pdf/logical-order'
import type { OpenPdf } from '#engine/extract/pdf/open-pdf'
import { readGlyphs } from '#engine/extract/pdf/page-glyphs'
import { layOutPage, type PageLayout } from '#engine/extract/pdf/page-layout'
import { backwards, type Quarters, turnedRectangle, turnedRuns, turnedSpaces } from '#engine/extract/pdf/turned-page'
import type { PageSize } from '#shared/model/page-layer'

/** A page that does not say how large it is. */
const UNKNOWN_SIZE: PageSize = { width: 612, height: 792 }
/** Fractions of a page are found by measuring it in so many steps. */
const STEPS = 1_000_000

/** Loads a 1-based page and closes it after; undefined when it can not be loaded. */
export function withPage<T>({ pdfium: { call }, handle }: OpenPdf, page: number, work: (page: number) => T): T | undefined {
  const loaded = call.FPDF_LoadPage(handle, page - 1)
  if (loaded === 0) return undefined
  const result = work(loaded)
  call.FPDF_ClosePage(loaded)
  return result
}

/** The paragraphs of a loaded page and, if wanted, its words, in its own coordinates. */
export function layoutOf(pdf: OpenPdf, page: number, wanted: 'words' | 'paragraphs'): PageLayout {
  const { call } = pdf.pdfium
  const text = call.FPDFText_LoadPage(page)
  if (text === 0) return layOutPage([])
  const { runs, spaces } = readGlyphs(pdf, text, wanted)
  call.FPDFText_ClosePage(text)
  const own = runs.some(isFromRight) ? [...spaces, ...drawnSpaces(pdf, page)] : []
  const quarters = quartersOf(call.FPDFPage_GetRotation(page))
  if (quarters === 0) return layOutPage(runs, own.sort(byHeight), wanted)
  const layout = layOutPage(turnedRuns(runs, quarters), [...turnedSpaces(own, quarters)].sort(byHeight), wanted)
  const back = backwards(quarters)
  return { ...layout, words: layout.words.map((word) => ({ ...word, ...turnedRectangle(word, back) })) }
}

const byHeight = (a: DrawnSpace, b: DrawnSpace): number => a.y - b.y

function quartersOf(rotation: number): Quarters {
  return rotation === 1 || rotation === 2 || rotation === 3 ? rotation : 0
}

/** Sizes of all pages as they are shown, in points. */
export function pageSizes({ pdfium: { call, memory }, heap, handle, pageCount }: OpenPdf): PageSize[] {
  return heap.with(8, (room) =>
    Array.from({ length: pageCount }, (_, index) => {
      if (call.FPDF_GetPageSizeByIndexF(handle, index, room) === 0) return UNKNOWN_SIZE
      const [width = 0, height = 0] = new Float32Array(memory.buffer, room, 2)
      return width > 0 && height > 0 ? { width, height } : UNKNOWN_SIZE
    })
  )
}

/** The words of a loaded page with their boxes as fractions of it, turned as it is shown. */
export function wordsOnPage(pdf: OpenPdf, page: number): LaidWord[] {
  const toFraction = placeOnPage(pdf, page)
  return layoutOf(pdf, page, 'words').words.map(({ start, end, left, right, bottom, top }) => {
    const [a, b] = [toFraction(left, top), toFraction(right, bottom)]
    const [x, y] = [Math.min(a.x, b.x), Math.min(a.y, b.y)]
    return { start, end, x, y, width: Math.max(a.x, b.x) - x, height: Math.max(a.y, b.y) - y }
  })
}

/** From the page's own coordinates, whose corner and direction are its own affair, to fractions of what is shown. */
function placeOnPage({ pdfium: { call }, heap }: OpenPdf, page: number): (x: number, y: number) => { x: number; y: number } {
  const at = (x: number, y: number): { x: number; y: number } =>
    heap.with(8, (room) => {
      call.FPDF_PageToDevice(page, 0, 0, STEPS, STEPS, 0, x, y, room, room + 4)
      const view = heap.view()
      return { x: view.getInt32(room, true) / STEPS, y: view.getInt32(room + 4, true) / STEPS }
    })
  const [zero, across, up] = [at(0, 0), at(1000, 0), at(0, 1000)]
  const step = (to: { x: number; y: number }) => ({ x: (to.x - zero.x) / 1000, y: (to.y - zero.y) / 1000 })
  const [right, top] = [step(across), step(up)]
  return (x, y) => ({ x: zero.x + x * right.x + y * top.x, y: zero.y + x * right.y + y * top.y })
}
