/** Threat 5, in the window: a name that turns its own direction, and an archive's folder that leads out of it. */
import { existsSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { importFolder, receiptOf, results, search } from '#tests/support/journey'
import { expect, test } from '#tests/support/room'
import { words } from '#tests/support/words'

test('threat 05: a reversed name shows what it is, and a link inside an archive is refused with a sentence', async ({ room }) => {
  const folder = room.newFolder('Letters')
  const name = 'invoice\u202egpj.exe.txt'
  writeFileSync(join(folder, name), 'A letter about the heron at the weir.\n\nIt stood there.')
  const sanad = await room.start()
  await importFolder(sanad, folder)
  await (await receiptOf(sanad.window, 'Letters')).getByRole('button', { name: words.common.done }).click()
  await search(sanad.window, 'heron')
  await expect(results(sanad.window).getByRole('option').first()).toContainText('invoice\ufffdgpj.exe.txt')
  expect(await sanad.window.evaluate(() => document.body.textContent.includes('\u202e'))).toBe(false)
  await sanad.quit()

  const unfinished = join(room.folder, 'Test.sanad/originals/unfinished')
  rmSync(unfinished, { recursive: true, force: true })
  symlinkSync(folder, unfinished)
  const again = await room.start({ expected: [/the archive could not be opened/i, /SanadError/, /leads/] })
  await expect(again.window.getByText(words.error['archive-leads-elsewhere'])).toBeVisible()
  expect(existsSync(join(folder, name))).toBe(true)
})
