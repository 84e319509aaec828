// Draws resources/icons/sanad.svg as PNG with the runtime itself. Run it after a change of the drawing.
import { readFileSync, writeFileSync } from 'node:fs'
import { withDisplay } from './display.mjs'
import { electronPath } from './electron-path.mjs'
import { sandboxArguments } from './sandbox.mjs'
import { inProject } from './setup/paths.mjs'
import { runScript } from './setup/say.mjs'

const size = 512

/** Runs in the runtime's main process: paints the drawing in a window nobody sees. */
async function paint({ BrowserWindow }, { address, side }) {
  const window = new BrowserWindow({
    width: side,
    height: side,
    useContentSize: true,
    frame: false,
    transparent: true,
    show: false
  })
  await window.loadURL(address)
  const image = await window.webContents.capturePage({ x: 0, y: 0, width: side, height: side })
  return image.resize({ width: side, height: side }).toPNG().toString('base64')
}

await runScript(async () => {
  const { _electron } = await import('@playwright/test')
  const electron = electronPath()
  const drawing = readFileSync(inProject('resources/icons/sanad.svg')).toString('base64')
  const page = `<body style="margin:0;background:transparent"><img width="${size}" height="${size}" src="data:image/svg+xml;base64,${drawing}">`
  const address = `data:text/html;base64,${Buffer.from(page).toString('base64')}`
  const args = [...(await sandboxArguments(electron)), inProject('tests/support/bare-app')]
  await withDisplay(async (env) => {
    const app = await _electron.launch({ executablePath: electron, args, env })
    const picture = await app.evaluate(paint, { address, side: size })
    await app.close()
    writeFileSync(inProject('resources/icons/sanad.png'), Buffer.from(picture, 'base64'))
  })
})
