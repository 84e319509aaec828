/** A daily snapshot that can not be taken: the window says so until one is, also the next time. */
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ask, expect, sendRaw, test } from '#tests/support/room'
import { words } from '#tests/support/words'

test('a snapshot that fails is told in the status bar and in the settings until one is taken', async ({ room }) => {
  const expected = [/care of the archive/]
  const first = await room.start({ expected })
  await ask(first, 'tags.create', { name: 'kept' })
  const inTheWay = join(room.folder, 'Test.sanad', 'snapshots')
  writeFileSync(inTheWay, 'x')
  expect(await sendRaw(first, 'integrity.takeSnapshot', {})).toMatchObject({ ok: false, error: { code: 'disk-error' } })
  await expect(first.window.getByRole('button', { name: words.integrity.snapshotFailed })).toBeVisible()
  await first.quit()
  rmSync(inTheWay)

  const { window } = await room.start({ expected })
  const chip = window.getByRole('button', { name: words.integrity.snapshotFailed })
  await chip.click()
  const panel = window.getByRole('dialog', { name: words.integrity.snapshotFailedTitle })
  await expect(panel).toContainText(words.integrity['snapshotTrouble-disk-error'])
  await expect(panel).toContainText(words.integrity.snapshotsNoOlder)
  await window.keyboard.press('Escape')
  await expect(panel).toBeHidden()

  await window.keyboard.press('Control+,')
  const settings = window.getByRole('dialog', { name: words.settings.title })
  const verdict = settings.getByText(words.integrity['snapshotTrouble-disk-error'])
  await expect(verdict).toBeVisible()
  await settings.getByRole('button', { name: words.integrity.takeSnapshot }).click()
  await expect(settings.getByRole('button', { name: words.integrity.restore })).toBeVisible()
  await expect(verdict).toBeHidden()
  await window.keyboard.press('Escape')
  await expect(chip).toBeHidden()
})
