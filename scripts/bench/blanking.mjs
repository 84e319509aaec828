// How long the window takes to be blank after Ctrl+L: from the key press to the first moment at which no pixel of the page is left on the
// screen, while nothing, an import, OCR, a search or a stuck page keeps the program busy. Linux with Xvfb, whose screen lies in a file.
// `node scripts/bench/blanking.mjs [rounds]`, after `npm run build`.
import { spawn } from 'node:child_process'
import { closeSync, mkdirSync, mkdtempSync, openSync, readSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { electronPath } from '../electron-path.mjs'
import { mainWindow } from '../main-window.mjs'
import { sandboxArguments } from '../sandbox.mjs'
import { projectDir } from '../setup/paths.mjs'
import { generateCorpus } from './corpus.mjs'

const rounds = Number(process.argv[2] ?? 5)
const size = { x: 0, y: 0, width: 1280, height: 800 }
const folder = mkdtempSync(join(tmpdir(), 'sanad-blanking-'))

/** A screen of its own, whose pixels can be read without asking anybody. */
async function startScreen() {
  const display = `:${200 + (process.pid % 400)}`
  const server = spawn('Xvfb', [display, '-screen', '0', '1280x800x24', '-fbdir', folder, '-nolisten', 'tcp'], {
    stdio: 'ignore'
  })
  await new Promise((resolve) => setTimeout(resolve, 1500))
  const file = openSync(join(folder, 'Xvfb_screen0'), 'r')
  const head = Buffer.alloc(100)
  readSync(file, head, 0, 100, 0)
  const pixels = head.readUInt32BE(0) + head.readUInt32BE(76) * 12
  const stride = head.readUInt32BE(48)
  const line = Buffer.alloc(size.width * 4)
  /** Whether all that is looked at has one colour: the page's start edge, where there is never a word of the cover. */
  const isBlank = () => {
    let colour
    for (let y = 20; y < 760; y += 6) {
      readSync(file, line, 0, 200 * 4, pixels + y * stride)
      for (let x = 4; x < 200; x += 1) {
        const now = line.readUInt32LE(x * 4) & 0xffffff
        colour ??= now
        if (now !== colour) return false
      }
    }
    return true
  }
  const stop = () => {
    closeSync(file)
    server.kill()
  }
  return { display, isBlank, stop }
}

const screen = await startScreen()
const { _electron } = await import('@playwright/test')
const electron = electronPath()
const app = await _electron.launch({
  executablePath: electron,
  args: [...(await sandboxArguments(electron)), projectDir],
  env: {
    ...process.env,
    DISPLAY: screen.display,
    SANAD_USER_DATA: join(folder, 'settings'),
    SANAD_DOCUMENTS: folder,
    SANAD_ARCHIVE: join(folder, 'Test.sanad')
  }
})
const page = await mainWindow(app)
const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms))
const send = async (name, input = {}) => {
  const reply = await page.evaluate(([command, argument]) => globalThis.sanad.invoke(command, argument), [name, input])
  if (!reply.ok) throw new Error(`${name}: ${reply.error.code}`)
  return reply.value
}
await app.evaluate(({ BrowserWindow }, bounds) => BrowserWindow.getAllWindows()[0].setBounds(bounds), size)

async function measure() {
  if (screen.isBlank()) throw new Error('the window is blank before the key press')
  const pressed = app.evaluate(({ BrowserWindow }) => {
    const at = Date.now()
    BrowserWindow.getAllWindows()[0].webContents.sendInputEvent({ type: 'keyDown', keyCode: 'L', modifiers: ['control'] })
    return at
  })
  const limit = Date.now() + 20_000
  while (!screen.isBlank()) {
    if (Date.now() > limit) throw new Error('the window was not blank within 20 seconds')
    await wait(1)
  }
  const blank = Date.now()
  return blank - (await pressed)
}

async function untilSeen() {
  const limit = Date.now() + 20_000
  while (screen.isBlank()) {
    if (Date.now() > limit) throw new Error('the window did not come back within 20 seconds')
    await wait(20)
  }
}

async function series(name, before = async () => undefined) {
  const times = []
  for (let round = 0; round < rounds; round += 1) {
    await before()
    times.push(await measure())
    await page.getByText('Hidden', { exact: true }).waitFor()
    await send('window.uncover')
    await untilSeen()
    await wait(500)
  }
  times.sort((a, b) => a - b)
  process.stdout.write(
    `${name.padEnd(28)} median ${times[Math.floor(times.length / 2)]} ms, most ${times.at(-1)} ms (${times.join(' ')})\n`
  )
}

try {
  const { choiceId } = await send('import.chooseSample')
  await send('import.start', { choiceId })
  await page.getByRole('button', { name: 'Done' }).click({ timeout: 120_000 })
  await wait(500)
  await series('nothing else')
  await series(
    'the page is stuck',
    async () =>
      void page.evaluate(() =>
        setTimeout(() => {
          const end = Date.now() + 1_500
          while (Date.now() < end);
        }, 0)
      )
  )
  await send('ocr.resume').catch(() => undefined)
  await wait(6_000)
  process.stdout.write(`OCR: ${JSON.stringify((await send('ocr.state')).counts ?? (await send('ocr.state')))}\n`)
  await series('OCR')
  const source = join(folder, 'source')
  mkdirSync(source)
  generateCorpus(source, 4_000)
  await app.evaluate(({ dialog }, path) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [path] })
  }, source)
  const chosen = await send('import.choose', { kind: 'folder' })
  await send('import.start', { choiceId: chosen.choiceId })
  await wait(2_000)
  await series('an import')
  await series('an import and a search', async () => void send('search.run', { query: '*e* *a* *o*' }).catch(() => undefined))
  process.stdout.write(`the import is ${(await send('import.current'))?.state ?? 'over'}\n`)
} finally {
  await app.close()
  screen.stop()
  rmSync(folder, { recursive: true, force: true })
}
