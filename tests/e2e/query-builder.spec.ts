/** Asking without operators: the query as chips, examples from the archive, what to ask where nothing was found, and what a word finds besides. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { expectTotal, importFolder, receiptOf, results, search, searchBox } from '#tests/support/journey'
import { ask, expect, type Room, type Sanad, test } from '#tests/support/room'
import { say, words } from '#tests/support/words'

const FILES: Readonly<Record<string, string>> = {
  'letter.html':
    '<html><head><title>Letter from the prison</title><meta property="article:published_time" content="1988-07-27"></head><body><p>The prisoners of Nehrin wrote a letter to the court.</p></body></html>',
  'hearing.html':
    '<html><head><title>Hearing in Darvan</title><meta property="article:published_time" content="1989-02-03"></head><body><p>One prisoner came before the court of Darvan.</p></body></html>',
  'release.txt': 'A press release on the prisoners of Nehrin and their families.'
}

/** An archive of three documents, two of them with a tag. */
async function imported(room: Room): Promise<Sanad> {
  const sanad = await room.start()
  const folder = room.newFolder('Field notes')
  for (const [name, text] of Object.entries(FILES)) writeFileSync(join(folder, name), text)
  await importFolder(sanad, folder)
  await (await receiptOf(sanad.window, 'Field notes')).getByRole('button', { name: words.common.done }).click()
  const { hits } = await ask(sanad, 'search.run', { query: 'court' })
  await ask(sanad, 'tags.add', { ids: hits.map((hit) => hit.id), name: 'court letters' })
  return sanad
}

const chips = (window: Page): Locator => window.getByRole('toolbar', { name: words.query.builder })
const chip = (window: Page, part: string): Locator =>
  chips(window).getByRole('button', { name: say(words.query.editPart, { part }), exact: true })

async function openBuilder(window: Page): Promise<void> {
  await window.getByRole('button', { name: words.shortcuts['build-query'] }).click()
  await expect(chips(window)).toBeVisible()
}

test('a query as chips: read from the text, changed by form and key, and written back', async ({ room }) => {
  const { window } = await imported(room)
  await openBuilder(window)
  await search(window, 'prisoner OR jail -press')
  await expect(chip(window, 'prisoner or jail')).toBeVisible()
  await chip(window, say(words.query.not, { part: 'press' })).press('Delete')
  await expect(searchBox(window)).toHaveValue('prisoner OR jail')
  await expectTotal(window, 3)

  await chips(window).getByRole('button', { name: words.query.add }).click()
  await window.getByRole('menuitem', { name: words.query['kind-tag'] }).click()
  await window
    .getByRole('listbox', { name: words.query.values })
    .getByRole('option', { name: /court letters/ })
    .click()
  await expect(searchBox(window)).toHaveValue('prisoner OR jail tag:"court letters"')
  await expectTotal(window, 2)

  const tagWords = say(words.query.chipField, { field: words.query['kind-tag'], value: 'court letters' })
  await chip(window, tagWords).press('Enter')
  const form = window.getByRole('dialog', { name: say(words.query.editPart, { part: tagWords }) })
  await form.getByText(words.query.negate).click()
  await form.getByRole('button', { name: words.common.done }).click()
  await expect(searchBox(window)).toHaveValue('prisoner OR jail -tag:"court letters"')
  await expectTotal(window, 1)
})

test('a date in words is read back in three calendars before it is asked for', async ({ room }) => {
  const { window } = await imported(room)
  await openBuilder(window)
  await search(window, 'date:"summer 1988"')
  await expectTotal(window, 1)
  const date = say(words.query.chipField, { field: words.query['kind-date'], value: 'summer 1988' })
  await chip(window, date).click()
  const form = window.getByRole('dialog', { name: say(words.query.editPart, { part: date }) })
  await expect(form.getByText('1 June 1988 to 31 August 1988')).toBeVisible()
  const value = form.getByRole('textbox', { name: words.query['kind-date'] })
  await value.fill('Mordad 13x7')
  await expect(form.getByText(words.query['unreadable-date'])).toBeVisible()
  await expect(form.getByRole('button', { name: words.common.done })).toBeDisabled()
  await value.fill('Bahman 1367')
  await expect(form.getByText('21 January 1989 to 19 February 1989')).toBeVisible()
  await value.press('Enter')
  await expect(searchBox(window)).toHaveValue('date:"Bahman 1367"')
  await expectTotal(window, 1)
  await expect(results(window).getByRole('option', { name: /Hearing in Darvan/ })).toBeVisible()
})

test('the help sheet shows what can be asked of this archive, and asks it', async ({ room }) => {
  const { window } = await imported(room)
  await searchBox(window).press('F1')
  const sheet = window.getByRole('dialog', { name: words.query.helpTitle })
  await expect(sheet.getByText(words.query.helpOwn)).toBeVisible()
  const example = sheet.getByRole('button', { name: /^tag:"court letters"/ })
  await expect(example).toContainText(say(words.common.documents_other, { count: 2 }))
  await example.click()
  await expect(sheet).toBeHidden()
  await expect(searchBox(window)).toHaveValue('tag:"court letters"')
  await expectTotal(window, 2)
})

test('where nothing is found it is said why, and what would find something', async ({ room }) => {
  const { window } = await imported(room)
  await searchBox(window).fill('prisonrs court')
  await searchBox(window).press('Enter')
  await expect(window.getByText(words.search.nothingTitle)).toBeVisible()
  const offers = window.getByRole('region', { name: words.query.offers })
  await expect(
    offers.getByRole('button', { name: /court.*2 documents/ }).or(offers.getByText('Any of these words'))
  ).not.toHaveCount(0)
  await offers.getByRole('button', { name: /prisoners.*instead of/ }).click()
  await expect(searchBox(window)).toHaveValue('prisoners court')
  await expectTotal(window, 2)
})

test('what a word finds besides can be switched off, until the word changes', async ({ room }) => {
  const { window } = await imported(room)
  await search(window, 'prisoner')
  await expectTotal(window, 3)
  const term = window.getByRole('button', { name: say(words.query.expansionsOf, { word: 'prisoner', on: 1, all: 1 }) })
  await term.click()
  const panel = window.getByRole('dialog', { name: say(words.query.alsoFoundWith, { word: 'prisoner' }) })
  await panel.getByText('prisoners', { exact: true }).click()
  await expectTotal(window, 1)
  await window.keyboard.press('Escape')
  await search(window, 'prisoner court')
  await expectTotal(window, 1)
  await search(window, 'court')
  await search(window, 'prisoner')
  await expectTotal(window, 3)
})
