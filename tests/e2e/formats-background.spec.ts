/** Work in the background: OCR that is paused, told its languages and taken up again; files in trouble that are read again. */
import { cpSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { importFolder, place, receiptOf } from '#tests/support/journey'
import { ask, expect, test } from '#tests/support/room'
import { say, words } from '#tests/support/words'

const scan = resolve(import.meta.dirname, '../../resources/sample/UN letters/Receipt DRV 7-2021 (scan).pdf')

test('OCR is paused, told its languages, and taken up again', async ({ room }) => {
  const folder = room.newFolder('Scans')
  cpSync(scan, join(folder, 'scan.pdf'))
  const sanad = await room.start()
  const { window } = sanad
  await ask(sanad, 'ocr.pause', {})
  await importFolder(sanad, folder)
  const receipt = await receiptOf(window, 'Scans')
  await expect(receipt).toContainText(say(words.importing.scans_one, { count: 1 }))
  await receipt.getByRole('button', { name: words.common.done }).click()

  const status = window.getByRole('contentinfo').getByRole('button', { name: new RegExp(`^${words.background.ocr}: OCR paused`) })
  await status.click()
  const panel = window.getByRole('dialog', { name: words.background.ocr })
  await expect(panel.getByText(words.background.ocrPausedNote)).toBeVisible()
  await panel.getByRole('button', { name: words.background.ocrChoose }).click()
  const dialog = window.getByRole('dialog', { name: words.background.languagesTitle })
  await dialog.getByRole('radio', { name: words.background.chosen }).click()
  await dialog.getByRole('checkbox', { name: 'English' }).press('Space')
  await dialog.getByRole('button', { name: words.background.languagesApply }).click()
  await expect(dialog).toBeHidden()
  expect((await ask(sanad, 'ocr.state', {})).languages).toEqual(['eng'])

  await status.click()
  await panel.getByRole('button', { name: words.background.ocrResume }).click()
  await expect.poll(async () => (await ask(sanad, 'ocr.state', {})).done, { timeout: 60_000 }).toBe(1)
  await window.keyboard.press('Escape')
  await expect(status).toBeHidden()
})

test('files in trouble are read again from Needs attention', async ({ room }) => {
  const folder = room.newFolder('Broken')
  writeFileSync(join(folder, 'broken.zip'), 'PK\u0003\u0004broken')
  const sanad = await room.start()
  const { window } = sanad
  await importFolder(sanad, folder)
  await (await receiptOf(window, 'Broken')).getByRole('button', { name: words.common.done }).click()
  await place(window, words.library.attention).click()
  await window.getByRole('button', { name: words.attention.readAgain }).click()
  await expect(window.getByText(say(words.background.rereadDone_one, { count: 1 }))).toBeVisible()
  await expect(window.getByText(words.problem.damaged).first()).toBeVisible()
})
