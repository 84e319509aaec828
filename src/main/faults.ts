import type { App, BrowserWindow } from 'electron'
import type { Log } from '#main/log'
import { READER_PROCESS } from '#main/utility-process'

export type FaultParts = Readonly<{ app: App; log: Log; showFault: () => Promise<boolean> }>

/**
 * What happens when something breaks that nobody foresaw. A thrown error is logged and told; the person decides whether to go on, since
 * everything shown as saved is in the archive already. A rejected promise nobody waits for is logged.
 */
export function watchForFaults({ app, log, showFault }: FaultParts): void {
  let isAsking = false
  process.on('uncaughtException', (error) => {
    log.error('an error nobody caught', error)
    if (isAsking || !app.isReady()) return
    isAsking = true
    void showFault().then((wantsToQuit) => {
      isAsking = false
      if (wantsToQuit) app.quit()
    })
  })
  process.on('unhandledRejection', (reason) => log.error('a rejection nobody waited for', reason))
  app.on('child-process-gone', (_event, { type, name, reason, exitCode }) => {
    // The pool ends document readers as it needs, and accounts for each that ends by itself.
    if (reason === 'clean-exit' || name === READER_PROCESS) return
    log.warn(`a child process ended: ${type}, ${reason}, ${exitCode}`)
  })
}

export type WatchedPage = Readonly<{
  reload: () => Promise<void>
  /** The page is being put away on purpose. */
  isReplacing: () => boolean
}>

/** Milliseconds within which a second crash of the page means that loading it again does not help. */
const CRASH_LOOP_MS = 20_000

/** Loads the window's page again when its process dies; when it dies again at once, asks. The archive is not touched by either. */
export function watchWindow(
  window: BrowserWindow,
  { reload, isReplacing }: WatchedPage,
  { app, log, showFault }: FaultParts
): void {
  let lastCrash = Number.NEGATIVE_INFINITY
  window.webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
    if (reason === 'clean-exit' || window.isDestroyed() || isReplacing()) return
    log.warn(`the window's page ended: ${reason}, ${exitCode}`)
    const isLoop = performance.now() - lastCrash < CRASH_LOOP_MS
    lastCrash = performance.now()
    const again = isLoop ? showFault() : Promise.resolve(false)
    void again
      .then((wantsToQuit) => (wantsToQuit ? app.quit() : reload()))
      .catch((error) => log.error('the page could not be loaded again', error))
  })
}
