/** What is offered while a query is typed, and other spellings of what was typed. */
import type { Locator, Page } from '@playwright/test'
import { writeTexts } from '#tests/support/generated-letters'
import { expectTotal, importFolder, reader, receiptOf, results, search, searchBox } from '#tests/support/journey'
import { expect, type Room, type Sanad, test } from '#tests/support/room'
import { words } from '#tests/support/words'

const suggestions = (window: Page): Locator => window.getByRole('listbox', { name: words.suggest.label })
const offer = (window: Page, name: string | RegExp): Locator => suggestions(window).getByRole('option', { name })

async function imported(room: Room): Promise<Sanad> {
  const sanad = await room.start()
  const texts = Array.from({ length: 30 }, (_, i) => `The network of Darvan, part ${i}. Networks and harbours.`)
  await importFolder(
    sanad,
    writeTexts(room.folder, 'Letters', [...texts, 'The harbourmaster of Nehrin', 'netwerk', 'خاوران و خاورمیانه'])
  )
  await (await receiptOf(sanad.window, 'Letters')).getByRole('button', { name: words.common.done }).click()
  return sanad
}

test('words are completed from the archive, by arrows, by Tab, or not at all', async ({ room }) => {
  const { window } = await imported(room)
  const box = searchBox(window)
  await box.fill('harb')
  await expect(offer(window, /^harbours 30/)).toBeVisible()
  await expect(offer(window, /^harbourmaster 1/)).toBeVisible()
  await expect(box).toHaveAttribute('aria-expanded', 'true')
  // Enter searches as typed: nothing was chosen.
  await box.press('Enter')
  await expect(suggestions(window)).toBeHidden()
  await expect(box).toHaveValue('harb')
  await box.fill('harbo')
  await expect(offer(window, /^harbourmaster 1/)).toBeVisible()
  await box.press('ArrowDown')
  await box.press('ArrowDown')
  await expect(offer(window, /^harbourmaster 1/)).toHaveAttribute('aria-selected', 'true')
  await box.press('Enter')
  await expect(box).toHaveValue('harbourmaster')
  await expect(box).toBeFocused()
  await expectTotal(window, 1)
  await box.fill('خاورم')
  await expect(offer(window, /^خاورمیانه 1/)).toBeVisible()
  await box.press('Tab')
  await expect(box).toHaveValue('خاورمیانه')
  await box.fill('netw')
  await expect(suggestions(window)).toBeVisible()
  await box.press('Escape')
  await expect(suggestions(window)).toBeHidden()
  await expect(box).toHaveValue('netw')
})

test('fields offer their values, titles open, and folders become filters', async ({ room }) => {
  const { window } = await imported(room)
  const box = searchBox(window)
  await box.fill('lan')
  await offer(window, /^lang:/).click()
  await expect(box).toHaveValue('lang:')
  await offer(window, /^persian/).click()
  await expect(box).toHaveValue('lang:persian ')
  await expectTotal(window, 1)
  await box.fill('harbourmaster of')
  await offer(window, /^The harbourmaster of Nehrin/).click()
  await expect(reader(window).getByRole('article')).toContainText('The harbourmaster of Nehrin')
  await box.fill('letters')
  await offer(window, new RegExp(`^Letters ${words.suggest.folder}`)).click()
  await expect(box).toHaveValue('')
  await expectTotal(window, 33)
})

test('a misspelled word brings up the spelling that stands in the archive', async ({ room }) => {
  const { window } = await imported(room)
  await search(window, 'netwerk')
  await expectTotal(window, 1)
  const offered = window.getByRole('button', { name: /^network 30/ })
  await offered.first().click()
  await expect(searchBox(window)).toHaveValue('network')
  await expectTotal(window, 30)
  await expect(results(window)).toBeVisible()
  await expect(window.getByText(words.suggest.didYouMean)).toBeHidden()
})
