/** The operators of the query language in the window: what they find, what they say of themselves, and what can be switched. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expectTotal, importFolder, receiptOf, results, search, searchBox } from '#tests/support/journey'
import { expect, type Room, type Sanad, test } from '#tests/support/room'
import { say, words } from '#tests/support/words'

const FILES: Readonly<Record<string, string>> = {
  'first.txt': 'The cemetery of Khavaran\n\nThe guards of the prison burned every letter.',
  'second.txt': 'A note on Khawaran\n\nThe prison stood by the river for a hundred years and no one there sent a letter.',
  'third.txt': 'گورستان خاوران\n\nاینجا زندان بود.'
}

async function start(room: Room): Promise<Sanad> {
  const folder = room.newFolder('Evidence')
  for (const [name, text] of Object.entries(FILES)) writeFileSync(join(folder, name), text)
  const sanad = await room.start()
  await importFolder(sanad, folder)
  await (await receiptOf(sanad.window, 'Evidence')).getByRole('button', { name: words.common.done }).click()
  return sanad
}

/** Finds exactly these documents, by a word of each title. */
async function expectFound(window: Page, query: string, titles: readonly string[]): Promise<void> {
  await search(window, query)
  await expectTotal(window, titles.length)
  for (const title of titles) await expect(results(window).getByRole('option').filter({ hasText: title })).toHaveCount(1)
}

test('words near each other, of a shape, nearly alike, and files by name', async ({ room }) => {
  const { window } = await start(room)
  await expectFound(window, 'prison letter', ['Khavaran', 'Khawaran'])
  await expectFound(window, 'prison NEAR/3 letter', ['Khavaran'])
  await expect(results(window).locator('.card-passage mark')).toHaveText(['prison', 'letter'])
  await expectFound(window, 'kh*ran', ['Khavaran', 'Khawaran'])
  await expectFound(window, 'kh*ran -path:first.txt', ['Khawaran'])
  await expectFound(window, 'kha?aran', ['Khavaran', 'Khawaran'])
  await expectFound(window, 'khavaran~', ['Khavaran', 'Khawaran'])
  await expectFound(window, 'file:/^(first|third)/', ['Khavaran', 'خاوران'])
})

test('what can not be carried out as it looks is read as words, and said', async ({ room }) => {
  const { window } = await start(room)
  const query = 'title:/(/'
  await searchBox(window).fill(query)
  await searchBox(window).press('Enter')
  await expect(window.getByText(say(words.query['note-regex-invalid'], { text: query }))).toBeVisible()
})

test('a word is found in another script once that is switched on', async ({ room }) => {
  const { window } = await start(room)
  await expectFound(window, 'khavaran', ['Khavaran'])
  const label = (on: number): string => say(words.query.expansionsOf, { word: 'khavaran', on, all: 1 })
  await window.getByRole('button', { name: label(0) }).click()
  const panel = window.getByRole('dialog', { name: say(words.query.alsoFoundWith, { word: 'khavaran' }) })
  await expect(panel.getByRole('switch', { name: /خاوران/ })).not.toBeChecked()
  await panel.getByText('خاوران', { exact: true }).click()
  await expect(panel.getByRole('switch', { name: /خاوران/ })).toBeChecked()
  await expectTotal(window, 2)
  await window.keyboard.press('Escape')
  await expect(window.getByRole('button', { name: label(1) })).toBeVisible()
  await expect(results(window).getByRole('option').filter({ hasText: 'زندان' })).toHaveCount(1)
})
