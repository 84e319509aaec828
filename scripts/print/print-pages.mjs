// Prints HTML pages to PDF with the runtime itself, as people do who save a page with "Print to PDF".
import { readFileSync } from 'node:fs'
import { withDisplay } from '../display.mjs'
import { electronPath } from '../electron-path.mjs'
import { sandboxArguments } from '../sandbox.mjs'
import { inProject } from '../setup/paths.mjs'

/** Fonts of packages, so that every machine prints the same: name and files. */
const fonts = {
  Vazirmatn: ['vazirmatn/files/vazirmatn-arabic-wght-normal.woff2', 'vazirmatn/files/vazirmatn-latin-wght-normal.woff2'],
  'Noto Naskh Arabic': [
    'noto-naskh-arabic/files/noto-naskh-arabic-arabic-wght-normal.woff2',
    'noto-naskh-arabic/files/noto-naskh-arabic-latin-wght-normal.woff2'
  ],
  'Source Serif': ['source-serif-4/files/source-serif-4-latin-wght-normal.woff2']
}

/** A style sheet that brings a font of `fonts` with it; what it lacks comes from DejaVu, which the set-up installs. */
export function fontStyle(name) {
  const faces = fonts[name].map((file, index) => {
    const bytes = readFileSync(inProject('node_modules/@fontsource-variable', file)).toString('base64')
    return `@font-face{font-family:"${name} ${index}";src:url(data:font/woff2;base64,${bytes})}`
  })
  const families = fonts[name].map((_, index) => `"${name} ${index}"`)
  return `${faces.join('')}body{font-family:${families.join(',')},"DejaVu Sans"}`
}

/** Runs in the runtime's main process. */
async function print({ BrowserWindow }, { address, options }) {
  const window = new BrowserWindow({ width: 800, height: 1000, show: false })
  await window.loadURL(address)
  await window.webContents.executeJavaScript('document.fonts.ready.then(() => undefined)')
  const pdf = await window.webContents.printToPDF(options)
  window.destroy()
  return pdf.toString('base64')
}

/** Prints each page (HTML that loads nothing) and resolves to the bytes of its PDF, in their order. `options` are Electron's. */
export async function printPages(pages, options = {}) {
  const { _electron } = await import('@playwright/test')
  const electron = electronPath()
  const args = [...(await sandboxArguments(electron)), inProject('tests/support/bare-app')]
  return await withDisplay(async (env) => {
    const app = await _electron.launch({ executablePath: electron, args, env })
    const printed = []
    for (const html of pages) {
      const address = `data:text/html;base64,${Buffer.from(html).toString('base64')}`
      printed.push(Buffer.from(await app.evaluate(print, { address, options }), 'base64'))
    }
    await app.close()
    return printed
  })
}
