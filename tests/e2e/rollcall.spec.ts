/** A roll-call as a person runs it: a list pasted and one from a file, what is found and what is not, new after an import, and its export. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { importFolder, navigation, reader, receiptOf, searchBox } from '#tests/support/journey'
import { answerOpenDialog, answerSaveDialog, expect, type Room, type Sanad, test } from '#tests/support/room'
import { say, words } from '#tests/support/words'

const w = words.rollcall

const LETTERS: Readonly<Record<string, string>> = {
  'letter.txt': 'A letter from Nehrin\n\nReza Darvan was taken from the yard in the summer. Reza Darvan was never seen again.',
  'witness.txt': 'A witness\n\nSara Nehrin said that she had waited at the gate of Khavaran.',
  'nameh.txt': 'نامه‌ای از دروان\n\nرضا دروان را در تابستان بردند و دیگر کسی او را ندید.'
}

function write(folder: string, files: Readonly<Record<string, string>>): string {
  mkdirSync(folder, { recursive: true })
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
  return folder
}

async function startWith(room: Room, files: Readonly<Record<string, string>>): Promise<Sanad> {
  const sanad = await room.start()
  await importAndClose(sanad, write(join(room.folder, 'Letters'), files))
  return sanad
}

async function importAndClose(sanad: Sanad, folder: string): Promise<void> {
  await importFolder(sanad, folder)
  const name = folder.slice(folder.lastIndexOf('/') + 1)
  await (await receiptOf(sanad.window, name)).getByRole('button', { name: words.common.done, exact: true }).click()
}

const pane = (window: Page): Locator => window.getByRole('main', { name: w.title })
const lines = (window: Page): Locator => pane(window).getByRole('listbox', { name: w.lines })
const line = (window: Page, text: string): Locator => lines(window).getByRole('option').filter({ hasText: text })

async function openRollCalls(window: Page): Promise<void> {
  await navigation(window).getByRole('button', { name: words.library.rollCall, exact: true }).click()
}

async function paste(window: Page, list: string): Promise<void> {
  await openRollCalls(window)
  await pane(window).getByRole('button', { name: w.new }).click()
  await pane(window).getByLabel(w.paste).fill(list)
}

const run = (window: Page): Promise<void> => pane(window).getByRole('button', { name: w.start }).click()
const tab = (window: Page, key: 'all' | 'found' | 'missing' | 'malformed', count: number): Locator =>
  pane(window).getByRole('radio', { name: say(w[`tab-${key}`], { count }), exact: true })

test('a pasted list: found, not found with what is near, malformed; Enter opens the document at the passage', async ({
  room
}) => {
  const sanad = await startWith(room, LETTERS)
  const { window } = sanad
  await paste(window, 'Reza Darvan\nNehrin, Sara\n…\nRezza Darvan\nرضا دروان\nNobody Atall')
  await expect(pane(window)).toContainText(say(w.badCount_one, { count: 1 }))
  // What was pasted is still there after a look at something else.
  await pane(window).getByRole('button', { name: w.back }).click()
  await pane(window).getByRole('button', { name: w.new }).click()
  await expect(pane(window).getByLabel(w.paste)).toHaveValue(/Rezza Darvan/)
  await run(window)
  await expect(tab(window, 'all', 6)).toBeVisible()
  await expect(tab(window, 'found', 3)).toBeVisible()
  await expect(line(window, 'Rezza Darvan')).toContainText('Reza Darvan (1)')
  await expect(line(window, '…')).toContainText(w['problem-nothing-to-search'])

  await tab(window, 'missing', 2).click()
  await expect(lines(window).getByRole('option')).toHaveCount(2)
  await line(window, 'Rezza Darvan').click()
  await expect(pane(window).getByRole('complementary')).toContainText(w.nearest)

  await tab(window, 'found', 3).click()
  await expect(line(window, 'Reza Darvan').locator('mark').first()).toHaveText('Reza Darvan')
  await lines(window).focus()
  await window.keyboard.press('Home')
  await window.keyboard.press('Enter')
  await expect(reader(window)).toContainText('was taken from the yard')
  await expect(searchBox(window)).toHaveValue('"Reza Darvan"')
  await expect(reader(window).locator('mark').first()).toBeVisible()

  // The way back leads to the same tab and line.
  await window.keyboard.press('Control+Shift+R')
  await expect(line(window, 'Reza Darvan')).toHaveAttribute('aria-selected', 'true')
})

test('a file with its column, run again after an import shows only what is new, and goes out as CSV', async ({ room }) => {
  const sanad = await startWith(room, LETTERS)
  const { window } = sanad
  const list = join(room.folder, 'missing.csv')
  writeFileSync(list, 'no,name\n1,Reza Darvan\n2,"Nehrin, Sara"\n3,"Broken\n4,Mina Darvan\n5,=cmd\n')
  await openRollCalls(window)
  await pane(window).getByRole('button', { name: w.new }).click()
  await answerOpenDialog(sanad, [list])
  await pane(window).getByRole('button', { name: w.openFile }).click()
  await expect(pane(window)).toContainText(say(w.lineCount_other, { count: 5 }))
  await expect(pane(window)).toContainText(w['problem-broken-quotes'])
  await run(window)
  await expect(tab(window, 'found', 2)).toBeVisible()

  const more = write(join(room.folder, 'More'), { 'more.txt': 'Another letter\n\nMina Darvan asked after Reza Darvan.' })
  await importAndClose(sanad, more)
  await openRollCalls(window)
  await expect(pane(window)).toContainText(say(w.newDocuments_one, { count: 1 }))
  await pane(window).getByRole('button', { name: w.runAgain }).click()
  await expect(tab(window, 'found', 3)).toBeVisible()
  await pane(window).getByText(w.freshOnly, { exact: true }).click()
  await expect(lines(window).getByRole('option')).toHaveCount(2)
  await expect(line(window, 'Mina Darvan')).toContainText(say(w.fresh, { count: 1 }))

  const out = join(room.folder, 'out.csv')
  await answerSaveDialog(sanad, out)
  await pane(window).getByRole('button', { name: w.exportCsv }).click()
  await expect(window.getByText(say(w.exported, { name: 'out.csv' }))).toBeVisible()
  expect(existsSync(out)).toBe(true)
  const csv = readFileSync(out, 'utf8')
  expect(csv).toMatch(/^\ufeffline,text,state,/)
  expect(csv).toContain("'=cmd")
  expect(csv).not.toContain(room.folder)
})

test('roll-calls are kept, renamed, deleted and put back', async ({ room }) => {
  const { window } = await startWith(room, LETTERS)
  await paste(window, 'Reza Darvan')
  await pane(window).getByLabel(w.name).fill('Missing from the yard')
  await run(window)
  await pane(window)
    .getByRole('button', { name: say(w.menu, { name: 'Missing from the yard' }) })
    .click()
  await window.getByRole('menuitem', { name: w.rename }).click()
  await window.getByRole('dialog').getByLabel(w.name).fill('The missing')
  await window.getByRole('dialog').getByRole('button', { name: words.common.rename }).click()
  await expect(pane(window).getByRole('heading', { name: 'The missing' })).toBeVisible()
  await pane(window)
    .getByRole('button', { name: say(w.menu, { name: 'The missing' }) })
    .click()
  await window.getByRole('menuitem', { name: w.delete }).click()
  await expect(pane(window)).toContainText(w.emptyTitle)
  await window.getByRole('button', { name: words.common.undo }).click()
  await expect(pane(window).getByRole('button', { name: /^The missing/ })).toBeVisible()
  await window.keyboard.press('Escape')
  await expect(searchBox(window)).toBeVisible()
})
