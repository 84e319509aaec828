// Prints HTML pages to PDF with the runtime itself, as people do who save a page with "Print to PDF".
import { readFileSync } from 'node:fs'
import { withDisplay } from '../display.mjs'
import { electronPath } from '../electron-path.mjs'
import { sandboxArguments } from '../sandbox.mjs'
import { inProject } from '../setup/paths.mjs'

/** Fonts of packages, so that every machine prints the same: name and file. */
const fonts = {
  Vazirmatn: 'vazirmatn/files/vazirmatn-arabic-wght-normal.woff2',
  'Noto Naskh Arabic': 'noto-naskh-arabic/files/noto-naskh-arabic-arabic-wght-normal.woff2',
  'Source Serif': 'source-serif-4/files/source-serif-4-latin-wght-normal.woff2'
}

/** A style sheet that brings a font of `fonts` with it; what it lacks comes from DejaVu, which the set-up installs. */
export function fontStyle(name) {
  const bytes = readFileSync(inProject('node_modules/@fontsource-variable', fonts[name])).toString('base64')
  return `@font-face{font-family:"${name}";src:url(data:font/woff2;base64,${bytes})}body{font-family:"${name}","DejaVu Sans"}`
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
