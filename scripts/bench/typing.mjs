// From key press to painted results in the real window, with a person's rhythm, and where that time goes.
import { launch } from './app.mjs'
import { quantile } from './measure.mjs'

/** Milliseconds between two keys: somebody who types quickly. */
const RHYTHM = 120
const texts = ['human rights', 'the prison', 'torture report', 'security council', 'آزادی بیان', 'زندان', 'حقوق بشر', 'liberté']
/** Suggestions and years are list boxes too; the list of results is the one that says when it is catching up. */
const resultList = '[role="listbox"][aria-busy]'

/**
 * Each press whose text is searched for counts: from the event of the key to the frame after the one in which the list has caught up,
 * with that text or, where the next key came first, with a later one. `parts` are medians: what the engine took, what the call took
 * besides, and what the window took until its list had changed.
 */
export async function benchTyping({ archive, folder, env, sandbox, say }) {
  say('key press to painted results')
  const { app, page, send } = await launch({ archive, folder, name: 'typing-data', env, sandbox })
  await page.locator(resultList).waitFor()
  // Scans are read with a processor of their own, where there is one to spare: not what is measured.
  await send('ocr.pause', {})
  await app.evaluate(noteSearches)
  // The first answers after the start are of a program that is still warming up.
  await page.waitForTimeout(8000)
  await page.evaluate(noteKeysAndFrames, resultList)
  const box = page.getByRole('combobox').first()
  for (const text of texts) {
    await box.fill('')
    await page.waitForTimeout(1000)
    await typeInRhythm(page, text)
    await page.waitForTimeout(1500)
  }
  const noted = await page.evaluate(() => globalThis.sanadNoted)
  const searches = await app.evaluate(() => globalThis.sanadSearches)
  await send('ocr.resume', {})
  await app.close()
  const presses = noted.keys.flatMap((key) => pressOf(key, noted, searches) ?? [])
  const all = (part) => presses.flatMap((press) => press[part] ?? [])
  const parts = Object.fromEntries(['engine', 'call', 'window'].map((part) => [part, quantile(all(part), 0.5)]))
  const total = all('total')
  return { presses: presses.length, p50: quantile(total, 0.5), p95: quantile(total, 0.95), max: quantile(total, 1), parts }
}

async function typeInRhythm(page, text) {
  let next = performance.now()
  for (const letter of text) {
    await page.waitForTimeout(Math.max(0, next - performance.now()))
    next = performance.now() + RHYTHM
    if (letter === ' ') await page.keyboard.press('Space')
    else if (/^[a-z]$/.test(letter)) await page.keyboard.press(letter)
    else await page.keyboard.insertText(letter)
  }
}

function pressOf({ at, text }, { changes, frames }, searches) {
  const search = searches.find(({ query, from }) => query === text && from >= at && from < at + 2000)
  const shown = search && changes.find((change) => !change.isBusy && change.at > search.from)
  // What was answered before is in the window's memory: nothing is asked, and nothing measured.
  if (!shown) return undefined
  const painted = frames[frames.findIndex((begun) => begun >= shown.at) + 1]
  if (painted === undefined) return undefined
  // One that was left out for a newer one has no parts of its own.
  if (search.to === undefined) return { total: painted - at }
  return {
    total: painted - at,
    engine: search.elapsedMs,
    call: search.to - search.from - search.elapsedMs,
    window: shown.at - search.to
  }
}

/** Runs in the main process. Electron has no public way to listen to what a window asks. */
function noteSearches({ ipcMain }) {
  globalThis.sanadSearches = []
  const ask = ipcMain._invokeHandlers.get('sanad:invoke')
  const now = () => performance.timeOrigin + performance.now()
  ipcMain._invokeHandlers.set('sanad:invoke', async (event, name, input) => {
    if (name !== 'search.run' || input.offset !== 0) return ask(event, name, input)
    const search = { query: input.query, from: now() }
    globalThis.sanadSearches.push(search)
    const reply = await ask(event, name, input)
    if (reply.ok) Object.assign(search, { to: now(), elapsedMs: reply.value.elapsedMs })
    return reply
  })
}

/** Runs in the window: when keys were pressed, when the list began and ceased to catch up, and when frames began. */
function noteKeysAndFrames(list) {
  const noted = { keys: [], changes: [], frames: [] }
  globalThis.sanadNoted = noted
  const now = () => performance.timeOrigin + performance.now()
  const onInput = ({ target, timeStamp }) => noted.keys.push({ at: performance.timeOrigin + timeStamp, text: target.value })
  addEventListener('input', onInput, true)
  let was = false
  const look = () => {
    const isBusy = document.querySelector(list)?.getAttribute('aria-busy') === 'true'
    if (isBusy !== was) noted.changes.push({ at: now(), isBusy })
    was = isBusy
  }
  new MutationObserver(look).observe(document.body, {
    subtree: true,
    childList: true,
    attributes: true,
    attributeFilter: ['aria-busy']
  })
  const frame = () => {
    noted.frames.push(now())
    requestAnimationFrame(frame)
  }
  frame()
}
