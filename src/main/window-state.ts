import { join } from 'node:path'
import * as v from 'valibot'
import { type JsonFile, openJsonFile } from '#main/json-file'
import type { Log } from '#main/log'

export type Bounds = Readonly<{ x: number; y: number; width: number; height: number }>

/** Smallest window that every pane layout works in, in device-independent pixels. */
export const MINIMUM_SIZE = { width: 720, height: 480 } as const
/** Size of the first window. */
export const FIRST_SIZE = { width: 1360, height: 860 } as const

const whole = (least: number) => v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(100_000))

const windowStateSchema = v.object({
  bounds: v.optional(
    v.nullable(
      v.object({
        x: whole(-100_000),
        y: whole(-100_000),
        width: whole(MINIMUM_SIZE.width),
        height: whole(MINIMUM_SIZE.height)
      })
    ),
    null
  ),
  maximized: v.optional(v.boolean(), false),
  zoomLevel: v.optional(v.pipe(v.number(), v.minValue(-5), v.maxValue(8)), 0)
})
export type WindowState = v.InferOutput<typeof windowStateSchema>

/** Where the window was, in `window.json` of the program's data folder. */
export function openWindowState(userData: string, log: Log): JsonFile<WindowState> {
  return openJsonFile(join(userData, 'window.json'), windowStateSchema, log)
}

/**
 * Where to put the window: where it was, if enough of it to take hold of is on a display that is there now; otherwise only as large.
 * Undefined coordinates leave the place to the system.
 */
export function placeWindow(
  state: WindowState,
  displays: readonly Bounds[]
): Readonly<{ x?: number; y?: number; width: number; height: number }> {
  const { bounds } = state
  if (bounds === null) return FIRST_SIZE
  const isReachable = displays.some((display) => overlap(bounds, display) >= 100)
  return isReachable ? bounds : { width: bounds.width, height: bounds.height }
}

/** The shorter side of what two rectangles share, in pixels; 0 when they share nothing. */
function overlap(a: Bounds, b: Bounds): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x)
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y)
  return Math.max(0, Math.min(width, height))
}
