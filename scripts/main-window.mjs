const LOOK_AGAIN_MS = 20

/**
 * The page of Sanad's own window in a program that Playwright drives. Not simply its first page: the empty one that stands ready to cover the
 * window when it is locked is a page as well, and may be met before it.
 *
 * @param {import('@playwright/test').ElectronApplication} app
 * @param {number} [timeoutMs]
 * @returns {Promise<import('@playwright/test').Page>}
 */
export async function mainWindow(app, timeoutMs = 60_000) {
  const end = performance.now() + timeoutMs
  for (;;) {
    const found = app.windows().find((page) => page.url().startsWith('sanad://app'))
    if (found) return found
    if (performance.now() > end) throw new Error('Sanad opened no window of its own')
    await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS))
  }
}
