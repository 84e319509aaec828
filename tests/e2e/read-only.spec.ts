/** An archive opened from a place where nothing can be written: the window says so, and what to do. */
import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { importFolder, reader, receiptOf, results, search } from '#tests/support/journey'
import { answerOpenDialog, ask, expect, sendRaw, test } from '#tests/support/room'
import { words } from '#tests/support/words'

test('an archive on a write-protected disk is read as always, says that it is read-only, and refuses each change with a sentence', async ({
  room
}) => {
  const first = await room.start()
  const letters = room.newFolder('letters')
  writeFileSync(join(letters, 'one.txt'), 'A letter\n\nThe orchard lay below the wall.\n')
  await importFolder(first, letters)
  const receipt = await receiptOf(first.window, 'letters')
  await receipt.getByRole('button', { name: words.common.done }).click()
  await expect(first.window.getByRole('button', { name: words.shell.readOnly, exact: true })).toBeHidden()
  await first.quit()

  const archive = join(room.folder, 'Test.sanad')
  const sanad = await room.start({ unwritable: archive })
  const { window } = sanad
  expect((await ask(sanad, 'archive.state', {})).open).toMatchObject({ isReadOnly: true })
  await search(window, 'orchard')
  await results(window).getByRole('option').first().click()
  await expect(reader(window)).toContainText('below the wall')

  const chip = window.getByRole('button', { name: words.shell.readOnly, exact: true })
  await chip.focus()
  await window.keyboard.press('Enter')
  const panel = window.getByRole('dialog', { name: words.shell.readOnlyTitle })
  await expect(panel).toContainText(words.shell.readOnlyWhatToDo)
  await window.keyboard.press('Escape')
  await expect(panel).toBeHidden()
  await expect(chip).toBeFocused()

  // Said before anybody has chosen a folder.
  await answerOpenDialog(sanad, [letters])
  await window.getByRole('button', { name: words.library.importFolder }).click()
  await expect(window.getByRole('alert')).toContainText(words.error['archive-read-only'])
  await expect(window.getByRole('dialog')).toBeHidden()
  const refused = { ok: false, error: { code: 'archive-read-only' } }
  expect(await sendRaw(sanad, 'archive.setPassphrase', { passphrase: 'mothers of the lower orchard' })).toMatchObject(refused)
  await window.keyboard.press('Control+,')
  await expect(window.getByText(words.lock.readOnly)).toBeVisible()
  await expect(window.getByRole('button', { name: words.lock.set })).toBeHidden()
  await sanad.quit()
  if (process.getuid?.() !== 0) execFileSync('chmod', ['-R', 'u+w', archive])
})
