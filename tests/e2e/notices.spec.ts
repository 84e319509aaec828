/** Notices and dialogs at the smallest window that shows panes side by side: neither covers the other. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { importFolder, place, receiptOf, results } from '#tests/support/journey'
import { ask, expect, test } from '#tests/support/room'
import { words } from '#tests/support/words'

test('a notice lies below the tallest dialog, not over its buttons', async ({ room }) => {
  const sanad = await room.start()
  const { window, app } = sanad
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setBounds({ x: 0, y: 0, width: 1024, height: 700 }))
  const letters = room.newFolder('letters')
  writeFileSync(join(letters, 'one.txt'), 'A letter about the orchard\n\nIt lay below the wall.\n')
  await importFolder(sanad, letters)
  const receipt = await receiptOf(window, 'letters')
  await receipt.getByRole('button', { name: words.common.done }).click()
  // A name that takes two lines of the notice.
  const tag = 'injuries seen by the physicians who came to the lower orchard before the first winter of the siege'
  const { hits } = await ask(sanad, 'search.run', { query: 'orchard' })
  await ask(sanad, 'tags.add', { ids: hits.map(({ id }) => id), name: tag })
  await place(window, tag).click({ button: 'right' })
  await window.getByRole('menu').getByText(words.warning.switch).click()
  const notice = window.getByRole('status').filter({ hasText: tag })
  await notice.waitFor()
  await expect(window.getByRole('menu')).toBeHidden()
  await results(window).getByRole('option').first().click()
  await window.keyboard.press('Control+,')
  await window.getByRole('button', { name: words.lock.set }).click()
  const dialog = window.getByRole('dialog', { name: words.lock.setTitle })
  await dialog.waitFor()
  // Whoever opened it has come to type one.
  await expect(dialog.getByRole('textbox', { name: words.lock.passphrase, exact: true })).toBeFocused()
  await expect(notice).toBeVisible()
  const [over, under] = [await dialog.boundingBox(), await notice.boundingBox()]
  expect((over?.y ?? 0) + (over?.height ?? 0)).toBeLessThanOrEqual(under?.y ?? 0)
  expect((under?.y ?? 0) + (under?.height ?? 0)).toBeLessThanOrEqual(700)
  await expect(dialog.getByRole('button', { name: words.common.cancel })).toBeInViewport({ ratio: 1 })
})
