/** Documents as pages, and pictures: a hit is seen where it stands on the paper, and everything is reached by keyboard. */
import { copyFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { importFolder, reader, receiptOf, results, search } from '#tests/support/journey'
import { plainPdf } from '#tests/support/plain-pdf'
import { ask, expect, type Room, type Sanad, test } from '#tests/support/room'
import { say, words } from '#tests/support/words'

const fixtures = resolve(import.meta.dirname, '../fixtures')
const sample = resolve(import.meta.dirname, '../../resources/sample/Statements/Five questions about the missing of Darvan_files')
const REGISTER = 'Register of the lower orchard'
const DAFTAR = 'دفتر شاهدان دروان'

const pageOf = (window: Page, page: number, total: number): Locator =>
  reader(window).getByRole('region', { name: say(words.pages.page, { page, total }) })
const pane = (window: Page): Locator => reader(window).getByRole('document')
const current = (window: Page): Locator => reader(window).locator('.page-marks mark[data-current]')
const pageBox = (window: Page): Locator => reader(window).getByRole('textbox', { name: words.pages.pageNumber })
const view = (window: Page, name: string): Locator => reader(window).getByRole('radio', { name })
const clipboard = ({ app }: Sanad): Promise<string> => app.evaluate(({ clipboard: system }) => system.readText())

async function startWith(room: Room, files: readonly string[], expected: readonly RegExp[] = []): Promise<Sanad> {
  const folder = room.newFolder('Evidence')
  for (const file of files) copyFileSync(file, join(folder, file.split('/').at(-1) ?? ''))
  return await startOn(room, folder, expected)
}

async function startOn(room: Room, folder: string, expected: readonly RegExp[] = []): Promise<Sanad> {
  const sanad = await room.start({ expected })
  await importFolder(sanad, folder)
  await (await receiptOf(sanad.window, 'Evidence')).getByRole('button', { name: words.common.done }).click()
  return sanad
}

const startWithPdfs = (room: Room): Promise<Sanad> =>
  startWith(room, [join(fixtures, `pages/${REGISTER}.pdf`), join(fixtures, `pages/${DAFTAR}.pdf`)])

async function open(window: Page, title: string): Promise<void> {
  await results(window).getByRole('option', { name: title }).first().click()
}

/** Where a word of a page is drawn, in pixels of the window. */
async function boxOf(page: Locator, word: string): Promise<{ x: number; y: number; width: number; height: number }> {
  const box = await page.locator('.page-words span', { hasText: word }).first().boundingBox()
  if (box === null) throw new Error(`“${word}” is not drawn`)
  return box
}

async function drag(
  window: Page,
  from: Readonly<{ x: number; y: number }>,
  to: Readonly<{ x: number; y: number }>
): Promise<void> {
  await window.mouse.move(from.x, from.y)
  await window.mouse.down()
  await window.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 3 })
  await window.mouse.move(to.x, to.y, { steps: 3 })
  await window.mouse.up()
}

test('a hit opens on its page, and n and p walk on from page to page and document to document', async ({ room }) => {
  const { window } = await startWithPdfs(room)
  await search(window, 'Darvan OR دروان')
  await open(window, DAFTAR)
  await expect(view(window, words.reader.viewPages)).toBeChecked()
  await expect(pageOf(window, 1, 3).locator('mark[data-current]')).toBeInViewport()

  await window.keyboard.press('n')
  const first = pageOf(window, 1, 6)
  await expect(first.locator('mark[data-current]')).toBeInViewport()
  const mark = await current(window).boundingBox()
  const word = await boxOf(first, 'Darvan')
  expect(Math.abs((mark?.x ?? 0) - word.x)).toBeLessThan(2)
  expect(Math.abs((mark?.y ?? 0) - word.y)).toBeLessThan(2)
  // The picture of the page has come, in the pixels of the screen.
  await expect
    .poll(() => first.locator('img').evaluate((image) => image instanceof HTMLImageElement && image.naturalWidth > 300))
    .toBe(true)

  await window.keyboard.press('n')
  await expect(pageOf(window, 6, 6).locator('mark[data-current]')).toBeInViewport()
  await expect(pageBox(window)).toHaveValue('6')
  await window.keyboard.press('p')
  await expect(pageOf(window, 1, 6).locator('mark[data-current]')).toBeInViewport()
  await window.keyboard.press('p')
  await expect(pageOf(window, 1, 3).locator('mark[data-current]')).toBeInViewport()
})

test('the text is one key away, at the same hit, and stays preferred for the next document', async ({ room }) => {
  const { window } = await startWithPdfs(room)
  await search(window, 'parcel OR باغ')
  await open(window, REGISTER)
  await expect(pageOf(window, 2, 6).locator('mark[data-current]')).toBeInViewport()
  await window.keyboard.press('v')
  await expect(view(window, words.reader.viewReader)).toBeChecked()
  await expect(reader(window).locator('.reader-body mark[data-current]')).toHaveText('parcel')
  await open(window, DAFTAR)
  await expect(view(window, words.reader.viewReader)).toBeChecked()
  await window.keyboard.press('v')
  await expect(view(window, words.reader.viewPages)).toBeChecked()
  await expect(current(window)).toBeInViewport()
})

test('text and pages stay at the page that is read', async ({ room }) => {
  const { window } = await startWithPdfs(room)
  await search(window, 'orchard')
  await open(window, REGISTER)
  await expect(current(window)).toBeInViewport()
  await pageBox(window).fill('4')
  await pageBox(window).press('Enter')
  await expect(pageOf(window, 4, 6)).toBeInViewport()
  await window.keyboard.press('v')
  const mark = reader(window).locator('.reader-page-mark[data-page="4"]')
  await expect(mark).toBeInViewport()
  await window.keyboard.press('v')
  await expect(pageBox(window)).toHaveValue('4')
  await expect(pageOf(window, 4, 6)).toBeInViewport()
})

test('pages are reached by number, by small pages and by contents, and find works in them', async ({ room }) => {
  const { window } = await startWithPdfs(room)
  await search(window, `title:"${REGISTER}"`)
  await open(window, REGISTER)
  await expect(pageOf(window, 1, 6)).toBeInViewport()

  await pane(window).focus()
  await window.keyboard.press('g')
  await expect(pageBox(window)).toBeFocused()
  await window.keyboard.type('۵')
  await window.keyboard.press('Enter')
  await expect(pageOf(window, 5, 6)).toBeInViewport()
  await expect(pageBox(window)).toHaveValue('5')

  await window.keyboard.press('m')
  const small = reader(window).getByRole('listbox', { name: words.pages.thumbnails })
  await small.getByRole('option', { name: say(words.pages.page, { page: 3, total: 6 }) }).click()
  await expect(pageBox(window)).toHaveValue('3')
  await small.focus()
  await window.keyboard.press('ArrowDown')
  await expect(pageBox(window)).toHaveValue('4')

  await pane(window).focus()
  await window.keyboard.press('c')
  const contents = reader(window).getByRole('listbox', { name: words.pages.contents })
  await expect(contents.getByRole('option')).toHaveCount(6)
  await expect(contents.getByRole('option', { name: '4. The visits that stopped' })).toHaveAttribute('aria-current', 'page')
  await contents.focus()
  await window.keyboard.press('Home')
  await window.keyboard.press('ArrowDown')
  await window.keyboard.press('Enter')
  await expect(pageBox(window)).toHaveValue('2')
  await contents.focus()
  await window.keyboard.press('Escape')
  await expect(contents).toBeHidden()

  await window.keyboard.press('Control+Shift+F')
  await window.keyboard.type('north gate')
  await expect(pageOf(window, 6, 6).locator('mark[data-current]')).toBeInViewport()
  await window.keyboard.press('Escape')
  await expect(current(window)).toHaveCount(0)
})

test('pages get larger and smaller around what is read, and turn', async ({ room }) => {
  const { window } = await startWithPdfs(room)
  await search(window, 'parcel')
  await open(window, REGISTER)
  const second = pageOf(window, 2, 6)
  await expect(current(window)).toBeInViewport()
  const before = await second.boundingBox()
  await window.keyboard.press('+')
  await window.keyboard.press('+')
  await expect.poll(async () => (await second.boundingBox())?.width ?? 0).toBeGreaterThan((before?.width ?? 0) * 1.1)
  await expect(pageBox(window)).toHaveValue('2')
  await window.keyboard.press('-')
  await window.keyboard.press('0')
  await expect.poll(async () => (await second.boundingBox())?.width).toBe(before?.width)

  const place = await boxOf(second, 'parcel')
  await window.mouse.move(place.x, place.y)
  await window.keyboard.down('Control')
  await window.mouse.wheel(0, -200)
  await window.keyboard.up('Control')
  await expect.poll(async () => (await boxOf(second, 'parcel')).width).toBeGreaterThan(place.width * 1.1)
  const after = await boxOf(second, 'parcel')
  expect(Math.abs(after.x - place.x)).toBeLessThan(8)
  expect(Math.abs(after.y - place.y)).toBeLessThan(8)
  await window.keyboard.press('0')

  await window.keyboard.press('r')
  await expect
    .poll(async () => {
      const box = await second.boundingBox()
      return box !== null && box.width > box.height
    })
    .toBe(true)
  // The hit has turned with the page.
  const turned = await second.locator('mark[data-hit="0"]').boundingBox()
  expect(turned?.height ?? 0).toBeGreaterThan(turned?.width ?? 0)
})

test('words are selected and copied in the order of the text, from the right as well', async ({ room }) => {
  const sanad = await startWithPdfs(room)
  const { window } = sanad
  await search(window, 'parcel')
  await open(window, REGISTER)
  const second = pageOf(window, 2, 6)
  await expect(current(window)).toBeInViewport()
  const [from, to] = [await boxOf(second, 'clerk'), await boxOf(second, 'gate')]
  await drag(window, { x: from.x + 1, y: from.y + from.height / 2 }, { x: to.x + to.width, y: to.y + to.height / 2 })
  await window.keyboard.press('Control+c')
  await expect
    .poll(() => clipboard(sanad))
    .toBe(
      'clerk at Nehrin kept a receipt for every parcel that was handed in. A receipt names the day, the hour and who stood at the gate.'
    )
  await window.mouse.dblclick(from.x + 4, from.y + 4)
  await window.keyboard.press('Control+c')
  await expect.poll(() => clipboard(sanad)).toBe('clerk')
  await window.keyboard.press('Control+a')
  await window.keyboard.press('Control+c')
  await expect.poll(() => clipboard(sanad)).toMatch(/^2\. Receipts kept at Nehrin\n\nThe clerk[\s\S]*of one family\.$/)

  await search(window, 'بهار')
  await open(window, DAFTAR)
  const page = pageOf(window, 1, 3)
  await expect(page.locator('mark[data-current]')).toBeInViewport()
  const [right, left] = [await boxOf(page, 'دیوار'), await boxOf(page, 'پایین')]
  expect(right.x).toBeGreaterThan(left.x)
  await drag(window, { x: right.x + right.width, y: right.y + right.height / 2 }, { x: left.x, y: left.y + left.height / 2 })
  await window.keyboard.press('Control+c')
  await expect.poll(() => clipboard(sanad)).toBe('دیوار باغ پایین')
})

test('a picture is shown whole, gets larger, is moved by dragging, and turns', async ({ room }) => {
  const { window } = await startWith(room, [join(sample, 'orchard-at-dusk.png')])
  await search(window, 'orchard')
  await open(window, 'orchard-at-dusk')
  const picture = reader(window).getByRole('img', { name: 'orchard-at-dusk' })
  await expect.poll(() => picture.evaluate((image) => image instanceof HTMLImageElement && image.naturalWidth)).toBe(560)
  const whole = await picture.boundingBox()
  expect((whole?.width ?? 0) / (whole?.height ?? 1)).toBeCloseTo(560 / 320, 1)

  await pane(window).focus()
  for (let step = 0; step < 6; step++) await window.keyboard.press('+')
  await expect.poll(async () => (await picture.boundingBox())?.width ?? 0).toBeGreaterThan(800)
  const scroll = (): Promise<number> => pane(window).evaluate((element) => element.scrollLeft)
  const before = await scroll()
  const middle = await pane(window).boundingBox()
  const at = { x: (middle?.x ?? 0) + 200, y: (middle?.y ?? 0) + 200 }
  await drag(window, at, { x: at.x - 80, y: at.y })
  expect(await scroll()).toBe(before + 80)

  await window.keyboard.press('0')
  await window.keyboard.press('r')
  await expect
    .poll(async () => {
      const box = await picture.boundingBox()
      return box !== null && box.height > box.width
    })
    .toBe(true)
})

test('pictures wait until they are asked for, and documents that may show some open as text', async ({ room }) => {
  const sanad = await startWith(room, [join(sample, 'orchard-at-dusk.png'), join(fixtures, `pages/${REGISTER}.pdf`)])
  const { window } = sanad
  await ask(sanad, 'settings.set', { blurPictures: true })
  await search(window, 'orchard')
  await open(window, 'orchard-at-dusk')
  await expect(pane(window)).toHaveAttribute('data-veiled', 'true')
  await reader(window).getByRole('button', { name: words.reader.pictureShow }).click()
  await expect(pane(window)).not.toHaveAttribute('data-veiled', 'true')

  await open(window, REGISTER)
  await expect(view(window, words.reader.viewReader)).toBeChecked()
  await view(window, words.reader.viewPages).click()
  await expect(reader(window).getByText(words.pages.veiled)).toBeVisible()
  await reader(window).getByRole('button', { name: words.pages.show }).click()
  await expect(current(window)).toBeInViewport()
})

test('the words of a picture are read, marked where they stand, and can be copied', async ({ room }) => {
  const folder = room.newFolder('Evidence')
  copyFileSync(join(fixtures, 'ocr/english/page.png'), join(folder, 'Statement 12.png'))
  const sanad = await startOn(room, folder)
  const { window } = sanad
  await search(window, 'title:"Statement 12"')
  await open(window, 'Statement 12')
  await expect(reader(window).getByText(/^Words read by OCR, \d\d% sure$/)).toBeVisible({ timeout: 90_000 })
  await search(window, '"old school"')
  await open(window, 'Statement 12')
  const page = pageOf(window, 1, 1)
  await expect(page.locator('mark[data-current]')).toBeInViewport()
  const [mark, school] = [await current(window).boundingBox(), await boxOf(page, 'school')]
  expect((mark?.x ?? 0) + (mark?.width ?? 0)).toBeGreaterThan(school.x + school.width - 3)
  await window.mouse.dblclick(school.x + 3, school.y + 3)
  await window.keyboard.press('Control+c')
  await expect.poll(() => clipboard(sanad)).toBe('school')
})

test('a page that can not be drawn says so, and the others are there', async ({ room }) => {
  const folder = room.newFolder('Evidence')
  writeFileSync(join(folder, 'Torn ledger.pdf'), plainPdf(['Ledger, first page', null, 'Ledger, third page']))
  const { window } = await startOn(room, folder, [/Failed to load resource: the server responded with a status of 404/])
  await search(window, 'third')
  await open(window, 'Torn ledger')
  await expect(pageOf(window, 3, 3).locator('mark[data-current]')).toBeInViewport()
  await pageBox(window).fill('2')
  await pageBox(window).press('Enter')
  await expect(pageOf(window, 2, 3).getByText(words.pages.pageBroken)).toBeVisible()
})
