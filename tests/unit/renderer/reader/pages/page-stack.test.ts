import { describe, expect, it } from 'vitest'
import {
  currentPage,
  heightOfPlace,
  MARGIN,
  pageAtHeight,
  placeAtHeight,
  type StackLook,
  scrollToShow,
  stackPages
} from '#renderer/features/reader/pages/page-stack.ts'
import { PAPER } from '#renderer/features/reader/pages/page-zoom.ts'

const pages = (count: number) => Array.from({ length: count }, () => ({ width: 600, height: 900 }))
const look: StackLook = { zoom: 'width', turns: 0, material: PAPER, room: { width: 832, height: 700 } }

describe('stackPages', () => {
  it('puts pages below each other, each as wide as the pane', () => {
    const { pages: placed, width } = stackPages([...pages(2), { width: 900, height: 600 }], look)
    expect(placed.map((page) => page.width)).toEqual([800, 800, 800])
    expect(placed[0]).toMatchObject({ top: MARGIN, left: MARGIN, height: 1200 })
    expect(placed[1]?.top).toBe(MARGIN + 1200 + 12)
    expect(width).toBe(832)
  })

  it('grows wider than the pane where pages do, and keeps narrower ones in its middle', () => {
    const { pages: placed, width } = stackPages(
      [
        { width: 600, height: 900 },
        { width: 300, height: 300 }
      ],
      { ...look, zoom: 2 }
    )
    expect(width).toBe(1600 + 2 * MARGIN)
    expect(placed[1]?.left).toBe((1600 + 2 * MARGIN - 800) / 2)
  })

  it('turns all pages', () => {
    expect(stackPages(pages(1), { ...look, zoom: 1, turns: 1 }).pages[0]).toMatchObject({ width: 1200, height: 800 })
  })

  it('puts a picture that is lower than the pane into its middle', () => {
    const { pages: placed, height } = stackPages([{ width: 600, height: 300 }], { ...look, zoom: 0.5 })
    expect(placed[0]?.top).toBe((700 - 200) / 2)
    expect(height).toBe(700)
  })

  it('never gets taller than a window can lay out', () => {
    const { height } = stackPages(pages(5000), { ...look, zoom: 8 })
    expect(height).toBeLessThan(32_000_000)
  })
})

describe('places in the stack', () => {
  const stack = stackPages(pages(500), look)

  it('are found by height', () => {
    expect(pageAtHeight(stack, 0)).toBe(0)
    expect(pageAtHeight(stack, MARGIN + 1212)).toBe(1)
    expect(pageAtHeight(stack, 1e9)).toBe(499)
  })

  it('stay the same when the stack is drawn in another size', () => {
    const smaller = stackPages(pages(500), { ...look, zoom: 0.5 })
    const place = placeAtHeight(stack, 123_456)
    const there = heightOfPlace(smaller, place)
    expect(placeAtHeight(smaller, there).page).toBe(place.page)
    expect(placeAtHeight(smaller, there).fraction).toBeCloseTo(place.fraction)
    expect(heightOfPlace(stack, place)).toBeCloseTo(123_456)
  })

  it('tell the page that is read: the one of which most is seen, the first of equals', () => {
    expect(currentPage(stack, 0, 700)).toBe(0)
    expect(currentPage(stack, 800, 700)).toBe(0)
    expect(currentPage(stack, 900, 700)).toBe(1)
    expect(currentPage(stack, stack.height - 700, 700)).toBe(499)
    expect(currentPage(stackPages(pages(3), { ...look, zoom: 0.1 }), 0, 700)).toBe(0)
    expect(currentPage(stackPages([], look), 0, 700)).toBe(0)
  })
})

describe('scrollToShow', () => {
  it('moves nothing that is well in sight, and puts the rest in the middle', () => {
    expect(scrollToShow({ at: 100, size: 600 }, 300, 320, 64)).toBe(100)
    expect(scrollToShow({ at: 100, size: 600 }, 690, 700, 64)).toBe(395)
    expect(scrollToShow({ at: 100, size: 600 }, 20, 40, 64)).toBe(0)
  })
})
