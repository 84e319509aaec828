/** Name cards in the real app: made of a selection, a search and a list; spellings switched, merged, split and taken back. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { importFolder, inspector, navigation, place, reader, receiptOf, results, search } from '#tests/support/journey'
import { expect, type Room, type Sanad, test } from '#tests/support/room'
import { say, words } from '#tests/support/words'

const FILES: Readonly<Record<string, string>> = {
  'letter.txt':
    'A letter from Nehrin\n\nEbrahim Darani was last seen in Khavaran. Rana Orsal wrote this down. Dr. Ebrahim Darani never answered.',
  'report.txt': 'Report of the council\n\nThe council asked where Ibrahim Darani was. In the summer of 1988 nobody said.',
  'name-list.txt': 'Names read aloud\n\nDarani, Ebrahim\nOrsal, Rana\n',
  'nameh.txt': 'نامه از نهرین\n\nابراهیم دارانی را آخرین بار در خاوران دیدند. رعنا اورسال این را نوشت.',
  'other.txt': 'Something else\n\nThe press wrote of prisons and of courts.'
}
const SECOND: Readonly<Record<string, string>> = { 'later.txt': 'Found later\n\nابراهیم دارانی again, and E. Darani too.' }

function write(room: Room, name: string, files: Readonly<Record<string, string>>): string {
  const folder = join(room.folder, name)
  mkdirSync(folder, { recursive: true })
  for (const [file, text] of Object.entries(files)) writeFileSync(join(folder, file), text)
  return folder
}

async function imported(sanad: Sanad, folder: string, name: string): Promise<void> {
  await importFolder(sanad, folder)
  const receipt = await receiptOf(sanad.window, name)
  await receipt.getByRole('button', { name: words.common.close }).first().click()
  await expect(receipt).toBeHidden()
}

const card = (window: Page, name: string): Locator => reader(window).getByRole('article', { name, exact: true })
const spelling = (within: Locator, text: string): Locator =>
  within.getByRole('listitem').filter({ hasText: text }).getByRole('switch')
const dialog = (window: Page): Locator => window.getByRole('dialog')
const turn = (within: Locator, text: string): Promise<void> =>
  within.getByRole('listitem').filter({ hasText: text }).locator('label').click()
const documents = (count: number): string =>
  say(count === 1 ? words.common.documents_one : words.common.documents_other, { count })

async function selectText(window: Page, text: string): Promise<void> {
  await reader(window).getByText(text).first().waitFor()
  await window.evaluate((wanted) => {
    const pane = document.querySelector('[data-pane="reader"]')
    const walker = document.createTreeWalker(pane ?? document.body, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.textContent?.indexOf(wanted) ?? -1
      if (at < 0) continue
      const range = document.createRange()
      range.setStart(node, at)
      range.setEnd(node, at + wanted.length)
      document.getSelection()?.removeAllRanges()
      document.getSelection()?.addRange(range)
      return
    }
  }, text)
}

/** The message that says what was done has the way back. */
const takeBack = (window: Page, done: string): Promise<void> =>
  window.getByRole('status').filter({ hasText: done }).getByRole('button', { name: words.common.undo }).click()

async function actOn(window: Page, action: string): Promise<void> {
  await reader(window).getByRole('button', { name: words.names.actions }).click()
  await window.getByRole('menuitem', { name: action }).click()
}

test('a name selected in a document becomes a card; nothing is used before it is confirmed', async ({ room }) => {
  const sanad = await room.start()
  const { window } = sanad
  await imported(sanad, write(room, 'first', FILES), 'first')

  await results(window).getByText('A letter from Nehrin').click()
  await selectText(window, 'Ebrahim Darani')
  await window.keyboard.press('e')
  await expect(dialog(window).getByLabel(words.names.label)).toHaveValue('Ebrahim Darani')
  const proposals = dialog(window).locator('.spelling-proposals')
  for (const text of ['ابراهیم دارانی', 'Ibrahim Darani', 'Darani, Ebrahim'])
    await expect(spelling(proposals, text)).not.toBeChecked()
  await turn(proposals, 'ابراهیم دارانی')
  await dialog(window).getByRole('button', { name: words.names.create }).click()

  const open = card(window, 'Ebrahim Darani')
  await expect(open.getByRole('status').first()).toContainText(documents(2))
  await expect(place(window, 'Ebrahim Darani')).toContainText('ابراهیم دارانی')
  await turn(open.locator('.spelling-proposals'), 'Ibrahim Darani')
  await expect(open.getByRole('status').first()).toContainText(documents(3))
  await turn(open, 'ابراهیم دارانی')
  await expect(open.getByRole('status').first()).toContainText(documents(2))
  await turn(open, 'ابراهیم دارانی')
  await expect(open.getByRole('status').first()).toContainText(documents(3))

  // Each mention says how it is spelled there, and opens at its passage.
  const mention = open.getByRole('article').filter({ hasText: 'Report of the council' })
  await expect(mention.locator('.mention-spelling')).toHaveText(['Ibrahim Darani'])
  await mention.locator('.mention-passage').first().click()
  await expect(reader(window).locator('mark').first()).toHaveText('Ibrahim Darani')
  await expect(inspector(window).getByRole('button', { name: /Ebrahim Darani, 1/ })).toBeVisible()

  // A later import is counted by itself.
  await importFolder(sanad, write(room, 'second', SECOND))
  await expect(place(window, 'Ebrahim Darani')).toContainText('4')
})

test('cards are made of a search and of a list, merged, split, deleted, and each step is taken back', async ({ room }) => {
  const sanad = await room.start()
  const { window } = sanad
  await imported(sanad, write(room, 'first', FILES), 'first')

  await search(window, 'Khavaran')
  await window.getByRole('button', { name: words.names.makeOfQuery }).click()
  await expect(dialog(window).getByLabel(words.names.label)).toHaveValue('Khavaran')
  await expect(spelling(dialog(window).locator('.spelling-proposals'), 'خاوران')).not.toBeChecked()
  await dialog(window).getByRole('button', { name: words.names.create }).click()
  await expect(card(window, 'Khavaran').getByRole('status').first()).toContainText(documents(1))

  await navigation(window).getByRole('button', { name: words.names.add }).click()
  await window.getByRole('menuitem', { name: words.names.addList }).click()
  await dialog(window)
    .getByLabel(words.names.listLabel)
    .fill('- Ebrahim Darani\n1. رعنا اورسال\n\n؟!\nEbrahim  Darani\nRana Orsal')
  await dialog(window)
    .getByRole('button', { name: say(words.names.listMake_other, { count: 3 }) })
    .click()
  await expect(place(window, 'رعنا اورسال')).toBeVisible()
  await takeBack(window, say(words.names.listMade_other, { count: 3 }))
  await expect(place(window, 'رعنا اورسال')).toBeHidden()
  await navigation(window).getByRole('button', { name: words.names.add }).click()
  await window.getByRole('menuitem', { name: words.names.addList }).click()
  await dialog(window).getByLabel(words.names.listLabel).fill('Ebrahim Darani\nرعنا اورسال\nRana Orsal')
  await dialog(window)
    .getByRole('button', { name: say(words.names.listMake_other, { count: 3 }) })
    .click()

  await place(window, 'رعنا اورسال').click()
  await actOn(window, words.names.merge)
  await dialog(window).getByRole('searchbox', { name: words.names.mergeFind }).fill('orsal r')
  await dialog(window)
    .getByRole('option', { name: /Rana Orsal/ })
    .click()
  await dialog(window).getByRole('button', { name: words.names.mergeDo, exact: true }).click()
  await expect(card(window, 'Rana Orsal').getByRole('status').first()).toContainText(documents(2))
  await expect(place(window, 'رعنا اورسال')).toBeHidden()
  await takeBack(window, say(words.names.merged, { from: 'رعنا اورسال', into: 'Rana Orsal' }))
  await expect(place(window, 'رعنا اورسال')).toBeVisible()
  await expect(card(window, 'Rana Orsal').getByRole('status').first()).toContainText(documents(1))

  const open = card(window, 'Rana Orsal')
  await open.getByLabel(words.names.addSpelling).fill('Orsal, Rana')
  await open.getByRole('button', { name: words.names.addSpelling }).click()
  await expect(open.getByRole('status').first()).toContainText(documents(2))
  await actOn(window, words.names.split)
  await dialog(window).getByText('Orsal, Rana').click()
  await dialog(window).getByRole('button', { name: words.names.splitDo, exact: true }).click()
  await expect(card(window, 'Orsal, Rana').getByRole('status').first()).toContainText(documents(1))
  await takeBack(window, say(words.names.splitDone, { name: 'Orsal, Rana' }))
  await expect(card(window, 'Rana Orsal').getByRole('status').first()).toContainText(documents(2))

  await actOn(window, words.names.delete)
  await expect(place(window, 'Rana Orsal')).toBeHidden()
  await takeBack(window, say(words.names.deleted, { name: 'Rana Orsal' }))
  await expect(place(window, 'Rana Orsal')).toBeVisible()
})
