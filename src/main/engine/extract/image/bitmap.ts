import type { PageBitmap } from '#engine/extract/found'
import { isSideways } from '#engine/extract/ocr/turned'

/** Pixels, four bytes each: red, green, blue, alpha; rows from the top. */
export type Raster = Readonly<{ width: number; height: number; rgba: Uint8Array }>

const HEADER_BYTES = 54
const BYTES_A_PIXEL = 4

/** Where the pixel at (x, y) of the upright picture stands in one stored with this EXIF orientation; all are fractions of the sides. */
const STORED: Readonly<Record<number, (x: number, y: number) => readonly [number, number]>> = {
  1: (x, y) => [x, y],
  2: (x, y) => [1 - x, y],
  3: (x, y) => [1 - x, 1 - y],
  4: (x, y) => [x, 1 - y],
  5: (x, y) => [y, x],
  6: (x, y) => [y, 1 - x],
  7: (x, y) => [1 - y, 1 - x],
  8: (x, y) => [1 - y, x]
}

/** A raster as a bitmap (32 bits a pixel, rows from the top), upright, at most `widest` across, on white. Each pixel is the mean of those it covers. */
export function bitmapOf(raster: Raster, orientation: number, widest: number): PageBitmap {
  const sideways = isSideways(orientation)
  const upright = sideways ? { width: raster.height, height: raster.width } : raster
  const scale = Math.min(1, widest / upright.width)
  const width = Math.max(1, Math.round(upright.width * scale))
  const height = Math.max(1, Math.round(upright.height * scale))
  const bytes = new Uint8Array(HEADER_BYTES + width * height * BYTES_A_PIXEL)
  writeHeader(new DataView(bytes.buffer), width, height)
  const stored = STORED[orientation] ?? ((x: number, y: number) => [x, y] as const)
  const reach = Math.max(1, Math.round(1 / scale))
  for (let y = 0, to = HEADER_BYTES; y < height; y++) {
    for (let x = 0; x < width; x++, to += BYTES_A_PIXEL) {
      const [across, down] = stored((x + 0.5) / width, (y + 0.5) / height)
      mean(raster, Math.floor(across * raster.width), Math.floor(down * raster.height), reach, bytes, to)
    }
  }
  return { mediaType: 'image/bmp', bytes }
}

/** Writes the mean of a square around a pixel, blue first. */
function mean({ width, height, rgba }: Raster, x: number, y: number, reach: number, into: Uint8Array, to: number): void {
  const left = Math.max(0, x - (reach >> 1))
  const top = Math.max(0, y - (reach >> 1))
  const right = Math.min(width, left + reach)
  const bottom = Math.min(height, top + reach)
  let red = 0
  let green = 0
  let blue = 0
  for (let row = top; row < bottom; row++) {
    for (
      let at = (row * width + left) * BYTES_A_PIXEL, end = (row * width + right) * BYTES_A_PIXEL;
      at < end;
      at += BYTES_A_PIXEL
    ) {
      const alpha = (rgba[at + 3] ?? 255) / 255
      const white = 255 * (1 - alpha)
      red += (rgba[at] ?? 0) * alpha + white
      green += (rgba[at + 1] ?? 0) * alpha + white
      blue += (rgba[at + 2] ?? 0) * alpha + white
    }
  }
  const count = Math.max(1, (right - left) * (bottom - top))
  into[to] = blue / count
  into[to + 1] = green / count
  into[to + 2] = red / count
  into[to + 3] = 255
}

function writeHeader(view: DataView, width: number, height: number): void {
  view.setUint16(0, 0x424d)
  view.setUint32(2, view.byteLength, true)
  view.setUint32(10, HEADER_BYTES, true)
  view.setUint32(14, 40, true)
  view.setInt32(18, width, true)
  // Negative: rows from the top.
  view.setInt32(22, -height, true)
  view.setUint16(26, 1, true)
  view.setUint16(28, 32, true)
}
