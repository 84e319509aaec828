/** Threat 3, in the program itself: active PDFs are opened and their pages drawn; no window, dialog, program or request comes of it. */
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { activePdfs } from '#tests/support/hostile/active-pdf'
import { importFolder, reader, receiptOf, results, search } from '#tests/support/journey'
import { startListeners } from '#tests/support/listeners'
import { expect, test } from '#tests/support/room'
import { words } from '#tests/support/words'

test('threat 03: an active PDF that is opened is a picture with words, and nothing more', async ({ room }) => {
  const listeners = await startListeners()
  const reach = room.newFolder('reach')
  const folder = room.newFolder('Active')
  const files = activePdfs({ url: `http://${listeners.http}/pdf`, file: join(reach, 'made by a program') })
  mkdirSync(folder, { recursive: true })
  for (const [name, bytes] of Object.entries(files)) writeFileSync(join(folder, name), bytes)
  const sanad = await room.start()
  const { app, window } = sanad
  const dialogs: string[] = []
  window.on('dialog', (dialog) => {
    dialogs.push(dialog.message())
    void dialog.dismiss()
  })
  await importFolder(sanad, folder)
  await (await receiptOf(window, 'Active')).getByRole('button', { name: words.common.done }).click()
  await search(window, 'heron type:pdf')
  const kinds = (): Promise<string[]> =>
    app.evaluate(({ app: electron }) => [...new Set(electron.getAppMetrics().map(({ type }) => type))].sort())
  const before = await kinds()
  const options = results(window).getByRole('option')
  const count = await options.count()
  expect(count).toBeGreaterThan(10)
  for (let at = 0; at < Math.min(count, 12); at++) {
    await options.nth(at).click()
    const page = reader(window).locator('img').first()
    await expect.poll(() => page.evaluate((image) => image instanceof HTMLImageElement && image.naturalWidth > 0)).toBe(true)
    // A click on the page (its words lie over it), where its link and its field are.
    await page.click({ position: { x: 40, y: 40 }, force: true })
  }
  expect(dialogs).toEqual([])
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
  expect(await kinds()).toEqual(before)
  expect(readdirSync(reach)).toEqual([])
  expect(listeners.heard).toEqual([])
  await listeners.close()
})
