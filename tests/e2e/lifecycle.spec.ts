/** Starting, starting twice, crashing and ending. */
import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { type ElectronApplication, expect, type Page, test } from '@playwright/test'
import { mainWindow } from '#scripts/main-window'
import { electronExecutable, launchSanad, sandboxSwitches } from '#tests/support/launch-sanad'

const project = resolve(import.meta.dirname, '..', '..')

let folder: string
let app: ElectronApplication | undefined

test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sanad-lifecycle-'))
  mkdirSync(join(folder, 'letters'))
  writeFileSync(join(folder, 'letters', 'one.txt'), 'A letter about the archive.')
})

test.afterEach(async () => {
  await app?.close()
  app = undefined
  rmSync(folder, { recursive: true, force: true })
})

const folders = () => ({ userData: join(folder, 'data'), documents: join(folder, 'documents') })

async function launch(given: readonly string[] = []): Promise<Page> {
  app = await launchSanad({ ...folders(), given })
  return mainWindow(app)
}

test('a folder given on the command line is shown before it is imported', async () => {
  const page = await launch([join(folder, 'letters')])
  await expect(page.getByRole('dialog')).toContainText('letters')
})

test('a second start comes forward as the first one, with what it was given, and ends at once', async () => {
  const page = await launch()
  await page.evaluate(() => document.readyState)
  const { userData, documents } = folders()
  const env = { ...process.env, SANAD_USER_DATA: userData, SANAD_DOCUMENTS: documents }
  const second = spawn(electronExecutable, [...sandboxSwitches, project, join(folder, 'letters')], { env, stdio: 'ignore' })
  const code = await new Promise((done) => second.once('exit', done))
  expect(code).toBe(0)
  await expect(page.getByRole('dialog')).toContainText('letters')
})

test('a page that crashes is loaded again, and the archive stays open', async () => {
  const page = await launch()
  await page.waitForLoadState()
  const loaded = app?.evaluate(
    ({ BrowserWindow }) =>
      new Promise<string | undefined>((resolve) => {
        const contents = BrowserWindow.getAllWindows()[0]?.webContents
        contents?.once('did-finish-load', () => resolve(contents.getURL()))
        contents?.forcefullyCrashRenderer()
      })
  )
  expect(await loaded).toBe('sanad://app/')
})

test('a signal to end lets the program close its archive', async () => {
  const page = await launch()
  await page.waitForLoadState()
  const running = app?.process()
  app = undefined
  const ended = new Promise((done) => running?.once('exit', (code, signal) => done({ code, signal })))
  running?.kill('SIGTERM')
  expect(await ended).toEqual({ code: 0, signal: null })
  expect(readFileSync(join(folder, 'data', 'window.json'), 'utf8')).toContain('bounds')
  const log = readFileSync(join(folder, 'data', 'logs', 'sanad.log'), 'utf8')
  expect(log).toContain('ended in order')
  expect(log).not.toMatch(/ error |took too long/)
})
