/**
 * Threat 1 in the whole: a session of work with all of the sample archive, beside a canary that the system names as its proxy and in
 * Chromium's own log of its network. In a bare Electron the same canary and the same log show that they would have told.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { _electron, expect, test } from '@playwright/test'
import { mainWindow } from '#scripts/main-window'
import { besideCanary } from '#tests/support/beside-canary'
import { startCanary } from '#tests/support/canary'
import { importFolder, receiptOf, results } from '#tests/support/journey'
import { electronExecutable, launchSanad, sandboxSwitches, systemProxy } from '#tests/support/launch-sanad'
import { readNetLog } from '#tests/support/net-log'
import { ask } from '#tests/support/room'
import { words } from '#tests/support/words'

const sample = resolve(import.meta.dirname, '../../resources/sample')
let folder: string

test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sanad-silence-'))
})
test.afterEach(() => rmSync(folder, { recursive: true, force: true }))

const logged = (file: string): string[] => [`--log-net-log=${file}`, '--net-log-capture-mode=Everything']

test('threat 01: the canary and the log tell of a bare Electron', async () => {
  const canary = await startCanary()
  const netLog = join(folder, 'net.json')
  mkdirSync(join(folder, 'bare'))
  writeFileSync(join(folder, 'bare/package.json'), '{"name":"bare","main":"main.cjs"}')
  writeFileSync(join(folder, 'bare/main.cjs'), "require('electron').app.on('window-all-closed', () => {})")
  await besideCanary(async () => {
    const app = await _electron.launch({
      executablePath: electronExecutable,
      args: [...sandboxSwitches, ...logged(netLog), `--user-data-dir=${join(folder, 'data')}`, join(folder, 'bare')],
      env: { ...(process.env as Record<string, string>), ...systemProxy(`http://127.0.0.1:${canary.ports.tcp}`) }
    })
    await app.evaluate(async ({ BrowserWindow }) => {
      const window = new BrowserWindow({ show: false })
      for (const address of ['http://canary.example/page', 'https://canary.example/page'])
        await window.loadURL(address).catch(() => undefined)
      window.destroy()
    })
    await app.close()
  })
  await canary.close()
  // It heeds the system's proxy, and asks it for the script that says where to go.
  expect(canary.heard()).toContain('http: GET /proxy.pac HTTP/1.1')
  expect(readNetLog(netLog).outward.length).toBeGreaterThan(0)
})

test('threat 01: a session with the whole sample archive opens no socket and looks up no name', async () => {
  test.setTimeout(240_000)
  const canary = await startCanary()
  const netLog = join(folder, 'net.json')
  const app = await launchSanad({
    userData: join(folder, 'data'),
    documents: folder,
    switches: logged(netLog),
    env: { ...systemProxy(`http://127.0.0.1:${canary.ports.tcp}`), SANAD_ARCHIVE: join(folder, 'Test.sanad') }
  })
  const window = await mainWindow(app)
  const sanad = { app, window, quit: () => app.close() }
  await window.getByRole('main').waitFor()
  await importFolder(sanad, sample)
  await (await receiptOf(window, 'sample')).getByRole('button', { name: words.common.done }).click()
  await results(window).getByRole('option').first().click()

  const found = await ask(sanad, 'search.run', { query: '', limit: 1000 })
  expect(found.total).toBeGreaterThan(20)
  const pages: string[] = []
  for (const { id } of found.hits) {
    await ask(sanad, 'document.content', { id })
    const view = await ask(sanad, 'document.originalView', { id })
    if (view !== null) pages.push(view.url)
  }
  expect(pages.length).toBeGreaterThan(2)
  // Each saved page in a frame as the reader has it, one after another.
  await window.evaluate(async (addresses) => {
    for (const address of addresses) {
      const frame = Object.assign(document.createElement('iframe'), { src: address })
      frame.setAttribute('sandbox', '')
      const loaded = new Promise((resolve) => frame.addEventListener('load', resolve))
      document.body.append(frame)
      await loaded
      frame.remove()
    }
  }, pages)
  const refusals = await ask(sanad, 'network.refusals', {})
  expect([refusals.total, refusals.groups]).toEqual([0, []])
  await app.close()
  await canary.close()

  expect(canary.heard()).toEqual([])
  const log = readNetLog(netLog)
  expect(log.entries).toBeGreaterThan(20)
  expect(log.outward).toEqual([])
})
