/** Documents that are not read as a page of text: tables, recordings, locked files, and files that nothing reads. */
import { cpSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { importFolder, reader, receiptOf, results, search } from '#tests/support/journey'
import { expect, type Room, type Sanad, test } from '#tests/support/room'
import { say, words } from '#tests/support/words'

const project = resolve(import.meta.dirname, '../..')

async function withFiles(room: Room, fill: (folder: string) => void): Promise<Sanad> {
  const folder = room.newFolder('Evidence')
  fill(folder)
  const sanad = await room.start()
  await importFolder(sanad, folder)
  await (await receiptOf(sanad.window, 'Evidence')).getByRole('button', { name: words.common.done }).click()
  return sanad
}

const table = (rows: number): string =>
  [
    'Name,Village,Year',
    ...Array.from({ length: rows }, (_, row) => `Family ${row},${row % 2 ? 'Darvan' : 'Nehrin'},${1360 + (row % 30)}`)
  ].join('\n')

test('a hit in a long table opens at its cell, and only what is in sight is drawn', async ({ room }) => {
  const { window } = await withFiles(room, (folder) => writeFileSync(join(folder, 'families.csv'), table(5000)))
  await search(window, '"Family 4321" OR "Family 17"')
  await results(window).getByRole('option').first().click()
  const grid = reader(window).getByRole('grid')
  await expect(grid.locator('mark[data-current]')).toHaveText('Family 17')
  await expect(grid.locator('.sheet-cell[data-active]')).toHaveText('Family 17')
  await window.keyboard.press('n')
  await expect(grid.locator('mark[data-current]')).toHaveText('Family 4321')
  await expect(grid.locator('.sheet-cell[data-active]')).toBeInViewport()
  expect(await grid.getByRole('row').count()).toBeLessThan(120)
  await grid.focus()
  await window.keyboard.press('ArrowRight')
  await expect(reader(window).getByRole('region', { name: words.reader.cell })).toContainText('Darvan')
  await window.keyboard.press('Control+Home')
  await expect(grid.getByRole('columnheader', { name: 'Name' })).toHaveAttribute('aria-selected', 'true')
})

test('a hit in the name of a sheet is marked on its tab', async ({ room }) => {
  const lists = join(project, 'resources/sample/Reports/Names and last letters.xlsx')
  const { window } = await withFiles(room, (folder) => cpSync(lists, join(folder, 'lists.xlsx')))
  await search(window, '"visits to the orchard"')
  await results(window).getByRole('option').first().click()
  const tabs = reader(window).getByRole('tablist', { name: words.reader.sheets })
  await expect(tabs.locator('mark[data-current]')).toHaveText('Visits to the orchard')
  await expect(tabs.getByRole('tab', { name: /Visits to the orchard/ })).toHaveAttribute('aria-selected', 'true')
})

test('a recording plays in place', async ({ room }) => {
  const wav = join(project, 'resources/sample/Testimonies/Bell of the prison gate.wav')
  const { window } = await withFiles(room, (folder) => cpSync(wav, join(folder, 'bell.wav')))
  await search(window, 'title:bell')
  await results(window).getByRole('option').first().click()
  const player = reader(window).getByRole('group', { name: words.reader.player })
  await player.focus()
  await window.keyboard.press('Space')
  const sound = player.locator('audio')
  await expect
    .poll(() => sound.evaluate((element) => (element instanceof HTMLAudioElement ? element.currentTime : 0)))
    .toBeGreaterThan(0)
})

test('a locked PDF tells a wrong password apart, and opens with the right one', async ({ room }) => {
  const locked = join(project, 'tests/fixtures/pdf/locked/source.pdf')
  const { window } = await withFiles(room, (folder) => cpSync(locked, join(folder, 'locked.pdf')))
  await search(window, 'title:locked')
  await results(window).getByRole('option').first().click()
  const pane = reader(window)
  await expect(pane.getByText(words.reader.passwordKept)).toBeVisible()
  const field = pane.getByLabel(words.reader.password, { exact: true })
  await field.fill('not this one')
  await field.press('Enter')
  await expect(pane.getByText(words.error['wrong-password'])).toBeVisible()
  await field.fill('besitzer')
  await field.press('Enter')
  await expect(field).toBeHidden()
  await expect(pane.getByRole('heading', { name: words.reader.lockedTitle })).toBeHidden()
})

test('a file that nothing reads is shown as plain text when asked for, and read again when asked for', async ({ room }) => {
  const bytes = Buffer.concat([Buffer.from([0, 1, 2, 3, 0, 255, 254]), Buffer.from('a word from the well'), Buffer.alloc(400, 7)])
  const { window } = await withFiles(room, (folder) => writeFileSync(join(folder, 'strange.xyz'), bytes))
  await search(window, 'title:strange')
  await results(window).getByRole('option').first().click()
  const pane = reader(window)
  await pane.getByRole('button', { name: words.reader.plainShow }).click()
  await expect(pane.getByText('a word from the well')).toBeVisible()
  await expect(pane.getByRole('note')).toContainText('Nothing of this is stored or searched.')
  await pane.getByRole('button', { name: words.reader.plainClose }).click()
  await pane.getByRole('button', { name: words.reader.readAgain }).click()
  await expect(window.getByText(say(words.background.rereadDone_one, { count: 1 }))).toBeVisible()
})
