import { describe, expect, it } from 'vitest'
import { fitPanes, PANES, paneSize, READER_MIN } from '#renderer/app/shell/pane-sizes.ts'
import { layoutMode } from '#renderer/app/shell/use-layout.ts'

const initial = { navigation: 232, results: 392, inspector: 268 }
const all = { navigation: true, results: true, inspector: true }

describe('the widths of panes', () => {
  it('are the design’s where nothing was kept, and never outside what a pane may have', () => {
    expect(paneSize('navigation', undefined)).toBe(232)
    expect(paneSize('results', 10_000)).toBe(PANES.results.max)
    expect(paneSize('inspector', 0)).toBe(PANES.inspector.min)
  })

  it('are left alone where the reader has room', () => {
    expect(fitPanes(initial, all, 1440)).toEqual(initial)
  })

  it('give way to the reader, the results first', () => {
    const fitted = fitPanes(initial, all, 1200)
    expect(fitted.results).toBe(1200 - READER_MIN - 232 - 268)
    expect(fitted.navigation).toBe(232)
  })

  it('never shrink below what a pane needs', () => {
    const fitted = fitPanes(initial, all, 300)
    for (const pane of ['navigation', 'results', 'inspector'] as const) expect(fitted[pane]).toBe(PANES[pane].min)
  })

  it('count only panes that are shown', () => {
    expect(fitPanes(initial, { navigation: false, results: true, inspector: false }, 800)).toEqual(initial)
  })
})

describe('the mode of the layout', () => {
  it('folds the inspector away at 1024 pixels and shows one pane at a time below 720', () => {
    expect(layoutMode(1440)).toBe('wide')
    expect(layoutMode(1024)).toBe('medium')
    expect(layoutMode(800)).toBe('slim')
    expect(layoutMode(719)).toBe('single')
  })
})
