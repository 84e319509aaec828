/** An Electron that guards nothing, in which payloads show that they work; and one in which only the frame and its policy hold them. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { _electron, type ElectronApplication, type Page } from '@playwright/test'
import { electronExecutable, sandboxSwitches } from '#tests/support/launch-sanad'

/** Names lead to this machine, so that even here nothing leaves it. Spelling dictionaries, which an Electron fetches by itself, are not asked for. */
const MAIN = `const { app, protocol, session } = require('electron')
app.commandLine.appendSwitch('host-resolver-rules', 'MAP * 127.0.0.1')
app.commandLine.appendSwitch('disable-features', 'SpareRendererForSitePerProcess')
protocol.registerSchemesAsPrivileged(['sanad', 'sanad-page'].map((scheme) => ({ scheme, privileges: { standard: true, secure: true } })))
app.whenReady().then(() => {
  session.defaultSession.setSpellCheckerEnabled(false)
  session.defaultSession.setSpellCheckerLanguages([])
})
app.on('window-all-closed', () => {})`

/** Starts it; what its network does is written to `netLog`. */
export function launchBare(folder: string, netLog: string): Promise<ElectronApplication> {
  const bare = join(folder, 'bare')
  mkdirSync(bare, { recursive: true })
  writeFileSync(join(bare, 'package.json'), '{"name":"bare","main":"main.cjs"}')
  writeFileSync(join(bare, 'main.cjs'), MAIN)
  const netSwitches = [`--log-net-log=${netLog}`, '--net-log-capture-mode=Everything']
  return _electron.launch({
    executablePath: electronExecutable,
    args: [...sandboxSwitches, ...netSwitches, `--user-data-dir=${join(folder, 'bare data')}`, bare]
  })
}

export type Served = Readonly<{ type: string; headers: Readonly<Record<string, string>>; bodyBase64: string }>

export type Serving = Readonly<{
  /** The session that serves; the default one when left out. */
  partition?: string
  schemes: readonly string[]
  files: Readonly<Record<string, Served>>
}>

/** Answers addresses of these schemes with these files, whatever answered them before. */
export async function serveFiles(app: ElectronApplication, serving: Serving): Promise<void> {
  await app.evaluate(({ session }, { partition, schemes, files }) => {
    const { protocol } = partition === undefined ? session.defaultSession : session.fromPartition(partition)
    const served = new Set<string>()
    Reflect.set(globalThis, 'served', served)
    for (const scheme of schemes) {
      if (protocol.isProtocolHandled(scheme)) protocol.unhandle(scheme)
      protocol.handle(scheme, (request) => {
        const file = files[request.url]
        if (!file) return new Response('', { status: 404 })
        served.add(request.url)
        return new Response(Buffer.from(file.bodyBase64, 'base64'), { headers: { ...file.headers, 'content-type': file.type } })
      })
    }
  }, serving)
}

/** How many of those files were asked for. */
export async function servedCount(app: ElectronApplication): Promise<number> {
  return app.evaluate(() => {
    const served: unknown = Reflect.get(globalThis, 'served')
    return served instanceof Set ? served.size : 0
  })
}

/**
 * Opens a window on an address. Where a payload wants to lead the window itself, or another one, is noted and not done, so that the
 * other payloads in it go on.
 */
export async function openWindow(app: ElectronApplication, address: string): Promise<Page> {
  const opened = app.waitForEvent('window')
  await app.evaluate(async ({ BrowserWindow }, url) => {
    const window = new BrowserWindow({ width: 1400, height: 900, useContentSize: true, webPreferences: { sandbox: true } })
    const led: string[] = []
    Reflect.set(globalThis, 'led', led)
    window.webContents.setWindowOpenHandler((details) => {
      led.push(details.url)
      return { action: 'deny' }
    })
    window.webContents.session.on('will-download', (event) => event.preventDefault())
    await window.loadURL(url)
    window.webContents.on('will-navigate', (event) => {
      led.push(event.url)
      event.preventDefault()
    })
  }, address)
  return opened
}

/** Addresses to which payloads would have led a window. */
export async function ledTo(app: ElectronApplication): Promise<string[]> {
  return app.evaluate(() => {
    const led: unknown = Reflect.get(globalThis, 'led')
    return Array.isArray(led) ? led.map(String) : []
  })
}
