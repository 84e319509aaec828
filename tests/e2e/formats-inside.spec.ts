/** Files inside files: an archive browsed as a folder, a message and its attachment, a mailbox and its conversation. */
import { writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expectTotal, importFolder, inspector, reader, receiptOf, results, search } from '#tests/support/journey'
import { expect, type Room, type Sanad, test } from '#tests/support/room'
import { say, words } from '#tests/support/words'
import { zipFile } from '#tests/support/zip-file'

const sample = resolve(import.meta.dirname, '../../resources/sample')

async function withSample(room: Room, folder: string): Promise<Sanad> {
  const sanad = await room.start()
  await importFolder(sanad, resolve(sample, folder))
  const receipt = await receiptOf(sanad.window, folder === '.' ? 'sample' : folder)
  await receipt.getByRole('button', { name: words.common.done }).click()
  return sanad
}

test('an archive is browsed as a folder with the keyboard', async ({ room }) => {
  const { window } = await withSample(room, '.')
  await search(window, 'title:"Evidence bag"')
  await results(window).getByRole('option').first().click()
  const files = reader(window).getByRole('grid', { name: words.reader.insideLabel })
  await expect(files.getByRole('row')).toHaveCount(1)
  await files.getByRole('row', { name: 'bag 7' }).focus()
  await window.keyboard.press('Enter')
  await expect(files.getByRole('row')).toHaveCount(4)
  await expect(files.getByRole('row').first()).toBeFocused()
  await window.keyboard.press('Backspace')
  await expect(files.getByRole('row')).toHaveCount(1)
  await files.getByRole('row', { name: 'bag 7' }).click()
  await files.getByRole('row', { name: 'receipt.txt' }).click()
  const details = inspector(window)
  await expect(details.getByRole('heading', { name: words.inspector.heldBy })).toBeVisible()
  await details.getByRole('button', { name: /^Evidence bag 7/ }).click()
  await expect(files).toBeVisible()
})

test('an archive of very many files says that more lies in it, and draws only what is in sight', async ({ room }) => {
  const folder = room.newFolder('Statements')
  const entries = Array.from({ length: 1_100 }, (_, at) => ({
    name: `all/statement ${at}.txt`,
    content: `Statement ${at} of Darvan.`
  }))
  writeFileSync(join(folder, 'Statements.zip'), zipFile(entries))
  const sanad = await room.start()
  const { window } = sanad
  await importFolder(sanad, folder)
  await (await receiptOf(window, 'Statements')).getByRole('button', { name: words.common.done }).click()
  await search(window, 'title:Statements type:zip')
  await results(window).getByRole('option').first().click()
  const files = reader(window).getByRole('grid', { name: words.reader.insideLabel })
  const listed = say(words.common.files_other, { count: 1_000 })
  await expect(files.getByRole('row', { name: 'all' })).toContainText(say(words.reader.insideAtLeast, { files: listed }))
  await files.getByRole('row', { name: 'all' }).click()
  await expect(files.getByRole('row', { name: 'statement 0.txt' })).toBeFocused()
  expect(await files.getByRole('row').count()).toBeLessThan(100)
  await window.keyboard.press('End')
  await expect(files.getByRole('row', { name: 'statement 999.txt' })).toBeFocused()
  await reader(window).getByRole('button', { name: words.reader.insideShowAll }).click()
  await expectTotal(window, 1_100)
})

test('a web archive lists its pages with the day they were captured', async ({ room }) => {
  const { window } = await withSample(room, 'Press')
  await search(window, 'title:"memory.example.org"')
  await results(window).getByRole('option').first().click()
  const files = reader(window).getByRole('grid', { name: words.reader.insideLabel })
  await expect(files.getByRole('row').first()).toContainText(say(words.reader.capturedOn, { date: '1 Sep 2023' }))
  await files.getByRole('row').first().click()
  await expect(reader(window).locator('.reader-by')).toContainText(say(words.reader.capturedOn, { date: '1 September 2023' }))
})

test('a message leads to its attachment, and the attachment to its message', async ({ room }) => {
  const { window } = await withSample(room, 'UN letters')
  await search(window, 'title:"Letters kept"')
  await results(window).getByRole('option').first().click()
  const head = reader(window).getByRole('banner').or(reader(window).locator('.mail-head'))
  await expect(head.getByText('archive@harbour.example.org')).toBeVisible()
  await expect(head.getByText(words.inspector['fact-sent'])).toBeVisible()
  await expect(head.getByRole('button', { name: say(words.reader.mailBlocked_one, { count: 1 }) })).toBeVisible()
  await head.getByRole('button', { name: /^letters by month\.csv/ }).click()
  await expect(reader(window).getByRole('grid')).toBeVisible()
  await inspector(window)
    .getByRole('button', { name: /^Letters kept by the families/ })
    .click()
  await expect(reader(window).getByRole('heading', { level: 1 })).toContainText('Letters kept')
})

test('a hit in an attachment names its message', async ({ room }) => {
  const { window } = await withSample(room, 'UN letters')
  await search(window, 'title:"letters by month"')
  await expect(results(window).getByRole('option').first()).toContainText(words.search['in-attachment'])
})

test('the messages of a mailbox are walked as a conversation', async ({ room }) => {
  const { window } = await withSample(room, 'UN letters')
  await search(window, 'title:"Green ledger of the laundry" pages')
  await results(window).getByRole('option').first().click()
  const steps = reader(window).getByRole('group', { name: words.inspector.conversation })
  await expect(steps).toContainText(say(words.reader.messageOf, { current: 2, total: 3 }))
  await steps.getByRole('button', { name: words.reader.earlierMessage }).click()
  await expect(steps).toContainText(say(words.reader.messageOf, { current: 1, total: 3 }))
  await expect(steps.getByRole('button', { name: words.reader.earlierMessage })).toBeDisabled()
  const current = inspector(window).locator('[aria-current="true"]')
  await expect(current).toContainText('Green ledger of the laundry')
})
