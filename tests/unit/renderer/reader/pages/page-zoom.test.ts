import { describe, expect, it } from 'vitest'
import { turnedBox } from '#renderer/features/reader/pages/page-boxes.ts'
import {
  boundScale,
  LARGEST_SCALE,
  PAPER,
  pictureMaterial,
  SMALLEST_SCALE,
  scaleOf,
  stepScale,
  type Turns,
  turnedSize,
  unturned
} from '#renderer/features/reader/pages/page-zoom.ts'

const letter = { width: 600, height: 900 }

describe('scaleOf', () => {
  it('fits the width, or the whole page', () => {
    expect(scaleOf('width', letter, { width: 400, height: 300 }, PAPER)).toBeCloseTo(0.5)
    expect(scaleOf('page', letter, { width: 400, height: 300 }, PAPER)).toBeCloseTo(0.25)
  })

  it('never fits paper larger than is good to read, nor a picture beyond its pixels', () => {
    expect(scaleOf('width', letter, { width: 4000, height: 3000 }, PAPER)).toBe(PAPER.largestFit)
    expect(scaleOf('page', { width: 32, height: 32 }, { width: 800, height: 600 }, pictureMaterial(2))).toBe(1)
  })

  it('takes a chosen scale as it is, within bounds', () => {
    expect(scaleOf(1.5, letter, { width: 10, height: 10 }, PAPER)).toBe(1.5)
    expect(scaleOf(99, letter, { width: 10, height: 10 }, PAPER)).toBe(LARGEST_SCALE)
    expect(boundScale(0)).toBe(SMALLEST_SCALE)
  })

  it('survives a page without any size to speak of', () => {
    expect(scaleOf('page', { width: 1, height: 1_000_000 }, { width: 400, height: 300 }, PAPER)).toBeGreaterThan(0)
  })
})

describe('stepScale', () => {
  it('goes from step to step, also from between them', () => {
    expect(stepScale(1, 1)).toBe(1.1)
    expect(stepScale(1, -1)).toBe(0.9)
    expect(stepScale(0.903, 1)).toBe(1)
    expect(stepScale(0.64, 1)).toBe(0.67)
    expect(stepScale(0.64, -1)).toBe(0.5)
  })

  it('stays at the ends', () => {
    expect(stepScale(LARGEST_SCALE, 1)).toBe(LARGEST_SCALE)
    expect(stepScale(SMALLEST_SCALE, -1)).toBe(SMALLEST_SCALE)
  })
})

describe('turned pages', () => {
  it('have their sides swapped by every other turn', () => {
    expect(turnedSize(letter, 1)).toEqual({ width: 900, height: 600 })
    expect(turnedSize(letter, 2)).toEqual(letter)
  })

  it('tell which point of the stored page one sees', () => {
    for (const turns of [0, 1, 2, 3] satisfies Turns[]) {
      const seen = turnedBox(turns, { x: 0.2, y: 0.7, width: 0, height: 0 })
      const stored = unturned(turns, seen.x, seen.y)
      expect(stored.x).toBeCloseTo(0.2)
      expect(stored.y).toBeCloseTo(0.7)
    }
  })
})
