/** The custody log as a person meets it: what was done, in sentences; whether it holds; of one document; and out to a file that others check. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { isolated } from '#renderer/i18n/isolated.ts'
import { checkWithNode } from '#tests/support/check-exported-log'
import { writeTexts } from '#tests/support/generated-letters'
import { importFolder, inspector, reader, receiptOf, results } from '#tests/support/journey'
import { answerSaveDialog, ask, expect, type Room, type Sanad, test } from '#tests/support/room'
import { say, words } from '#tests/support/words'

/** An archive of two letters: one tagged and corrected, and open in the reader. */
async function withHistory(room: Room): Promise<Sanad> {
  const sanad = await room.start()
  const { window } = sanad
  await importFolder(sanad, writeTexts(room.folder, 'Letters', ['harbour one', 'harbour two']))
  await (await receiptOf(window, 'Letters')).getByRole('button', { name: words.common.done }).click()
  await results(window).getByRole('option').first().click()
  await expect(reader(window).getByRole('article')).toContainText('harbour')
  const { hits } = await ask(sanad, 'search.run', { query: 'one', filter: {} })
  const id = hits[0]?.id
  if (id === undefined) throw new Error('the letter is not found')
  await ask(sanad, 'tags.add', { ids: [id], name: 'خاوران' })
  await ask(sanad, 'document.correct', { id, field: 'title', value: 'Letter of a witness' })
  return sanad
}

async function openLog(window: Page): Promise<Locator> {
  await window.keyboard.press('Control+,')
  const settings = window.getByRole('dialog', { name: words.settings.title })
  await settings.getByRole('button', { name: words.custody.settingsShow }).click()
  return window.getByRole('dialog', { name: words.custody.title })
}

test('what was done stands there in sentences, narrowed by kind, each entry with its documents', async ({ room }) => {
  const { window } = await withHistory(room)
  const log = await openLog(window)
  const list = log.getByRole('listbox', { name: words.custody.entries })
  const entries = list.getByRole('option')
  await expect(entries.first()).toContainText(/Title of “.?Letter of a witness.?” corrected/)
  await expect(entries.last()).toContainText(words.custody['archive-created'])
  await expect(list).toContainText('2 files came in with import 1.')
  await expect(list).toContainText(/“.?Letter of a witness.?” was tagged “.?خاوران/)
  await log.getByRole('button', { name: words.custody['topic-all'] }).click()
  await window.getByRole('option', { name: words.custody['topic-tags'] }).click()
  await expect(entries).toHaveCount(2)
  await list.focus()
  await window.keyboard.press('ArrowDown')
  const detail = log.getByRole('region', { name: /^Entry / })
  await expect(detail.getByText(/^[0-9a-f]{64}$/)).toBeVisible()
  await detail.getByRole('button', { name: 'Letter of a witness' }).click()
  await expect(log).toBeHidden()
  await expect(reader(window)).toContainText('Letter of a witness')
})

test('the log is checked, its fingerprint copied, and written to a file that holds without the program', async ({ room }) => {
  const sanad = await withHistory(room)
  const { app, window } = sanad
  const log = await openLog(window)
  const { entries, head } = await ask(sanad, 'custody.summary', {})
  await log.getByRole('button', { name: words.custody.check }).click()
  await expect(log.getByRole('status')).toContainText(say(words.custody.holds_other, { count: entries }))
  await log.getByRole('button', { name: words.custody.copyFingerprint }).click()
  const copied = await app.evaluate(({ clipboard }) => clipboard.readText())
  expect(copied).toMatch(/^\d+ entries: ([0-9a-f]{4} ){7}[0-9a-f]{4}$/)
  expect(copied.replace(/\s/g, '')).toContain(head?.hash.slice(0, 32))
  const file = join(room.folder, 'log.jsonl')
  await answerSaveDialog(sanad, file)
  await log.getByRole('button', { name: words.custody.export }).click()
  await expect(window.getByText(say(words.custody.exported_other, { count: entries, name: 'log.jsonl' }))).toBeVisible()
  const fingerprint = copied.split(': ')[1] ?? ''
  expect(checkWithNode(file, '--entries', String(entries), '--fingerprint', fingerprint)).toMatchObject({ status: 0 })
  expect(readFileSync(file, 'utf8')).not.toContain('harbour two')
  await expect(log.getByRole('option').first()).toContainText(words.custody['exported-custody-log'])
})

test('the details of a document say what was done to it, and lead to its entries in the log', async ({ room }) => {
  const { window } = await withHistory(room)
  await results(window)
    .getByRole('option', { name: /Letter of a witness/ })
    .click()
  const history = inspector(window).locator('.inspector-row', { hasText: words.custody.history })
  await history.getByRole('button', { name: words.custody.historyShow }).click()
  await expect(history.getByRole('listitem')).toHaveText([
    /^Title of this document corrected: “.?harbour one.?” became “.?Letter of a witness/,
    /^This document was tagged “.?خاوران/,
    /^This document came in with import 1\./
  ])
  await history.getByRole('button', { name: words.custody.historyAll }).click()
  const log = window.getByRole('dialog', { name: words.custody.title })
  await expect(log.getByText(say(words.custody.onlyAbout, { title: isolated('Letter of a witness') }))).toBeVisible()
  await expect(log.getByRole('option')).toHaveCount(3)
  await log.getByRole('button', { name: words.custody.showAll }).click()
  await expect(log.getByRole('option').last()).toContainText(words.custody['archive-created'])
})

test('what is copied can be compared later; another log, and what is no fingerprint, are told apart', async ({ room }) => {
  const sanad = await withHistory(room)
  const { app, window } = sanad
  const { entries } = await ask(sanad, 'custody.summary', {})
  const log = await openLog(window)
  await log.getByRole('button', { name: words.custody.copyFingerprint }).click()
  const copied = await app.evaluate(({ clipboard }) => clipboard.readText())
  const field = log.getByRole('textbox', { name: words.custody.compare })
  await field.focus()
  await window.keyboard.press('Control+V')
  await expect(field).toHaveValue(copied)
  const compare = log.getByRole('button', { name: words.custody.compareNow, exact: true })
  await compare.click()
  await expect(log.getByText(say(words.custody['noted-last'], { entry: String(entries) }))).toBeVisible()
  await field.fill(copied.replace(/^\d+/, String(entries + 1)))
  await expect(log.getByText(words.custody.notedNext)).toBeHidden()
  await compare.click()
  await expect(log.getByRole('alert')).toContainText(say(words.custody['noted-shorter'], { entry: String(entries + 1) }))
  await field.fill(copied.replace(/^\d+/, '1'))
  await window.keyboard.press('Enter')
  await expect(log.getByRole('alert')).toContainText(say(words.custody['noted-other'], { entry: '1' }))
  await field.fill('the fingerprint')
  await compare.click()
  await expect(log.getByText(words.custody['noted-unreadable'])).toBeVisible()
  await expect(log.getByRole('alert')).toHaveCount(0)
})

test('it is found in the palette', async ({ room }) => {
  const { window } = await withHistory(room)
  await window.keyboard.press('Control+K')
  await window.keyboard.type('custody')
  await window.keyboard.press('Enter')
  await expect(window.getByRole('dialog', { name: words.custody.title })).toBeVisible()
})
