/** Puts payloads into frames side by side, and touches each as a hand would. */
import type { ElectronApplication, Page } from '@playwright/test'

const SIDE = 66
const COLUMNS = 20
/** As many as a window of 1400 by 900 shows at once. */
export const FRAMES_AT_ONCE = COLUMNS * 13

export type Framed = Readonly<{ number: number; address: string }>

/**
 * Lays frames over the page. `isSandboxed`: as the Original view's are, and waited for until all have loaded; without it they may do
 * all, and are not waited for, since some never finish.
 */
export async function layFrames(page: Page, frames: readonly Framed[], isSandboxed: boolean): Promise<void> {
  await page.evaluate(
    async ([given, sandboxed, side, columns]) => {
      document.querySelector('#payloads')?.remove()
      const layer = document.createElement('div')
      layer.id = 'payloads'
      Object.assign(layer.style, { position: 'fixed', inset: '0', zIndex: '2147483647', background: '#fff' })
      const loading: Promise<unknown>[] = []
      for (const [at, { address }] of given.entries()) {
        const frame = document.createElement('iframe')
        if (sandboxed) {
          frame.setAttribute('sandbox', '')
          frame.referrerPolicy = 'no-referrer'
        }
        frame.src = address
        Object.assign(frame.style, {
          position: 'absolute',
          left: `${(at % columns) * side}px`,
          top: `${Math.floor(at / columns) * side}px`,
          width: `${side - 2}px`,
          height: `${side - 2}px`,
          border: '0'
        })
        loading.push(new Promise((resolve) => frame.addEventListener('load', resolve, { once: true })))
        layer.append(frame)
      }
      document.body.append(layer)
      if (sandboxed) await Promise.all(loading)
    },
    [frames, isSandboxed, SIDE, COLUMNS] as const
  )
}

/** Waits until a count has stood still for two seconds, half a minute at most. */
export async function settled(count: () => number): Promise<void> {
  let last = -1
  let still = 0
  for (let look = 0; look < 60 && still < 4; look++) {
    const now = count()
    still = now === last ? still + 1 : 0
    last = now
    await new Promise((resolve) => setTimeout(resolve, 500))
  }
}

export async function clearFrames(page: Page): Promise<void> {
  await page.evaluate(() => document.querySelector('#payloads')?.remove())
}

/**
 * Moves the mouse over these frames, by their place, one after the other; presses its buttons, turns its wheel and types. The window must
 * be the only one of the program, and in sight.
 */
export async function touchFrames(app: ElectronApplication, places: readonly number[]): Promise<void> {
  const points = places.map((at) => ({ x: (at % COLUMNS) * SIDE + SIDE / 2, y: Math.floor(at / COLUMNS) * SIDE + SIDE / 2 }))
  await app.evaluate(async ({ BrowserWindow }, given) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents
    contents?.focus()
    for (const { x, y } of given) {
      for (const near of [6, 0]) contents?.sendInputEvent({ type: 'mouseMove', x: x - near, y: y - near })
      for (const [button, clickCount] of [
        ['left', 1],
        ['left', 2],
        ['middle', 1],
        ['right', 1]
      ] as const) {
        contents?.sendInputEvent({ type: 'mouseDown', x, y, button, clickCount })
        contents?.sendInputEvent({ type: 'mouseUp', x, y, button, clickCount })
      }
      contents?.sendInputEvent({ type: 'mouseWheel', x, y, deltaY: 9 })
      // What is touched takes the focus first.
      await new Promise((resolve) => setTimeout(resolve, 30))
      for (const keyCode of ['a', 'Enter']) {
        contents?.sendInputEvent({ type: 'keyDown', keyCode })
        contents?.sendInputEvent({ type: 'char', keyCode })
        contents?.sendInputEvent({ type: 'keyUp', keyCode })
      }
    }
  }, points)
}
