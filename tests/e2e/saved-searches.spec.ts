/** Searches that are kept: their counts, what is new, and what can be done with them. */
import type { Locator, Page } from '@playwright/test'
import { writeTexts } from '#tests/support/generated-letters'
import { expectTotal, importFolder, navigation, receiptOf, search, searchBox } from '#tests/support/journey'
import { expect, type Room, type Sanad, test } from '#tests/support/room'
import { say, words } from '#tests/support/words'

const row = (window: Page, name: string): Locator => navigation(window).getByRole('button', { name: new RegExp(`^${name}, `) })

async function addLetters(room: Room, sanad: Sanad, name: string, texts: readonly string[]): Promise<void> {
  await importFolder(sanad, writeTexts(room.folder, name, texts))
  await (await receiptOf(sanad.window, name)).getByRole('button', { name: words.common.done }).click()
}

async function save(window: Page, name: string): Promise<void> {
  await window.keyboard.press('Control+s')
  const dialog = window.getByRole('dialog', { name: words.kept.saveTitle })
  await dialog.getByLabel(words.kept.name).fill(name)
  await dialog.getByRole('button', { name: words.kept.saveButton }).click()
  await expect(dialog).toBeHidden()
}

test('a saved search counts what it finds and what is new since it was looked at, also after a restart', async ({ room }) => {
  const sanad = await room.start()
  const { window } = sanad
  await addLetters(room, sanad, 'First', ['harbour one', 'harbour two', 'nothing'])
  await search(window, 'harbour')
  await save(window, 'Harbours')
  await expect(row(window, 'Harbours')).toHaveAccessibleName(/^Harbours, 2 documents$/)
  await search(window, 'nothing')
  await addLetters(room, sanad, 'Second', ['harbour three', 'something else'])
  await expect(row(window, 'Harbours')).toHaveAccessibleName(/^Harbours, 3 documents, 1 of them new$/)
  await sanad.quit()
  const again = await room.start()
  await expect(row(again.window, 'Harbours')).toHaveAccessibleName(/^Harbours, 3 documents, 1 of them new$/)
  await row(again.window, 'Harbours').click()
  await expect(searchBox(again.window)).toHaveValue('harbour')
  await expectTotal(again.window, 3)
  await expect(row(again.window, 'Harbours')).toHaveAccessibleName(/^Harbours, 3 documents$/)
  await search(again.window, 'nothing')
  await again.window.keyboard.press('Control+k')
  const palette = again.window.getByRole('dialog', { name: words.palette.title })
  await palette.getByRole('searchbox').fill('harb')
  await palette.getByRole('option', { name: 'Harbours' }).click()
  await expect(searchBox(again.window)).toHaveValue('harbour')
})

test('it is renamed, replaced, moved and deleted, and comes back', async ({ room }) => {
  const sanad = await room.start()
  const { window } = sanad
  await addLetters(room, sanad, 'First', ['harbour one', 'harbour two', 'nothing'])
  await search(window, 'harbour')
  await save(window, 'Harbours')
  await search(window, 'nothing')
  await save(window, 'Nothing')
  const menu = async (name: string, entry: string): Promise<void> => {
    await row(window, name).hover()
    await navigation(window)
      .getByRole('button', { name: say(words.kept.menu, { name }) })
      .click()
    await window.getByRole('menuitem', { name: entry }).click()
  }
  await menu('Nothing', words.kept.rename)
  const dialog = window.getByRole('dialog', { name: words.kept.renameTitle })
  // The name that is there is selected: typing replaces it.
  const isSelected = (): Promise<boolean> =>
    dialog
      .getByLabel(words.kept.name)
      .evaluate(
        (field) => field instanceof HTMLInputElement && field.selectionEnd === field.value.length && field.selectionStart === 0
      )
  await expect.poll(isSelected).toBe(true)
  await dialog.getByLabel(words.kept.name).fill('Empty letters')
  await dialog.getByRole('button', { name: words.common.rename }).click()
  await expect(row(window, 'Empty letters')).toBeVisible()
  await menu('Harbours', words.kept.replace)
  await expect(row(window, 'Harbours')).toHaveAccessibleName(/^Harbours, 1 document$/)
  await menu('Empty letters', words.kept.moveUp)
  const rows = navigation(window).getByRole('region', { name: words.kept.saved }).locator('.ui-nav-name')
  await expect(rows).toHaveText(['Empty letters', 'Harbours'])
  await menu('Empty letters', words.kept.delete)
  await expect(rows).toHaveText(['Harbours'])
  await window.getByRole('button', { name: words.common.undo }).last().click()
  await expect(rows).toHaveText(['Empty letters', 'Harbours'])
})
