/** Archives as folders on disk: made, opened, switched, moved, missing, and refused while another Sanad has them. */
import { existsSync, mkdtempSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { type ElectronApplication, expect, test } from '@playwright/test'
import { mainWindow } from '#scripts/main-window'
import type { CommandName, CommandOutput } from '#shared/contract'
import { launchSanad } from '#tests/support/launch-sanad'

let folder: string
let running: ElectronApplication[]

test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sanad-archives-'))
  running = []
})

test.afterEach(async () => {
  for (const app of running) await app.close()
  rmSync(folder, { recursive: true, force: true })
})

/** Starts Sanad with a data folder of this name; archives go to the one documents folder. */
async function start(data = 'data'): Promise<ElectronApplication> {
  const app = await launchSanad({ userData: join(folder, data), documents: join(folder, 'documents') })
  running.push(app)
  return app
}

async function stop(app: ElectronApplication): Promise<void> {
  running = running.filter((other) => other !== app)
  await app.close()
}

type Answer<C extends CommandName> = { ok: boolean; value: CommandOutput<C>; error?: { code: string } }

/** Sends a command as the window's page does. */
async function send<C extends CommandName>(app: ElectronApplication, name: C, input: object = {}): Promise<Answer<C>> {
  const page = await mainWindow(app)
  const reply: unknown = await page.evaluate(
    ([command, argument]) =>
      (window as unknown as { sanad: { invoke: (n: unknown, i: unknown) => unknown } }).sanad.invoke(command, argument),
    [name, input]
  )
  return reply as Answer<C>
}

/** Lets the native dialogs answer with this path. */
function answerDialogs(app: ElectronApplication, path: string): Promise<void> {
  return app.evaluate(({ dialog }, chosen) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath: chosen })
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [chosen] })
  }, path)
}

const documents = (name: string): string => join(folder, 'documents', name)

test('the first start makes an archive in the documents folder, and the next one opens it again', async () => {
  const first = await start()
  const state = await send(first, 'archive.state')
  expect(state.value.open).toEqual({
    name: 'My archive',
    directory: documents('My archive.sanad'),
    encrypted: false,
    isReadOnly: false,
    unfinishedChange: null
  })
  expect(existsSync(documents('My archive.sanad/archive.db'))).toBe(true)
  await send(first, 'tags.create', { name: 'kept' })
  expect(await first.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getTitle())).toBe('My archive – Sanad')
  await stop(first)

  const second = await start()
  expect((await send(second, 'library.sidebar')).value.tags.map(({ name }) => name)).toEqual(['kept'])
})

test('a new archive takes the place of the open one, and recent archives lead back', async () => {
  const app = await start()
  await send(app, 'tags.create', { name: 'of the first' })
  await answerDialogs(app, documents('Second'))
  const created = await send(app, 'archive.create')
  expect(created.value?.open).toEqual({
    name: 'Second',
    directory: documents('Second.sanad'),
    encrypted: false,
    isReadOnly: false,
    unfinishedChange: null
  })
  expect((await send(app, 'library.sidebar')).value.tags).toEqual([])
  expect(created.value?.recents.map(({ name, missing }) => [name, missing])).toEqual([
    ['Second', false],
    ['My archive', false]
  ])
  // Making it once more where it is already must not touch it.
  expect(await send(app, 'archive.create')).toMatchObject({ ok: false })
  expect((await send(app, 'archive.state')).value.open?.name).toBe('Second')

  await send(app, 'archive.openRecent', { index: 1 })
  expect((await send(app, 'library.sidebar')).value.tags.map(({ name }) => name)).toEqual(['of the first'])

  expect((await send(app, 'archive.close')).value.open).toBeNull()
  expect(await send(app, 'library.sidebar')).toMatchObject({ ok: false, error: { code: 'no-archive-open' } })
})

test('an archive can be moved and opened where it is now; where it was it is called missing', async () => {
  const before = await start()
  await send(before, 'tags.create', { name: 'moved along' })
  await stop(before)
  const elsewhere = join(folder, 'another disk.sanad')
  renameSync(documents('My archive.sanad'), elsewhere)

  const after = await start()
  const missing = (await send(after, 'archive.state')).value
  expect(missing).toMatchObject({ open: null, problem: { code: 'archive-not-found' }, recents: [{ missing: true }] })
  expect(existsSync(documents('My archive.sanad'))).toBe(false)

  await answerDialogs(after, elsewhere)
  expect((await send(after, 'archive.open')).value?.open?.directory).toBe(elsewhere)
  expect((await send(after, 'library.sidebar')).value.tags.map(({ name }) => name)).toEqual(['moved along'])
  const left = await send(after, 'archive.forgetRecent', { index: 1 })
  expect(left.value.recents.map(({ directory }) => basename(directory))).toEqual(['another disk.sanad'])
})

test('a folder that is no archive is refused and left as it is', async () => {
  const app = await start()
  await answerDialogs(app, folder)
  expect(await send(app, 'archive.open')).toMatchObject({ ok: false, error: { code: 'archive-not-an-archive' } })
  expect((await send(app, 'archive.state')).value.open?.name).toBe('My archive')
  expect(existsSync(join(folder, 'archive.db'))).toBe(false)
})

test('a second Sanad is refused the archive while the first has it, and gets it after a crash', async () => {
  const first = await start('data of one person')
  await send(first, 'archive.state')
  const second = await start('data of another person')
  expect((await send(second, 'archive.state')).value).toMatchObject({ open: null, problem: { code: 'archive-in-use' } })

  running = running.filter((app) => app !== first)
  const gone = new Promise((resolve) => first.process().once('exit', resolve))
  first.process().kill('SIGKILL')
  await gone
  await answerDialogs(second, documents('My archive.sanad'))
  expect((await send(second, 'archive.open')).value?.open?.name).toBe('My archive')
})

test('the window comes back as it was left', async () => {
  const first = await start()
  const bounds = { x: 60, y: 50, width: 1000, height: 700 }
  await mainWindow(first)
  await first.evaluate(({ BrowserWindow }, given) => BrowserWindow.getAllWindows()[0]?.setBounds(given), bounds)
  await send(first, 'settings.set', { theme: 'dark' })
  await stop(first)
  const second = await start()
  await mainWindow(second)
  const after = await second.evaluate(({ BrowserWindow, nativeTheme }) => ({
    bounds: BrowserWindow.getAllWindows()[0]?.getBounds(),
    dark: nativeTheme.shouldUseDarkColors
  }))
  expect(after.dark).toBe(true)
  expect(after.bounds).toMatchObject({ width: 1000, height: 700 })
})
