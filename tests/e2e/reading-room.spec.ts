/** The main job, as a person does it: import, read, search, tag, star, correct, and find all of it again after the next start. */
import { cpSync, readdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Locator, Page } from '@playwright/test'
import {
  expectTotal,
  importFolder,
  inspector,
  navigation,
  place,
  reader,
  receiptOf,
  results,
  search
} from '#tests/support/journey'
import { ask, expect, type Room, type Sanad, test } from '#tests/support/room'
import { say, words } from '#tests/support/words'

const sample = resolve(import.meta.dirname, '../../resources/sample')

/** The sample archive, with an empty file and a type that can not be read yet beside it. */
function mixedFolder(room: Room): string {
  const folder = room.newFolder('Evidence drive')
  cpSync(sample, folder, { recursive: true })
  writeFileSync(join(folder, 'empty.txt'), '')
  writeFileSync(join(folder, 'ledger.sqlite'), Buffer.concat([Buffer.from('SQLite format 3\0'), Buffer.alloc(2048)]))
  return folder
}

const filesUnder = (folder: string): number =>
  readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).length

async function number(cell: Locator): Promise<number> {
  return Number(((await cell.textContent()) ?? '').replace(/\D/g, ''))
}

/** Reads the sum of a receipt as it is written there, and says whether it holds. */
async function expectSum(receipt: Locator, files: number): Promise<void> {
  const parts = await Promise.all(
    ['documents', 'copies', 'withoutText', 'failed'].map((line) => number(receipt.locator(`tr[data-line="${line}"] td`).first()))
  )
  expect(await number(receipt.locator('tfoot td'))).toBe(files)
  expect(parts.reduce((sum, part) => sum + part)).toBe(files)
  expect(parts.slice(1)).toEqual([2, 8, 1])
  await expect(receipt).toContainText(words.importing.sumExact)
}

async function imported(room: Room): Promise<Sanad> {
  const sanad = await room.start()
  const folder = mixedFolder(room)
  await importFolder(sanad, folder)
  const receipt = await receiptOf(sanad.window, 'Evidence drive')
  await expectSum(receipt, filesUnder(folder))
  await receipt.getByRole('button', { name: words.common.done }).click()
  return sanad
}

/** The mark that is being looked at: in sight, and exactly these words. */
async function expectCurrentHit(window: Page, text: string): Promise<void> {
  const mark = reader(window).locator('mark[data-current]')
  await expect(mark).toHaveText(text)
  await expect(mark).toBeInViewport()
}

async function openFirst(window: Page): Promise<void> {
  await results(window).getByRole('option').first().click()
}

test('a first archive: import a folder, search it in three scripts, and read at the hit', async ({ room }) => {
  const sanad = await imported(room)
  const { window } = sanad

  await search(window, '"crimes against humanity" after:2021-03-01 before:2021-03-31')
  await expectTotal(window, 1)
  await openFirst(window)
  await expect(reader(window).getByRole('heading', { level: 1 })).toContainText('crimes against humanity')
  await expectCurrentHit(window, 'crimes against humanity')

  // One word, spelled with a Persian, an Arabic and no joiner, finds the same documents.
  const totals = new Set<number>()
  for (const spelling of ['می‌خواهیم', 'ميخواهيم', 'می خواهیم']) {
    await search(window, spelling)
    await expect(results(window).getByRole('option').first()).toBeVisible()
    await expect(results(window)).toContainText('سرگشاد')
    totals.add((await ask(sanad, 'search.run', { query: spelling })).total)
  }
  expect([...totals]).toHaveLength(1)
  await search(window, 'كتابي')
  await results(window)
    .getByRole('option', { name: /سرگشاد/ })
    .first()
    .click()
  await expectCurrentHit(window, 'کتابی')
  await expect(reader(window).getByRole('article')).toHaveAttribute('dir', 'rtl')

  await search(window, '人人有资格享有')
  await expectTotal(window, 1)
  await openFirst(window)
  await expectCurrentHit(window, '人人有资格享有')
})

test('every hit is one key away, on to the next document and back', async ({ room }) => {
  const { window } = await imported(room)
  await search(window, 'torture lang:en')
  const total = await results(window).getByRole('option').count()
  expect(total).toBeGreaterThan(2)
  await openFirst(window)
  const heading = reader(window).getByRole('heading', { level: 1 })
  const first = (await heading.textContent()) ?? ''
  await expectCurrentHit(window, 'torture')
  const hits = await reader(window).locator('mark[data-hit]').count()
  for (let step = 0; step < hits; step++) await window.keyboard.press('n')
  await expect(heading).not.toHaveText(first)
  await expectCurrentHit(window, 'torture')
  await window.keyboard.press('p')
  await expect(heading).toHaveText(first)
  await expectCurrentHit(window, 'torture')
})

async function tagSelection(window: Page, name: string): Promise<void> {
  await window.getByRole('button', { name: words.search.tagSelection, exact: true }).click()
  const editor = window.getByRole('dialog', { name: /^Tags of \d+ documents$/ })
  await editor.getByRole('searchbox').fill(name)
  await editor.getByRole('option', { name: say(words.organise.create, { name }) }).click()
  await editor.getByRole('button', { name: words.common.close }).click()
}

async function chooseInTagMenu(window: Page, tag: string, entry: string): Promise<void> {
  await navigation(window)
    .getByRole('button', { name: say(words.organise.tagMenu, { name: tag }) })
    .click()
  await window.getByRole('menuitem', { name: entry }).click()
}

test('tags: many documents at once, filter, rename, merge, delete and take it back', async ({ room }) => {
  const { window } = await imported(room)
  await search(window, 'folder:"Universal Declaration of Human Rights" (lang:en OR lang:fa OR lang:ar)')
  await results(window).focus()
  await window.keyboard.press('Control+a')
  await expect(window.getByRole('button', { name: words.search.tagSelection, exact: true })).toBeVisible()
  const chosen = await results(window).getByRole('option', { selected: true }).count()
  expect(chosen).toBeGreaterThan(1)
  await tagSelection(window, 'اعلامیه')
  const row = place(window, 'اعلامیه')
  await expect(row).toHaveAccessibleName(new RegExp(`, ${chosen} documents$`))

  await row.click()
  await search(window, '')
  await expectTotal(window, chosen)

  await chooseInTagMenu(window, 'اعلامیه', words.organise.rename)
  await window.getByRole('dialog').getByRole('textbox').fill('declaration')
  await window.getByRole('dialog').getByRole('button', { name: words.common.rename }).click()
  await expect(place(window, 'declaration')).toBeVisible()

  await place(window, words.library.allDocuments).click()
  await search(window, 'title:testimony')
  await openFirst(window)
  await window.keyboard.press('t')
  const editor = window.getByRole('dialog', { name: words.organise.editTags })
  await editor.getByRole('searchbox').fill('witnesses')
  await window.keyboard.press('Enter')
  await window.keyboard.press('Escape')
  await expect(place(window, 'witnesses')).toHaveAccessibleName(/, 1 document$/)

  await chooseInTagMenu(window, 'witnesses', words.organise.mergeInto)
  await window.getByRole('dialog').getByRole('button', { name: words.organise.merge, exact: true }).click()
  await expect(place(window, 'declaration')).toHaveAccessibleName(new RegExp(`, ${chosen + 1} documents$`))
  await expect(place(window, 'witnesses')).toBeHidden()

  await chooseInTagMenu(window, 'declaration', words.organise.delete)
  await expect(place(window, 'declaration')).toBeHidden()
  const notice = window.getByRole('status').filter({ hasText: say(words.organise.deleted, { name: 'declaration' }) })
  await notice.getByRole('button', { name: words.common.undo }).click()
  await expect(place(window, 'declaration')).toHaveAccessibleName(new RegExp(`, ${chosen + 1} documents$`))
})

test('stars, corrections, tags and what was read are there at the next start', async ({ room }) => {
  const sanad = await imported(room)
  const { window } = sanad
  await search(window, 'title:"Letters 58"')
  await openFirst(window)
  await reader(window).getByRole('button', { name: words.reader.star, exact: true }).click()
  const edit = say(words.inspector.edit, { field: words.inspector['field-title'] })
  await inspector(window)
    .getByRole('button', { name: new RegExp(`^${edit}`) })
    .click()
  const field = inspector(window).getByRole('textbox', { name: words.inspector['field-title'] })
  await field.fill('The last four letters')
  await field.press('Enter')
  await expect(reader(window).getByRole('heading', { level: 1 })).toHaveText('The last four letters')
  await ask(sanad, 'tags.add', {
    ids: [(await ask(sanad, 'search.run', { query: 'title:"last four"' })).hits[0]?.id ?? 0],
    name: 'kept'
  })
  const before = await ask(sanad, 'archive.info', {})
  await sanad.quit()

  const again = await room.start()
  await place(again.window, words.library.starred).click()
  await expectTotal(again.window, 1)
  await openFirst(again.window)
  await expect(reader(again.window).getByRole('heading', { level: 1 })).toHaveText('The last four letters')
  await expect(inspector(again.window)).toContainText(words.inspector.corrected)
  await expect(place(again.window, 'kept')).toHaveAccessibleName(/, 1 document$/)
  const { documents, originals, bytes } = await ask(again, 'archive.info', {})
  expect({ documents, originals, bytes }).toEqual({
    documents: before.documents,
    originals: before.originals,
    bytes: before.bytes
  })

  // A second look at the same folder finds only what is known, and the correction stays.
  await importFolder(again, join(room.folder, 'Evidence drive'))
  await place(again.window, words.library.starred).click()
  await expect(again.window.getByRole('button', { name: words.importing.showReceipt })).toBeVisible()
  await again.window.getByRole('button', { name: words.importing.showReceipt }).click()
  const receipt = await receiptOf(again.window, 'Evidence drive')
  expect(await number(receipt.locator('tr[data-line="documents"] td').first())).toBe(0)
  await receipt.getByRole('button', { name: words.common.done }).click()
  await expect(reader(again.window).getByRole('heading', { level: 1 })).toHaveText('The last four letters')
})

test('what can not be read is listed with the reason, and nothing is hidden', async ({ room }) => {
  const { window } = await imported(room)
  await place(window, words.library.attention).click()
  const list = window.getByRole('region', { name: words.shell.results })
  await expect(list).toContainText('empty.txt')
  await expect(list).toContainText('ledger.sqlite')
  await expect(list).toContainText(words.attention['title-not-readable-yet'])
})
