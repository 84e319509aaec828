/** From a passage in the results to its place in the document, whatever view it opens in, and from hit to hit through all documents. */
import { copyFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { expectTotal, importFolder, reader, receiptOf, results, search } from '#tests/support/journey'
import { expect, type Room, type Sanad, test } from '#tests/support/room'
import { say, words } from '#tests/support/words'

const REGISTER = resolve(import.meta.dirname, '../fixtures/pages/Register of the lower orchard.pdf')
const FILLER = 'The committee met again in the morning and wrote down what had been said about the harvest. '

const current = (window: Page): Locator => reader(window).locator('mark[data-current]')
const card = (window: Page, title: string): Locator => results(window).getByRole('option', { name: title }).first()
const passages = (window: Page, title: string): Locator => card(window, title).locator('.card-passage')

/** About 1.4 million characters with the name at three places, far apart. */
function longText(): string {
  const paragraphs = Array.from({ length: 5000 }, (_, at) => `${at}. ${FILLER.repeat(3)}`)
  paragraphs[900] = 'A rider brought Golzar a letter.'
  paragraphs[2600] = 'Nobody had asked for Golzar since.'
  paragraphs[4700] = 'The last page says that Golzar left Darvan with the winter caravan.'
  return `The long journal of Darvan\n\n${paragraphs.join('\n\n')}`
}

async function start(room: Room): Promise<Sanad> {
  const folder = room.newFolder('Evidence')
  writeFileSync(join(folder, 'journal.txt'), longText())
  writeFileSync(join(folder, 'note.txt'), 'A short note\n\nGolzar was seen at the mill. Later Golzar was not seen.')
  const rows = Array.from({ length: 400 }, (_, at) => `${at},Name ${at},Nehrin`)
  rows[320] = '320,Golzar T.,Darvan'
  writeFileSync(join(folder, 'table of names.csv'), `number,name,place\n${rows.join('\n')}\n`)
  copyFileSync(REGISTER, join(folder, 'register.pdf'))
  const sanad = await room.start()
  await importFolder(sanad, folder)
  await (await receiptOf(sanad.window, 'Evidence')).getByRole('button', { name: words.common.done }).click()
  return sanad
}

test('a document opens at the passage that was chosen, by key and by pointer', async ({ room }) => {
  const { window } = await start(room)
  await search(window, 'golzar caravan OR letter OR asked')
  await expect(passages(window, 'The long journal of Darvan')).toHaveCount(3)

  await search(window, 'golzar caravan')
  await expectTotal(window, 1)
  await results(window).press('Enter')
  await expect(current(window)).toBeInViewport()
  await expect(current(window)).toHaveText('Golzar')
  await expect(reader(window).getByText('with the winter')).toBeInViewport()

  await search(window, 'golzar')
  await expectTotal(window, 3)
  await expect(passages(window, 'The long journal of Darvan')).toHaveCount(3)
  for (const [shown, place] of [
    ['asked for', 'Nobody had asked for'],
    ['A rider brought', 'A rider brought'],
    ['left Darvan', 'The last page says']
  ] as const) {
    await passages(window, 'The long journal of Darvan').filter({ hasText: shown }).click()
    await expect(current(window)).toBeInViewport()
    await expect(reader(window).getByText(place)).toBeInViewport()
  }
})

test('a row of a table and a page of a PDF open at the passage too, and say where it stands', async ({ room }) => {
  const { window } = await start(room)
  await search(window, 'golzar')
  await card(window, 'table of names').click()
  await expect(reader(window).getByRole('grid')).toBeVisible()
  await expect(current(window)).toBeInViewport()
  await expect(current(window)).toHaveText('Golzar')

  await search(window, 'orchard')
  const shown = passages(window, 'Register of the lower orchard').first()
  await expect(shown.locator('.card-place')).toHaveText(say(words.reader['mark-page'], { number: 1 }))
  await shown.click()
  await expect(reader(window).locator('.page-marks mark[data-current]')).toBeInViewport()
})

test('n and p walk through the hits of all documents, and back', async ({ room }) => {
  const { window } = await start(room)
  const { keyboard } = window
  await search(window, 'golzar')
  await expectTotal(window, 3)
  await results(window).press('Home')
  await results(window).press('Enter')
  await expect(current(window)).toBeInViewport()

  const hits = new Map([
    ['A short note', 2],
    ['table of names', 1],
    ['The long journal of Darvan', 3]
  ])
  const titles = await results(window).locator('.card-title-words').allTextContents()
  const steps = titles.flatMap((title) =>
    Array.from({ length: hits.get(title) ?? 0 }, (_, at) => `${title} ${at + 1}/${hits.get(title)}`)
  )
  expect(steps).toHaveLength(6)
  // The best passage of a document need not be its first hit.
  while ((await where(window)) !== steps[0]) await keyboard.press('p')
  await expect.poll(() => where(window)).toBe(steps[0])
  for (const step of steps.slice(1)) {
    await keyboard.press('n')
    await expect.poll(() => where(window)).toBe(step)
    await expect(current(window)).toBeInViewport()
  }
  await keyboard.press('n')
  await expect(window.getByText(words.reader.endOfResults)).toBeVisible()
  for (const step of steps.slice(0, -1).reverse()) {
    await keyboard.press('p')
    await expect.poll(() => where(window)).toBe(step)
    await expect(current(window)).toBeInViewport()
  }
  await keyboard.press('p')
  await expect(window.getByText(words.reader.startOfResults)).toBeVisible()
})

/** The open document and which of its hits the reader is at, as the window says it. */
async function where(window: Page): Promise<string> {
  const title = await results(window).locator('[data-open="true"] .card-title-words').textContent()
  const steps = await reader(window).locator('.reader-hits').textContent()
  return `${title} ${steps?.match(/\d+/g)?.join('/')}`
}
