/** The room over the results: one line says how a query was read, and neither it nor what comes late moves or crowds out the list. */
import type { Locator, Page } from '@playwright/test'
import { writeTexts } from '#tests/support/generated-letters'
import { expectTotal, importFolder, receiptOf, results, search, searchBox } from '#tests/support/journey'
import { expect, type Room, type Sanad, test } from '#tests/support/room'
import { say, words } from '#tests/support/words'

const TEXTS = [
  'The prisoners of Nehrin wrote a letter to the court.',
  'One prisoner came before the court of Darvan. He had no letters.',
  'A leter of the prisoner, as it was typed.',
  'Another letter, on the families.'
]

async function imported(room: Room): Promise<Sanad> {
  const sanad = await room.start()
  await importFolder(sanad, writeTexts(room.folder, 'Letters', TEXTS))
  await (await receiptOf(sanad.window, 'Letters')).getByRole('button', { name: words.common.done }).click()
  return sanad
}

const understood = (window: Page): Locator => window.getByRole('region', { name: words.query.understoodLabel })
const pane = (window: Page): Locator => window.getByRole('region', { name: words.shell.results })

async function topOf(list: Locator): Promise<number> {
  const box = await list.boundingBox()
  if (box === null) throw new Error('not in sight')
  return box.y
}

test('every query says on one line how it was read; its words are the switches; the list stays where it is', async ({ room }) => {
  const { window } = await imported(room)
  await search(window, 'court')
  await expectTotal(window, 2)
  await expect(understood(window)).toContainText(`${words.search.understood}court`)
  const top = await topOf(results(window))
  // A word with another form, and several.
  await search(window, 'letter')
  await expectTotal(window, 3)
  const term = understood(window).getByRole('button', {
    name: say(words.query.expansionsOf, { word: 'letter', on: 1, all: 1 })
  })
  await expect(term).toContainText('letter')
  expect(await topOf(results(window))).toBe(top)
  await search(window, 'letter OR prisoner -families')
  await expectTotal(window, 3)
  expect(await topOf(results(window))).toBe(top)
})

test('a long query leaves the results their room, and is shown in full when asked for', async ({ room }) => {
  const sanad = await imported(room)
  const { window } = sanad
  await sanad.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.setBounds({ x: 0, y: 0, width: 1024, height: 700 })
  )
  await expect.poll(() => window.evaluate(() => innerHeight)).toBeLessThanOrEqual(700)
  const long = `letter OR prisoner ${Array.from({ length: 12 }, (_, at) => `OR ${'andalsothis'.repeat(4)}${at}`).join(' ')} OR prisoners`
  await search(window, long)
  await expectTotal(window, 4)
  await window.getByRole('button', { name: words.shortcuts['build-query'] }).click()
  await expect(window.getByRole('toolbar', { name: words.query.builder })).toBeVisible()
  const share = async (): Promise<number> => {
    const [list, whole] = [await results(window).boundingBox(), await pane(window).boundingBox()]
    return (list?.height ?? 0) / (whole?.height ?? 1)
  }
  expect(await share()).toBeGreaterThan(0.55)
  expect(await window.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
  const whole = understood(window).getByRole('button', { name: words.query.understoodAll })
  await whole.click()
  await expect(understood(window).getByRole('button', { name: words.query.understoodLess })).toBeVisible()
  await understood(window).getByRole('button', { name: words.query.understoodLess }).click()
  await expect(whole).toBeVisible()
  await searchBox(window).fill(`${'nothinglikeit'.repeat(30)} court`)
  await searchBox(window).press('Enter')
  await expect(window.getByText(words.search.nothingTitle)).toBeVisible()
  await expect(window.getByRole('region', { name: words.query.offers }).getByRole('button').first()).toBeInViewport()
  await expect(searchBox(window)).toBeVisible()
})
