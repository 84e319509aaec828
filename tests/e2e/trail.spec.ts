/** The research trail: what is kept, how it is taken up again, and that cleared or switched off means not a word on disk. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { writeTexts } from '#tests/support/generated-letters'
import { expectTotal, importFolder, navigation, reader, receiptOf, results, search, searchBox } from '#tests/support/journey'
import { expect, type Room, type Sanad, test } from '#tests/support/room'
import { say, words } from '#tests/support/words'

async function imported(room: Room): Promise<Sanad> {
  const sanad = await room.start()
  await importFolder(
    sanad,
    writeTexts(room.folder, 'Letters', ['harbour one', 'harbour two of Darvan', 'narengtree stands here'])
  )
  await (await receiptOf(sanad.window, 'Letters')).getByRole('button', { name: words.common.done }).click()
  return sanad
}

async function openTrail(window: Page): Promise<Locator> {
  await navigation(window).getByRole('button', { name: words.kept.trail, exact: true }).click()
  return window.getByRole('dialog', { name: words.kept.trail })
}

const filesHold = (room: Room, word: string): boolean =>
  ['archive.db', 'archive.db-wal']
    .map((name) => join(room.folder, 'Test.sanad', name))
    .some((file) => existsSync(file) && readFileSync(file, 'latin1').includes(word))

test('finished searches and what was opened from them are kept, and taken up again', async ({ room }) => {
  const sanad = await imported(room)
  const { window } = sanad
  await search(window, 'harbour')
  await expectTotal(window, 2)
  await results(window).getByRole('option').first().click()
  await expect(reader(window).getByRole('article')).toContainText('harbour')
  await search(window, 'darvan')
  await expectTotal(window, 1)
  const trail = await openTrail(window)
  await expect(trail.getByRole('button', { name: /^harbour .*2 documents/ })).toBeVisible()
  await expect(trail.getByRole('button', { name: /^darvan .*1 document/ })).toBeVisible()
  await expect(trail.getByRole('button', { name: /^harbour (one|two)/ })).toHaveCount(1)
  await trail.getByRole('button', { name: /^harbour .*2 documents/ }).click()
  await expect(trail).toBeHidden()
  await expect(searchBox(window)).toHaveValue('harbour')
  await expectTotal(window, 2)
})

test('a query that was left off is no search until a document is opened from it', async ({ room }) => {
  const { window } = await imported(room)
  // Nothing is waited for here: what stands for five seconds counts as looked at.
  await searchBox(window).fill('narengt')
  await searchBox(window).press('Tab')
  await search(window, 'darvan')
  await expectTotal(window, 1)
  await searchBox(window).fill('harbour')
  await expectTotal(window, 2)
  await results(window).getByRole('option').first().click()
  await expect(reader(window).getByRole('article')).toContainText('harbour')
  const trail = await openTrail(window)
  await expect(trail.getByRole('button', { name: /^harbour .*2 documents/ })).toBeVisible()
  await expect(trail.getByRole('button', { name: /^darvan .*1 document/ })).toBeVisible()
  await expect(trail.getByRole('button', { name: /narengt/ })).toHaveCount(0)
})

test('what is cleared is gone from the files, and switched off nothing is written', async ({ room }) => {
  const sanad = await imported(room)
  const { window } = sanad
  await search(window, 'harbour zanbaqword OR harbour')
  await search(window, 'darvan')
  let trail = await openTrail(window)
  await expect(trail.getByRole('button', { name: /zanbaqword .*documents/ })).toBeVisible()
  expect(filesHold(room, 'zanbaqword')).toBe(true)
  await trail.getByRole('button', { name: say(words.kept.clearOne, { query: 'harbour zanbaqword OR harbour' }) }).click()
  await expect(trail.getByRole('button', { name: /zanbaqword/ })).toHaveCount(0)
  await expect.poll(() => filesHold(room, 'zanbaqword')).toBe(false)
  await expect(trail.getByRole('button', { name: /^darvan / })).toBeVisible()
  await trail.getByRole('button', { name: words.kept.clearAll }).click()
  await trail.getByRole('button', { name: words.kept.clearSure }).click()
  await expect(trail.getByText(words.kept.trailEmpty)).toBeVisible()
  await trail.getByText(words.kept.keep).click()
  await expect(trail.getByText(words.kept.trailOff)).toBeVisible()
  await window.keyboard.press('Escape')
  await search(window, 'narengtree OR sosanword')
  await expectTotal(window, 1)
  await results(window).getByRole('option').first().click()
  await expect(reader(window).getByRole('article')).toContainText('narengtree')
  trail = await openTrail(window)
  await expect(trail.getByText(words.kept.trailOff)).toBeVisible()
  expect(filesHold(room, 'sosanword')).toBe(false)
  await sanad.quit()
  expect(filesHold(room, 'sosanword')).toBe(false)
})
