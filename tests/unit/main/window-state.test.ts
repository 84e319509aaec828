import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { FIRST_SIZE, openWindowState, placeWindow } from '#main/window-state'
import { temporaryFolder } from '#tests/support/temporary'
import { testLog } from '#tests/support/test-log'

const screen = { x: 0, y: 0, width: 1920, height: 1080 }
const state = (bounds: { x: number; y: number; width: number; height: number } | null) => ({
  bounds,
  maximized: false,
  zoomLevel: 0
})

describe('placeWindow', () => {
  it('lets the system place the first window', () => {
    expect(placeWindow(state(null), [screen])).toEqual(FIRST_SIZE)
  })

  it('puts the window where it was', () => {
    const bounds = { x: -300, y: 40, width: 1000, height: 700 }
    expect(placeWindow(state(bounds), [screen])).toEqual(bounds)
  })

  it('does not put it where no display is any more', () => {
    const bounds = { x: 2500, y: 40, width: 1000, height: 700 }
    expect(placeWindow(state(bounds), [screen])).toEqual({ width: 1000, height: 700 })
    expect(placeWindow(state({ ...bounds, x: 1900 }), [screen])).toEqual({ width: 1000, height: 700 })
    expect(placeWindow(state(bounds), [screen, { ...screen, x: 1920 }])).toEqual(bounds)
    expect(placeWindow(state(bounds), [])).toEqual({ width: 1000, height: 700 })
  })
})

it('comes back from its file, or from nothing when the file is nonsense', async () => {
  const folder = temporaryFolder()
  const { log } = testLog(folder)
  const kept = { bounds: { x: 10, y: 20, width: 900, height: 600 }, maximized: true, zoomLevel: 0.5 }
  const file = openWindowState(folder, log)
  file.write(kept)
  await file.flush()
  expect(openWindowState(folder, log).read()).toEqual(kept)
  writeFileSync(join(folder, 'window.json'), '{"bounds":{"x":0,"y":0,"width":3,"height":3}}')
  expect(openWindowState(folder, log).read()).toEqual({ bounds: null, maximized: false, zoomLevel: 0 })
})
