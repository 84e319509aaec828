// Draws the texts of tests/fixtures/ocr as pictures of typed pages with the runtime itself. Run it after a change of a text.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { withDisplay } from './display.mjs'
import { electronPath } from './electron-path.mjs'
import { png } from './sample/png.mjs'
import { sandboxArguments } from './sandbox.mjs'
import { inProject } from './setup/paths.mjs'
import { runScript } from './setup/say.mjs'

/** Pixels across: a narrow sheet at about 200 dots an inch. */
const width = 1000

/** Sixteen grays are enough for letters, and make a small file. */
const grays = Array.from({ length: 16 }, (_, step) => [step * 17, step * 17, step * 17])

const folder = inProject('tests/fixtures/ocr')
const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

function pageOf(text) {
  const [title, ...paragraphs] = text.trim().split('\n\n').map(escaped)
  const direction = /[\u0600-\u06ff]/.test(text) ? 'rtl' : 'ltr'
  const body = paragraphs.map((paragraph) => `<p>${paragraph}</p>`).join('')
  const style =
    'body{margin:60px;background:#fff;color:#111;font:30px/1.6 "Noto Naskh Arabic","DejaVu Serif",serif}h1{font-size:40px}'
  return `<!doctype html><meta charset="utf-8"><html dir="${direction}"><style>${style}</style><h1>${title}</h1>${body}`
}

/** Runs in the runtime's main process: paints the page in a window nobody sees; bytes are blue, green, red, alpha. */
async function paint({ BrowserWindow }, { address, across }) {
  const window = new BrowserWindow({ width: across, height: 800, useContentSize: true, frame: false, show: false })
  await window.loadURL(address)
  const height = await window.webContents.executeJavaScript('document.documentElement.offsetHeight + 60')
  window.setContentSize(across, height)
  await new Promise((done) => setTimeout(done, 500))
  const image = await window.webContents.capturePage({ x: 0, y: 0, width: across, height })
  window.destroy()
  return { height, pixels: image.toBitmap().toString('base64') }
}

await runScript(async () => {
  const { _electron } = await import('@playwright/test')
  const electron = electronPath()
  const args = [...(await sandboxArguments(electron)), '--force-device-scale-factor=1', inProject('tests/support/bare-app')]
  await withDisplay(async (env) => {
    const app = await _electron.launch({ executablePath: electron, args, env })
    for (const name of readdirSync(folder)) {
      const html = pageOf(readFileSync(join(folder, name, 'text.txt'), 'utf8'))
      const address = `data:text/html;base64,${Buffer.from(html).toString('base64')}`
      const { height, pixels } = await app.evaluate(paint, { address, across: width })
      const bytes = Buffer.from(pixels, 'base64')
      const picture = png(width, height, grays, (x, y) => bytes[(y * width + x) * 4 + 1] >> 4)
      writeFileSync(join(folder, name, 'page.png'), picture)
    }
    await app.close()
  })
})
