import type { App } from 'electron'
import type { Log } from '#main/log'
import { withPatience } from '#main/with-patience'

/** How long closing may take before the program ends anyway, in milliseconds. A killed import loses at most the file in flight. */
const PATIENCE_MS = 10_000

/**
 * Ends the program in order: windows first, so that the person sees it end at once, then the steps, one after another.
 * The same way for the last window, the menu, and SIGTERM or SIGINT.
 */
export function endInOrder(app: App, steps: readonly (() => Promise<void>)[], log: Log): void {
  let isEnding = false
  app.on('window-all-closed', () => app.quit())
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => app.quit())
  app.on('will-quit', (event) => {
    event.preventDefault()
    if (isEnding) return
    isEnding = true
    void withPatience(runSteps(steps, log), PATIENCE_MS).then((inTime) => {
      if (inTime) log.info('ended in order')
      else log.warn('closing took too long; the program ended without it')
      app.exit(0)
    })
  })
}

async function runSteps(steps: readonly (() => Promise<void>)[], log: Log): Promise<void> {
  for (const step of steps) {
    try {
      await step()
    } catch (error) {
      log.error('a step of closing failed', error)
    }
  }
}
