/** Hiding the window, locking and unlocking, in the real program. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator } from '@playwright/test'
import { importFolder, navigation, reader, receiptOf, results, search, searchBox } from '#tests/support/journey'
import { expect, type Room, type Sanad, test } from '#tests/support/room'
import { words } from '#tests/support/words'

const TITLE = 'Letter about the canary orchard'
const CANARY = 'kvastanumilo'

/** What a page still asks while another takes its place is refused. */
const LAST_WORDS = [/a command came from a frame that may not send any/]

/** An archive with one letter, which is open in the reader. */
async function reading(room: Room): Promise<Sanad> {
  const sanad = await room.start({ expected: LAST_WORDS })
  const letters = room.newFolder('letters')
  writeFileSync(join(letters, 'one.txt'), `${TITLE}\n\nThe word is ${CANARY}, and it stands in this letter only.\n`)
  await importFolder(sanad, letters)
  const receipt = await receiptOf(sanad.window, 'letters')
  await receipt.getByRole('button', { name: words.common.done }).click()
  await search(sanad.window, CANARY)
  await results(sanad.window).getByRole('option').first().click()
  await expect(reader(sanad.window)).toContainText(CANARY)
  return sanad
}

/** A key press as the keyboard makes it: the main process hears it before any page. Playwright's own reach the page only. */
function pressLock({ app }: Sanad): Promise<void> {
  return app.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents
    contents?.sendInputEvent({ type: 'keyDown', keyCode: 'L', modifiers: ['control'] })
    contents?.sendInputEvent({ type: 'keyUp', keyCode: 'L', modifiers: ['control'] })
  })
}

const titleOf = ({ app }: Sanad): Promise<string | undefined> =>
  app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getTitle())

/** What somebody sees who looks at the window: its pixels, and what a screen reader is told. */
const spokenOf = async ({ window }: Sanad): Promise<string> => window.locator('body').ariaSnapshot()

test('an archive without a passphrase is hidden at once, and honestly: anybody can show it again', async ({ room }) => {
  const sanad = await reading(room)
  const { window } = sanad
  expect(await titleOf(sanad)).toBe('Test – Sanad')
  await watchGround(sanad)
  await pressLock(sanad)
  const cover = window.getByText(words.lock.coverTitle, { exact: true })
  await expect(cover).toBeVisible()
  await expect(window.getByText(words.lock.coverDetail)).toBeVisible()
  await expect(navigation(window)).toBeHidden()
  const spoken = await spokenOf(sanad)
  for (const told of [TITLE, CANARY, 'Test', 'letters']) expect(spoken).not.toContain(told)
  expect(await titleOf(sanad)).toBe('Sanad')
  // The main process's ground is gone, so that the cover can be seen and clicked.
  await expect.poll(() => isBlank(sanad)).toBe(false)
  await window.keyboard.press('Enter')
  await expect(cover).toBeHidden()
  await expect(reader(window)).toContainText(CANARY)
  expect(await titleOf(sanad)).toBe('Test – Sanad')
})

test('hiding works from a dialog, from the menu and the status bar, and outlives a page that crashes', async ({ room }) => {
  const sanad = await reading(room)
  const { window, app } = sanad
  const cover = window.getByText(words.lock.coverTitle, { exact: true })
  await window.keyboard.press('Control+k')
  await window.getByRole('dialog').waitFor()
  await pressLock(sanad)
  await expect(cover).toBeVisible()
  await expect(window.getByRole('dialog')).toBeHidden()
  await cover.click()
  await expect(window.getByRole('dialog')).toBeVisible()
  await window.keyboard.press('Escape')
  await window.getByRole('button', { name: words.lock.hideNow }).click()
  await expect(cover).toBeVisible()
  await window.keyboard.press('Enter')
  await window.keyboard.press('Control+k')
  await window.getByRole('dialog').waitFor()
  // The page hears the keys too, also in a dialog.
  await window.keyboard.press('Control+l')
  await expect(cover).toBeVisible()
  // The menu names no archive while the window is covered.
  const labels = await app.evaluate(({ Menu }) => {
    const all: string[] = []
    const walk = (menu: Electron.Menu | null | undefined): void => {
      for (const item of menu?.items ?? []) {
        all.push(item.label)
        walk(item.submenu)
      }
    }
    walk(Menu.getApplicationMenu())
    return all
  })
  expect(labels.join(' ')).not.toContain('Test')
  await window.reload()
  await expect(cover).toBeVisible()
  await window.keyboard.press('Enter')
  await expect(cover).toBeHidden()
})

test('a page that is stuck is hidden all the same, by a ground that was drawn before', async ({ room }) => {
  const sanad = await reading(room)
  const { window, app } = sanad
  await expect.poll(() => groundPage(sanad)).toMatch(/^data:text\/html,/)
  await watchGround(sanad)
  await window.evaluate(() => {
    setTimeout(() => {
      const end = Date.now() + 3_000
      while (Date.now() < end);
    }, 0)
  })
  await pressLock(sanad)
  // Asked of the main process alone: the page answers nothing now.
  expect(await isBlank(sanad)).toBe(true)
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getTitle())).toBe('Sanad')
  await expect(window.getByText(words.lock.coverTitle, { exact: true })).toBeVisible()
  await expect.poll(() => isBlank(sanad)).toBe(false)
})

/** Address of the empty page that stands ready to hide the window's. */
function groundPage({ app }: Sanad): Promise<string> {
  return app.evaluate(
    ({ BrowserWindow, webContents }) =>
      webContents
        .getAllWebContents()
        .find((one) => one !== BrowserWindow.getAllWindows()[0]?.webContents)
        ?.getURL() ?? ''
  )
}

test('the machine going to sleep does nothing to an archive without a passphrase', async ({ room }) => {
  const sanad = await reading(room)
  await sanad.app.evaluate(({ powerMonitor }) => void powerMonitor.emit('suspend'))
  await expect(reader(sanad.window)).toContainText(CANARY)
})

const PASSPHRASE = 'mothers of the lower orchard'

/** Sends a command as the window's page does. */
const send = ({ window }: Sanad, name: string, input: object = {}): Promise<unknown> =>
  window.evaluate(
    ([command, argument]) =>
      (window as unknown as { sanad: { invoke: (n: unknown, i: unknown) => Promise<unknown> } }).sanad.invoke(command, argument),
    [name, input] as const
  )

const question = ({ window }: Sanad): Locator => window.getByRole('textbox', { name: words.lock.passphrase, exact: true })

async function answer(sanad: Sanad, passphrase: string): Promise<void> {
  await question(sanad).fill(passphrase)
  await sanad.window.getByRole('button', { name: words.lock.unlock, exact: true }).click()
}

/** Sets the passphrase by the dialog, as a person does. */
async function protect(sanad: Sanad): Promise<void> {
  const { window } = sanad
  await window.keyboard.press('Control+,')
  await window.getByRole('button', { name: words.lock.set }).click()
  const dialog = window.getByRole('dialog', { name: words.lock.setTitle })
  const confirm = dialog.getByRole('button', { name: words.lock.setConfirm })
  await dialog.getByRole('textbox', { name: words.lock.passphrase, exact: true }).fill(PASSPHRASE)
  await dialog.getByRole('textbox', { name: words.lock.again }).fill(`${PASSPHRASE}s`)
  await expect(dialog).toContainText(words.lock.differs)
  await dialog.getByRole('textbox', { name: words.lock.again }).fill(PASSPHRASE)
  await expect(confirm).toBeDisabled()
  await expect(dialog).toContainText(words.lock['strength-strong'])
  await dialog.getByText(words.lock.noRecovery).click()
  await confirm.click()
  await expect(window.getByText(words.lock.setDone)).toBeVisible()
  await expect(navigation(window)).toBeVisible()
}

/** Process ids of the page and of every frame in it. */
const pidsOf = ({ app }: Sanad): Promise<number[]> =>
  app.evaluate(
    ({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.webContents.mainFrame.framesInSubtree.map((frame) => frame.osProcessId) ?? []
  )

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

/** What the middle button of the mouse would paste. */
const selectedText = ({ app }: Sanad): Promise<string> =>
  app.evaluate(({ clipboard }) =>
    process.platform === 'linux'
      ? (clipboard.selection?.readText() ?? Reflect.apply(clipboard.readText, clipboard, ['selection']))
      : ''
  )

/** Every text the page holds, drawn or not. */
const everything = ({ window }: Sanad): Promise<string> => window.content()

test('a passphrase is set, locks, is asked for, changed and removed, and nothing of the archive stays in the locked window', async ({
  room
}) => {
  const sanad = await reading(room)
  const { window, app } = sanad
  await protect(sanad)
  await search(window, CANARY)
  await results(window).getByRole('option').first().click()
  await expect(reader(window)).toContainText(CANARY)
  const before = await pidsOf(sanad)
  await watchGround(sanad)
  await send(sanad, 'app.copyText', { text: CANARY })
  // Marking is enough for the middle button of the mouse, on Linux.
  await reader(window).getByText('The word is').click({ clickCount: 3 })
  if (process.platform === 'linux') await expect.poll(() => selectedText(sanad)).toContain(CANARY)

  await pressLock(sanad)
  await question(sanad).waitFor()
  await expect.poll(() => isBlank(sanad)).toBe(false)
  const held = await everything(sanad)
  for (const told of [TITLE, CANARY, 'letters']) expect(held).not.toContain(told)
  expect(await titleOf(sanad)).toBe('Sanad')
  // The processes that had the text are gone, and others are there.
  await expect.poll(() => before.filter(isAlive)).toEqual([])
  expect(await send(sanad, 'search.run', { query: CANARY })).toMatchObject({ ok: false, error: { code: 'archive-locked' } })
  await expect.poll(() => app.evaluate(({ clipboard }) => clipboard.readText())).toBe('')
  await expect.poll(() => selectedText(sanad)).toBe('')

  await answer(sanad, 'mothers of the upper orchard')
  await expect(window.getByText(words.error['wrong-passphrase'])).toBeVisible()
  expect(await everything(sanad)).not.toContain(TITLE)
  await answer(sanad, PASSPHRASE)
  await expect(searchBox(window)).toBeFocused()
  await search(window, CANARY)
  await expect(results(window).getByRole('option')).toContainText(TITLE)
  expect(await titleOf(sanad)).toBe('Test – Sanad')

  const wrong = { ok: false, error: { code: 'wrong-passphrase' } }
  expect(await send(sanad, 'archive.changePassphrase', { current: 'no', next: 'یک گذرواژه' })).toMatchObject(wrong)
  expect(await send(sanad, 'archive.changePassphrase', { current: PASSPHRASE, next: 'یک گذرواژه' })).toMatchObject({ ok: true })
  // What another program copied since is left alone.
  await app.evaluate(({ app: program }) => void program.emit('browser-window-blur'))
  await app.evaluate(({ clipboard }) => clipboard.writeText('of another program'))
  await pressLock(sanad)
  await answer(sanad, PASSPHRASE)
  await expect(window.getByText(words.error['wrong-passphrase'])).toBeVisible()
  expect(await app.evaluate(({ clipboard }) => clipboard.readText())).toBe('of another program')
  await answer(sanad, 'یک گذرواژه')
  await navigation(window).waitFor()

  // A wrong passphrase is refused without closing anything.
  expect(await send(sanad, 'archive.removePassphrase', { passphrase: PASSPHRASE })).toMatchObject(wrong)
  expect(await send(sanad, 'search.run', { query: CANARY })).toMatchObject({ ok: true })
  expect(await send(sanad, 'archive.removePassphrase', { passphrase: 'یک گذرواژه' })).toMatchObject({
    ok: true,
    value: { open: { encrypted: false }, locked: null }
  })
  await search(window, CANARY)
  await expect(results(window).getByRole('option')).toContainText(TITLE)
})

test('the archive is locked when the machine goes to sleep, and at every start', async ({ room }) => {
  const first = await reading(room)
  await protect(first)
  // Who quits in that very moment takes the window from under the lock, which is no fault.
  await first.app.evaluate(({ powerMonitor, BrowserWindow }) => {
    powerMonitor.emit('suspend')
    setImmediate(() => BrowserWindow.getAllWindows()[0]?.destroy())
  })
  await first.quit()

  const second = await room.start({ expected: LAST_WORDS })
  await question(second).waitFor()
  expect(await titleOf(second)).toBe('Sanad')
  await answer(second, PASSPHRASE)
  await search(second.window, CANARY)
  await expect(results(second.window).getByRole('option')).toContainText(TITLE)
  await second.app.evaluate(({ powerMonitor }) => void powerMonitor.emit('lock-screen'))
  await question(second).waitFor()
  const log = readFileSync(join(room.folder, 'settings', 'logs', 'sanad.log'), 'utf8')
  for (const told of [TITLE, CANARY, PASSPHRASE]) expect(log).not.toContain(told)
})

test('locking during an import ends it at once; what was imported stays, and the rest is offered again', async ({ room }) => {
  const sanad = await reading(room)
  const { window } = sanad
  await protect(sanad)
  const many = room.newFolder('many')
  for (let n = 0; n < 1500; n += 1)
    writeFileSync(join(many, `${n}.txt`), `Letter number ${n}\n\n${'words and words '.repeat(200)}`)
  await importFolder(sanad, many)
  await expect.poll(async () => total(await send(sanad, 'search.run', { query: 'number' }))).toBeGreaterThan(20)
  expect(await send(sanad, 'archive.setPassphrase', { passphrase: 'x' })).toMatchObject({ error: { code: 'import-running' } })
  const acknowledged = total(await send(sanad, 'search.run', { query: 'number' }))
  await pressLock(sanad)
  await question(sanad).waitFor()
  await answer(sanad, PASSPHRASE)
  await navigation(window).waitFor()
  const kept = total(await send(sanad, 'search.run', { query: 'number' }))
  expect(kept).toBeGreaterThanOrEqual(acknowledged)
  expect(kept).toBeLessThan(1500)
  const reply = (await send(sanad, 'import.current')) as {
    value: { state: string; importId: number; counts: { failed: number } }
  }
  expect(reply.value).toMatchObject({ state: 'interrupted' })
  await send(sanad, 'import.restart', { id: reply.value.importId })
  await expect.poll(async () => total(await send(sanad, 'search.run', { query: 'number' })), { timeout: 60_000 }).toBe(1500)
})

test('a damaged key is told apart from a wrong passphrase', async ({ room }) => {
  const sanad = await reading(room)
  await protect(sanad)
  await pressLock(sanad)
  await question(sanad).waitFor()
  for (const name of ['archive.key', 'archive.key.copy']) writeFileSync(join(room.folder, 'Test.sanad', name), 'damaged')
  await answer(sanad, PASSPHRASE)
  await expect(sanad.window.getByRole('alert')).toContainText(words.error['key-damaged'])
})

const total = (reply: unknown): number => (reply as { value: { total: number } }).value.total

/** Notes when the main process's ground is put over the page and taken away: older Electrons do not tell whether a view is visible. */
function watchGround({ app }: Sanad): Promise<void> {
  return app.evaluate(({ BrowserWindow }) => {
    const ground = BrowserWindow.getAllWindows()[0]?.contentView.children[0]
    if (ground === undefined) throw new Error('there is no ground')
    const setVisible = ground.setVisible.bind(ground)
    ground.setVisible = (visible) => {
      Object.assign(globalThis, { groundIsUp: visible })
      setVisible(visible)
    }
  })
}

/** Whether the main process's ground stands over the page. */
function isBlank({ app }: Sanad): Promise<boolean | undefined> {
  return app.evaluate(() => (globalThis as { groundIsUp?: boolean }).groundIsUp)
}
