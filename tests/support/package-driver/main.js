// Drives a package from the inside, since nothing can from the outside: its fuses and its start guard leave no port to do it through.
// A test puts this in the place of app.asar and the package's own app.asar beside it, unchanged, as sanad.asar. It runs that, and then
// does what a person would do first: imports the sample, searches, opens what was found. Needs SANAD_DRIVER_REPORT, a path without ending:
// the answers go to `….json`, a picture of the window to `….png`.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { app } from 'electron'

const report = process.env.SANAD_DRIVER_REPORT
const folder = join(process.resourcesPath, 'sanad.asar')
const { productName, version, main } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))

let step = 'starting'
/** Far more than it takes; a driver that waits for what never comes says what that was. */
const limitMs = 90_000

const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms))

/** Asks until the answer is something. */
async function until(ask) {
  for (;;) {
    const answer = await ask().catch(() => undefined)
    if (answer) return answer
    await wait(200)
  }
}

/** Resolves to a function that runs code in the page, once that is drawn and its archive is open. */
async function openPage() {
  const contents = await new Promise((resolve) =>
    app.on('browser-window-created', (_event, window) => resolve(window.webContents))
  )
  const run = (code) => contents.executeJavaScript(code)
  await until(() => run(`document.querySelector('[role=combobox]') !== null`))
  const invoke = async (name, input) => {
    const reply = await run(`sanad.invoke(${JSON.stringify(name)}, ${JSON.stringify(input)})`)
    if (!reply.ok) throw new Error(`${name}: ${reply.error.message}`)
    return reply.value
  }
  await until(async () => (await invoke('archive.state', {})).open)
  return { contents, run, invoke }
}

async function drive() {
  step = 'opening the window'
  const { contents, run, invoke } = await openPage()
  step = 'importing the sample'
  const preferences = contents.getLastWebPreferences()
  const seen = await run(`Object.keys(sanad).concat(typeof require, typeof process, typeof module, typeof electron)`)
  const about = await invoke('app.about', {})
  const chosen = await invoke('import.chooseSample', {})
  const { importId: id } = await invoke('import.start', { choiceId: chosen.choiceId })
  await until(async () => (await invoke('import.list', {})).some((entry) => entry.id === id && entry.endedAt !== null))
  const receipt = await invoke('import.receipt', { id })
  step = 'searching'
  const found = await invoke('search.run', { query: 'orchard' })
  step = 'closing the receipt'
  const done = `[...document.querySelectorAll('[role=dialog] button')].find((button) => button.innerText === 'Done')`
  await until(() => run(`${done} !== undefined`))
  await run(`${done}.click()`)
  step = 'typing into the search box'
  // As a person sees it: results on the screen. React listens for the setter of the element's own class.
  await run(`(() => {
    const box = document.querySelector('[role=combobox]')
    box.focus()
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set.call(box, 'orchard')
    box.dispatchEvent(new Event('input', { bubbles: true }))
    box.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }))
  })()`)
  await wait(3000)
  writeFileSync(`${report}.png`, (await contents.capturePage()).toPNG())
  const shown = await run(`document.body.innerText`)
  return { shown, preferences, seen, about, receipt, found, processes: app.getAppMetrics().map(({ type, name }) => name ?? type) }
}

app.setName(productName)
app.setVersion(version)
app.setAppPath(folder)
const tooLong = wait(limitMs).then(() => Promise.reject(new Error(`nothing more came while ${step}`)))
void Promise.race([drive(), tooLong])
  .catch((error) => ({ error: String(error) }))
  .then((answers) => {
    writeFileSync(`${report}.json`, JSON.stringify(answers))
    if (answers.error) app.exit(1)
    else app.quit()
  })
await import(pathToFileURL(join(folder, main)).href)
