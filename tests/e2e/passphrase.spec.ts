/** What somebody meets who chooses a passphrase, forgets it, types it wrong, or leaves. */
import { ask, expect, test } from '#tests/support/room'
import { words } from '#tests/support/words'

const PASSPHRASE = 'mothers of the lower orchard'
/** What a page still asks while another takes its place is refused. */
const LAST_WORDS = [/a command came from a frame that may not send any/]

test('the locked window has the keys, says what can be tried when the passphrase is forgotten, and quits when asked', async ({
  room
}) => {
  const sanad = await room.start({ expected: LAST_WORDS })
  const { window, app } = sanad
  await ask(sanad, 'archive.setPassphrase', { passphrase: PASSPHRASE })
  await window.getByRole('button', { name: words.lock.lockNow }).click()
  await expect(window.getByRole('textbox', { name: words.lock.passphrase, exact: true })).toBeFocused()
  await window.keyboard.type('ظ')
  await expect(window.getByText(words.lock['script-arabic'])).toBeVisible()
  await expect(window.getByText(words.lock['forgotten-none'])).toBeHidden()
  await window.locator('summary', { hasText: words.lock.forgottenTitle }).press('Enter')
  for (const said of ['none', 'keys', 'copy', 'tries'] as const)
    await expect(window.getByText(words.lock[`forgotten-${said}`])).toBeVisible()
  await expect(window.getByText(words.lock.leaveDetail)).toBeVisible()
  const ended = app.waitForEvent('close')
  await window.getByRole('button', { name: words.lock.quit }).click()
  await ended
})

test('a suggested passphrase goes when another is typed, and a wrong one keeps what was asked', async ({ room }) => {
  const sanad = await room.start({ expected: LAST_WORDS })
  const { window } = sanad
  await window.getByRole('button', { name: words.lock.offer }).click()
  const dialog = window.getByRole('dialog', { name: words.lock.setTitle })
  const passphrase = dialog.getByRole('textbox', { name: words.lock.passphrase, exact: true })
  await expect(passphrase).toBeFocused()
  await dialog.getByRole('button', { name: words.lock.draw }).click()
  await expect(dialog).toContainText(words.lock.drawnDetail)
  await passphrase.fill(PASSPHRASE)
  await expect(dialog).not.toContainText(words.lock.drawnDetail)
  await dialog.getByRole('textbox', { name: words.lock.again }).fill(PASSPHRASE)
  // Nothing is sent before it was understood that there is no way back.
  await window.keyboard.press('Enter')
  await expect(dialog).toBeVisible()
  await dialog.getByText(words.lock.noRecovery).click()
  await dialog.getByRole('textbox', { name: words.lock.again }).press('Enter')
  await expect(window.getByText(words.lock.setDone)).toBeVisible()

  await window.keyboard.press('Control+,')
  await window.getByRole('button', { name: words.lock.remove }).click()
  const question = window.getByRole('dialog', { name: words.lock.removeTitle })
  const current = question.getByRole('textbox', { name: words.lock.currentPassphrase })
  await expect(current).toBeFocused()
  await current.fill('another')
  await current.press('Enter')
  await expect(question).toContainText(words.error['wrong-passphrase'])
  await expect(current).toBeFocused()
  await window.keyboard.press('Escape')
  await expect(question).toBeHidden()
  // Back to where it was asked for.
  await expect(window.getByRole('button', { name: words.lock.remove })).toBeVisible()
})
