import { type Material, type PageZoom, scaleOf, type Turns, turnedSize } from '#renderer/features/reader/pages/page-zoom.ts'
import type { PageSize } from '#shared/model/page-layer'

/** A page where it is drawn, in CSS pixels from the top and the left of the stack. `scale`: the multiple of its actual size. */
export type PlacedPage = Readonly<{ top: number; left: number; width: number; height: number; scale: number }>

/** All pages below each other. */
export type PageStack = Readonly<{ pages: readonly PlacedPage[]; width: number; height: number }>

/** A point in the stack that stays what it is when the stack is drawn in another size. `fraction`: of the page's height. */
export type StackPlace = Readonly<{ page: number; fraction: number }>

export type StackLook = Readonly<{ zoom: PageZoom; turns: Turns; material: Material; room: PageSize }>

/** Around the stack and between its pages, in CSS pixels. */
export const MARGIN = 16
const GAP = 12
/** Chromium lays out nothing longer than about 33 million pixels. */
const TALLEST = 30_000_000

/** Where every page stands. `room` is the inside of the pane. Cost: linear. */
export function stackPages(sizes: readonly PageSize[], look: StackLook): PageStack {
  const stack = stackAt(sizes, look, 1)
  return stack.height <= TALLEST ? stack : stackAt(sizes, look, TALLEST / stack.height)
}

function stackAt(sizes: readonly PageSize[], { zoom, turns, material, room }: StackLook, shrink: number): PageStack {
  const inside = { width: Math.max(60, room.width - 2 * MARGIN), height: Math.max(60, room.height - 2 * MARGIN) }
  const drawn = sizes.map((size) => {
    const turned = turnedSize(size, turns)
    const scale = scaleOf(zoom, turned, inside, material) * shrink
    return { width: drawnSide(turned.width, scale, material), height: drawnSide(turned.height, scale, material), scale }
  })
  const width = Math.max(room.width, drawn.reduce((widest, page) => Math.max(widest, page.width), 0) + 2 * MARGIN)
  const height = drawn.reduce((sum, page) => sum + page.height + GAP, 2 * MARGIN - GAP)
  // What is lower than the pane stands in its middle.
  let top = MARGIN + Math.max(0, Math.floor((room.height - height) / 2))
  const pages = drawn.map((page) => {
    const placed = { ...page, top, left: Math.round((width - page.width) / 2) }
    top += page.height + GAP
    return placed
  })
  return { pages, width, height: Math.max(height, room.height) }
}

function drawnSide(side: number, scale: number, { unit }: Material): number {
  return Math.max(1, Math.round(side * unit * scale))
}

/** The index of the page at height `y` of the stack, or the last one above it; 0 above the first. Cost: logarithmic. */
export function pageAtHeight({ pages }: PageStack, y: number): number {
  let low = 0
  let high = pages.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((pages[middle]?.top ?? 0) <= y) low = middle + 1
    else high = middle
  }
  return Math.max(0, low - 1)
}

export function placeAtHeight(stack: PageStack, y: number): StackPlace {
  const page = pageAtHeight(stack, y)
  const { top = 0, height = 1 } = stack.pages[page] ?? {}
  return { page, fraction: (y - top) / height }
}

export function heightOfPlace({ pages }: PageStack, { page, fraction }: StackPlace): number {
  const { top = 0, height = 0 } = pages[page] ?? {}
  return top + fraction * height
}

/** The page that is read: the one of which most is in view, the first of equals. Cost: that of the pages in view. */
export function currentPage(stack: PageStack, top: number, viewHeight: number): number {
  const bottom = top + viewHeight
  let best = pageAtHeight(stack, top)
  let most = 0
  for (let index = best; index < stack.pages.length; index++) {
    const page = stack.pages[index]
    if (page === undefined || page.top >= bottom) break
    const seen = Math.min(bottom, page.top + page.height) - Math.max(top, page.top)
    if (seen <= most) continue
    best = index
    most = seen
  }
  return best
}

/** Where to scroll so that a stretch is in view: nowhere when it is well inside, else so that it stands in the middle. */
export function scrollToShow(view: Readonly<{ at: number; size: number }>, from: number, to: number, margin: number): number {
  const isInside = from >= view.at + margin && to <= view.at + view.size - margin
  return isInside ? view.at : Math.max(0, (from + to - view.size) / 2)
}
