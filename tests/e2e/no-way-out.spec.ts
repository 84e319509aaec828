/**
 * A page that runs script freely and tries every way out, inside the real program: its sanitiser, its frame and its policies are left
 * out on purpose, so that the guards below them are shown to hold alone. The same page in a bare Electron shows that the ways lead somewhere.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { _electron, type ElectronApplication, expect, test } from '@playwright/test'
import { mainWindow } from '#scripts/main-window'
import { besideCanary } from '#tests/support/beside-canary'
import { electronExecutable, launchSanad, sandboxSwitches } from '#tests/support/launch-sanad'
import { PROBED_HOST, type Probes, startProbes } from '#tests/support/network-probes'

/** How long a hostile page is given, in milliseconds; its last attempt comes after three seconds. */
const GIVEN_MS = 5_000

let folder: string
let probes: Probes

test.beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sanad-way-out-'))
  probes = await startProbes()
})

test.afterEach(() => {
  probes.close()
  rmSync(folder, { recursive: true, force: true })
})

/** Opens the hostile page in a window of this session of a running program; true when its script ran. */
async function openHostilePage(app: ElectronApplication, partition: string): Promise<boolean> {
  const address = `data:text/html;base64,${Buffer.from(probes.page).toString('base64')}`
  return app.evaluate(
    async ({ BrowserWindow }, given) => {
      const preferences = given.partition === '' ? {} : { partition: given.partition }
      const window = new BrowserWindow({ show: false, webPreferences: { ...preferences, sandbox: true } })
      await window.loadURL(given.address)
      const ran: unknown = await window.webContents.executeJavaScript('window.scriptRan')
      await new Promise((resolve) => setTimeout(resolve, given.milliseconds))
      if (!window.isDestroyed()) window.destroy()
      return ran === true
    },
    { address, partition, milliseconds: GIVEN_MS }
  )
}

/** An Electron that guards nothing. Names lead to this machine, so that even here nothing leaves it. */
async function launchBare(): Promise<ElectronApplication> {
  const bare = join(folder, 'bare')
  mkdirSync(bare)
  writeFileSync(join(bare, 'package.json'), '{"name":"bare","main":"main.cjs"}')
  writeFileSync(
    join(bare, 'main.cjs'),
    "const { app } = require('electron'); app.commandLine.appendSwitch('host-resolver-rules', 'MAP * 127.0.0.1'); app.on('window-all-closed', () => {})"
  )
  return _electron.launch({
    executablePath: electronExecutable,
    args: [...sandboxSwitches, `--user-data-dir=${join(folder, 'data')}`, bare]
  })
}

function launchLogged(netLog: string): Promise<ElectronApplication> {
  const switches = [`--log-net-log=${netLog}`, '--net-log-capture-mode=Everything']
  return launchSanad({ userData: join(folder, 'data'), documents: join(folder, 'documents'), switches })
}

test('threat 01: the ways out lead somewhere where nothing guards them', async () => {
  await besideCanary(async () => {
    const app = await launchBare()
    expect(await openHostilePage(app, '')).toBe(true)
    await app.close()
  })
  expect(probes.reached().length).toBeGreaterThanOrEqual(25)
  // WebRTC calls nobody where there is no network but loopback.
  const calls = process.env.SANAD_TEST_NETWORK === 'empty' ? [] : ['stun', 'turn']
  expect(probes.reached()).toEqual(
    expect.arrayContaining(['img', 'font', 'fetch', 'websocket', 'worker', 'link', 'form', ...calls])
  )
})

for (const partition of ['sanad', '']) {
  test(`threat 01: nothing gets out of Sanad's ${partition === '' ? 'unused default' : 'own'} session, not even a name`, async () => {
    const netLog = join(folder, 'net.json')
    const app = await launchLogged(netLog)
    await mainWindow(app)
    expect(await openHostilePage(app, partition)).toBe(true)
    await app.close()
    expect(probes.reached()).toEqual([])
    expect(readFileSync(netLog, 'utf8')).not.toContain(PROBED_HOST)
  })
}
