/** Narrowing results: values included and left out, counts that respect all else, years dragged over and walked by key. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { expectTotal, importFolder, receiptOf, search, searchBox } from '#tests/support/journey'
import { expect, type Room, type Sanad, test } from '#tests/support/room'
import { say, words } from '#tests/support/words'

type Leaflet = Readonly<{ name: string; language: string; publisher: string; date: string; text: string }>

const ENGLISH = 'The families of Darvan wrote a letter about the prison, and nobody has answered it to this day.'
const PERSIAN = 'خانواده‌های دروان نامه‌ای دربارهٔ زندان نوشتند و تا امروز هیچ‌کس به آن پاسخ نداده است. letter'
const FRENCH = 'Les familles de Darvan ont écrit une letter au sujet de la prison et personne ne leur a répondu depuis.'

const LEAFLETS: readonly Leaflet[] = [
  { name: 'a', language: 'en', publisher: 'Nehrin Centre', date: '1988-07-01', text: ENGLISH },
  { name: 'b', language: 'en', publisher: 'Nehrin Centre', date: '1989-02-03', text: ENGLISH },
  { name: 'c', language: 'fa', publisher: 'River Chronicle', date: '1991-05-06', text: PERSIAN },
  { name: 'd', language: 'fr', publisher: 'River Chronicle', date: '1991-09-09', text: FRENCH }
]

async function leaflets(room: Room): Promise<Sanad> {
  const folder = room.newFolder('Leaflets')
  for (const { name, language, publisher, date, text } of LEAFLETS) {
    const head = `<meta name="publisher" content="${publisher}"><meta property="article:published_time" content="${date}">`
    const page = `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>Leaflet ${name}</title>${head}</head>`
    writeFileSync(
      join(folder, `${name}.html`),
      `${page}<body><article><h1>Leaflet ${name}</h1><p>${text}</p></article></body></html>`
    )
  }
  writeFileSync(join(folder, 'e.txt'), `${ENGLISH}\n\nThis one says nothing of when it was written.\n`)
  const sanad = await room.start()
  await importFolder(sanad, folder)
  await (await receiptOf(sanad.window, 'Leaflets')).getByRole('button', { name: words.common.done }).click()
  await search(sanad.window, 'letter')
  await expectTotal(sanad.window, 5)
  return sanad
}

const panel = (window: Page): Locator => window.getByRole('dialog', { name: words.facets.panel })
const group = (window: Page, name: string): Locator => panel(window).getByRole('region', { name, exact: true })
const chip = (window: Page, name: string): Locator =>
  window
    .getByRole('group', { name: words.search.filters })
    .getByRole('button', { name: say(words.search.removeFilter, { name }) })
const value = (window: Page, facet: string, name: string): Locator =>
  group(window, facet).getByRole('button', { name: new RegExp(`^${name}, `) })
const leaveOut = (window: Page, facet: string, name: string): Locator =>
  group(window, facet).getByRole('button', { name: say(words.facets.exclude, { name }), exact: true })
const bars = (window: Page): Locator => window.getByRole('listbox', { name: words.facets.histogram })
const bar = (window: Page, year: number): Locator => bars(window).getByRole('option', { name: new RegExp(`^${year} `) })

async function expectCounts(window: Page, facet: string, counts: Readonly<Record<string, number>>): Promise<void> {
  for (const [name, documents] of Object.entries(counts))
    await expect(value(window, facet, name)).toHaveAccessibleName(
      `${name}, ${say(documents === 1 ? words.common.documents_one : words.common.documents_other, { count: documents })}`
    )
}

test('values are included and left out, and every count respects the other choices', async ({ room }) => {
  const { window } = await leaflets(room)
  await window.getByRole('button', { name: words.search.filterMenu }).click()
  const { language, publisher } = words.facets
  await expectCounts(window, language, { English: 3, Persian: 1, French: 1 })
  await expectCounts(window, publisher, { 'Nehrin Centre': 2, 'River Chronicle': 2 })

  await value(window, language, 'English').click()
  await expectTotal(window, 3)
  await expect(value(window, language, 'English')).toHaveAttribute('aria-pressed', 'true')
  // The facet's own choice does not narrow it; the other facets are narrowed.
  await expectCounts(window, language, { English: 3, Persian: 1, French: 1 })
  await expect(value(window, publisher, 'River Chronicle')).toBeHidden()

  await value(window, language, 'Persian').click()
  await expectTotal(window, 4)
  await expectCounts(window, publisher, { 'Nehrin Centre': 2, 'River Chronicle': 1 })

  await leaveOut(window, publisher, 'Nehrin Centre').click()
  await expectTotal(window, 2)
  await expectCounts(window, language, { English: 1, Persian: 1, French: 1 })

  await window.keyboard.press('Escape')
  await expect(panel(window)).toBeHidden()
  await expect(chip(window, 'English')).toBeVisible()
  const not = say(words.facets.not, { name: 'Nehrin Centre' })
  await chip(window, not).click()
  await expectTotal(window, 4)
  await window.getByRole('button', { name: words.facets.clearAllLabel }).click()
  await expectTotal(window, 5)
  await expect(chip(window, 'English')).toBeHidden()
})

test('the panel is worked by keyboard alone', async ({ room }) => {
  const { window } = await leaflets(room)
  await window.getByRole('button', { name: words.search.filterMenu }).press('Enter')
  await value(window, words.facets.language, 'English').focus()
  await window.keyboard.press('ArrowDown')
  await window.keyboard.press('ArrowRight')
  const focused = window.locator(':focus')
  const name = (await focused.getAttribute('aria-label')) ?? ''
  expect([say(words.facets.exclude, { name: 'Persian' }), say(words.facets.exclude, { name: 'French' })]).toContain(name)
  await window.keyboard.press('Enter')
  await expectTotal(window, 4)
  await expect(focused).toHaveAttribute('aria-pressed', 'true')
  await window.keyboard.press('Home')
  await window.keyboard.press('ArrowLeft')
  await expect(value(window, words.facets.language, 'English')).toBeFocused()
  await window.keyboard.press('Space')
  await expectTotal(window, 3)
  await window.keyboard.press('Escape')
  await expect(window.getByRole('button', { name: words.search.filterMenu })).toBeFocused()
})

test('the room over the list is the same with counts and without', async ({ room }) => {
  const { window } = await leaflets(room)
  const strip = window.locator('.year-strip')
  const filters = window.getByRole('group', { name: words.search.filters })
  const heights = async (): Promise<readonly (number | undefined)[]> => [
    (await strip.boundingBox())?.height,
    (await filters.boundingBox())?.height
  ]
  const before = await heights()
  expect(before[0]).toBeGreaterThan(40)
  for (const [query, total] of [
    ['prison', 4],
    ['nothing-like-it', 0],
    ['lang:fa', 1],
    ['', 5]
  ] as const) {
    await searchBox(window).fill(query)
    await expectTotal(window, total)
    expect(await heights()).toEqual(before)
  }
  // The counts are there now, and stand in that room.
  await expect(bars(window).getByRole('option')).toHaveCount(4)
  expect(await heights()).toEqual(before)
})

test('years are chosen by dragging over them and by the arrow keys', async ({ room }) => {
  const { window } = await leaflets(room)
  await expect(bars(window).getByRole('option')).toHaveCount(4)
  const from = await bar(window, 1988).boundingBox()
  const to = await bar(window, 1989).boundingBox()
  if (!from || !to) throw new Error('the bars are not drawn')
  const middle = (box: typeof from): readonly [x: number, y: number] => [box.x + box.width / 2, box.y + box.height / 2]
  await window.mouse.move(...middle(from))
  await window.mouse.down()
  await window.mouse.move(...middle(to), { steps: 3 })
  await window.mouse.up()
  await expectTotal(window, 2)
  await expect(chip(window, '1988–1989')).toBeVisible()
  await expect(bar(window, 1989)).toHaveAttribute('aria-selected', 'true')
  // All years stay in sight, with all their documents.
  await expect(bar(window, 1991)).toHaveAccessibleName(new RegExp(say(words.common.documents_other, { count: 2 })))

  await bars(window).press('Escape')
  await expectTotal(window, 5)
  await bars(window).press('End')
  await expectTotal(window, 2)
  await expect(chip(window, '1991')).toBeVisible()
  await bars(window).press('Shift+ArrowLeft')
  await bars(window).press('Shift+ArrowLeft')
  await expect(chip(window, '1989–1991')).toBeVisible()
  await expectTotal(window, 3)
  await bars(window).press('ArrowLeft')
  await expect(chip(window, '1988')).toBeVisible()
  await expectTotal(window, 1)

  await window.getByRole('button', { name: words.facets.leaveOutYears }).click()
  await expectTotal(window, 4)
  await expect(chip(window, say(words.facets.not, { name: '1988' }))).toBeVisible()
  await window.getByRole('button', { name: words.facets.clearYears }).click()
  await window.getByRole('button', { name: say(words.facets.undatedCount_one, { count: 1 }) }).click()
  await expectTotal(window, 1)
})
