import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { PAGE_SIZE, pagesFor, placeOf } from '#renderer/features/search/page-window.ts'

describe('the pages of a long list', () => {
  it('always hold the first page', () => {
    expect(pagesFor(0, 0, 0)).toEqual([0])
    const far = PAGE_SIZE * 1000
    expect(pagesFor(far, far + 5, 100_000)).toEqual([0, far])
  })

  it('hold two pages where the rows in sight cross their border', () => {
    const border = PAGE_SIZE * 4
    expect(pagesFor(border - 5, border + 5, 1000)).toEqual([0, border - PAGE_SIZE, border])
  })

  it('end with the list', () => {
    expect(pagesFor(PAGE_SIZE - 5, PAGE_SIZE + 10, PAGE_SIZE - 2)).toEqual([0])
  })

  it('hold every row in sight, never a row past the end, and only a few pages', () => {
    fc.assert(
      fc.property(fc.nat(100_000), fc.nat(30), fc.nat(100_000), (first, rows, total) => {
        const pages = pagesFor(first, first + rows, total)
        expect(pages.length).toBeLessThanOrEqual(5)
        for (const offset of pages) expect(offset === 0 || offset < total).toBe(true)
        for (let row = first; row <= Math.min(first + rows, total - 1); row += 1) expect(pages).toContain(placeOf(row).offset)
      })
    )
  })

  it('puts a row back together from its place', () => {
    fc.assert(
      fc.property(fc.nat(10_000_000), (index) => {
        const { offset, at } = placeOf(index)
        expect(offset + at).toBe(index)
        expect(at).toBeLessThan(PAGE_SIZE)
        expect(offset % PAGE_SIZE).toBe(0)
      })
    )
  })
})
