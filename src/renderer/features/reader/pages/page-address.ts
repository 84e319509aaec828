import type { DocumentId } from '#shared/model/ids'

/** The widest bitmap that is asked for, and the most pixels one may have: 48 MB in memory. */
const WIDEST = 4096
const MOST_PIXELS = 12_000_000

/** The address of a page (1-based) as a raster picture about `width` device pixels wide. It is drawn from the archive when asked for. */
export function pageAddress(id: DocumentId, page: number, width: number): string {
  return `sanad-page://d${id}/page:${page}:${width}`
}

/** How wide a bitmap a page needs that is drawn `cssWidth` wide; `aspect` is its width divided by its height. Bounded. */
export function bitmapWidth(cssWidth: number, aspect: number, devicePixelRatio: number): number {
  const bound = Math.min(WIDEST, Math.floor(Math.sqrt(MOST_PIXELS * aspect)))
  return Math.max(1, Math.min(bound, Math.round(cssWidth * devicePixelRatio)))
}
