/** Hiding the window, locking and unlocking, in the real program. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { importFolder, navigation, reader, receiptOf, results, search } from '#tests/support/journey'
import { expect, type Room, type Sanad, test } from '#tests/support/room'
import { words } from '#tests/support/words'

const TITLE = 'Letter about the canary orchard'
const CANARY = 'kvastanumilo'

/** An archive with one letter, which is open in the reader. */
async function reading(room: Room): Promise<Sanad> {
  const sanad = await room.start()
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
  await pressLock(sanad)
  const cover = window.getByText(words.lock.coverTitle, { exact: true })
  await expect(cover).toBeVisible()
  await expect(window.getByText(words.lock.coverDetail)).toBeVisible()
  await expect(navigation(window)).toBeHidden()
  const spoken = await spokenOf(sanad)
  for (const told of [TITLE, CANARY, 'Test', 'letters']) expect(spoken).not.toContain(told)
  expect(await titleOf(sanad)).toBe('Sanad')
  // The main process's ground is gone, so that the cover can be seen and clicked.
  await expect.poll(() => groundsOf(sanad)).toBe(0)
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

test('the machine going to sleep does nothing to an archive without a passphrase', async ({ room }) => {
  const sanad = await reading(room)
  await sanad.app.evaluate(({ powerMonitor }) => void powerMonitor.emit('suspend'))
  await expect(reader(sanad.window)).toContainText(CANARY)
})

/** How many grounds of the main process stand over the page. */
function groundsOf({ app }: Sanad): Promise<number | undefined> {
  return app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.contentView.children.length)
}
