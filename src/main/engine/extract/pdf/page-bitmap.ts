import type { OpenPdf } from '#engine/extract/pdf/open-pdf'

/** 32 bits a pixel: blue, green, red, unused. */
const BGRX = 3
const WHITE = 0xffffffff
/** Notes are drawn. The text is smoothed for any screen, not for one kind of it. */
const DRAW_ANNOTATIONS = 0x01
const HEADER = 54
/** A strip of paper is not drawn longer than this. */
const TALLEST = 16_384

/** Draws a loaded page on white, as a BMP whose rows go from the top. */
export function bitmapOf({ pdfium: { call }, heap }: OpenPdf, page: number, width: number): Uint8Array {
  const [across, down] = [call.FPDF_GetPageWidthF(page), call.FPDF_GetPageHeightF(page)]
  const height = Math.max(1, Math.min(TALLEST, Math.round((width * down) / across) || 1))
  const stride = width * 4
  return heap.with(stride * height, (pixels) => {
    const bitmap = call.FPDFBitmap_CreateEx(width, height, BGRX, pixels, stride)
    if (bitmap === 0) throw new Error('This page can not be drawn.')
    call.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, WHITE)
    call.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, DRAW_ANNOTATIONS)
    call.FPDFBitmap_Destroy(bitmap)
    return withHeader(heap.bytes(pixels, stride * height), width, height)
  })
}

function withHeader(pixels: Uint8Array, width: number, height: number): Uint8Array {
  const file = new Uint8Array(HEADER + pixels.length)
  const view = new DataView(file.buffer)
  view.setUint16(0, 0x424d)
  view.setUint32(2, file.length, true)
  view.setUint32(10, HEADER, true)
  view.setUint32(14, HEADER - 14, true)
  view.setInt32(18, width, true)
  view.setInt32(22, -height, true)
  view.setUint16(26, 1, true)
  view.setUint16(28, 32, true)
  view.setUint32(34, pixels.length, true)
  file.set(pixels, HEADER)
  return file
}
