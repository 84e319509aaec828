/** Everything without a mouse: from an empty archive to a tagged, starred document, through the search box, the list and the palette. */
import { cpSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Page } from '@playwright/test'
import { expectTotal, inspector, place, reader, receiptOf, results, searchBox } from '#tests/support/journey'
import { answerOpenDialog, expect, type Room, type Sanad, test } from '#tests/support/room'
import { say, words } from '#tests/support/words'

const sample = resolve(import.meta.dirname, '../../resources/sample')

/** Imports with keys only: the shortcut, the native dialog, and Enter in the look and in the receipt. */
async function importByKeyboard(room: Room, sanad: Sanad): Promise<void> {
  const { window } = sanad
  const folder = room.newFolder('Letters')
  for (const part of ['UN letters', 'Statements', 'Testimonies', 'Press'])
    cpSync(`${sample}/${part}`, `${folder}/${part}`, { recursive: true })
  await answerOpenDialog(sanad, [folder])
  await window.keyboard.press('Control+Shift+O')
  await window.getByRole('dialog').getByRole('button', { name: words.importing.start, exact: true }).waitFor()
  await window.keyboard.press('Enter')
  await receiptOf(window, 'Letters')
  await window.keyboard.press('Enter')
  await expect(window.getByRole('dialog')).toHaveCount(0)
}

test('a whole reading session with keys only', async ({ room }) => {
  const sanad = await room.start()
  const { window } = sanad
  const { keyboard } = window
  await importByKeyboard(room, sanad)

  await keyboard.press('/')
  await expect(searchBox(window)).toBeFocused()
  await keyboard.type('letter')
  await expect(results(window).locator('mark').first()).toBeVisible()
  await keyboard.press('Enter')
  await expect(results(window)).toBeFocused()
  await keyboard.press('j')
  await keyboard.press('j')
  await keyboard.press('k')
  await keyboard.press('Enter')
  await expect(reader(window).locator('mark[data-current]')).toBeInViewport()

  await keyboard.press('s')
  await expect(place(window, words.library.starred)).toHaveAccessibleName(/, 1 document$/)
  await keyboard.press('t')
  await expect(window.getByRole('dialog', { name: words.organise.editTags })).toBeVisible()
  await keyboard.type('to read again')
  await expect(window.getByRole('option', { name: say(words.organise.create, { name: 'to read again' }) })).toBeVisible()
  await keyboard.press('Enter')
  await expect(place(window, 'to read again')).toHaveAccessibleName(/, 1 document$/)
  await keyboard.press('Escape')
  await expect(inspector(window)).toContainText('to read again')

  await keyboard.press('Control+k')
  const palette = window.getByRole('dialog', { name: words.palette.title })
  await expect(palette.getByRole('searchbox')).toBeFocused()
  await keyboard.type('five questins')
  await expect(palette.getByRole('option', { name: /Five questions about the missing of Darvan/ }).first()).toBeVisible()
  await keyboard.press('Enter')
  await expect(reader(window).getByRole('heading', { level: 1 })).toHaveText(/^Five questions about the missing of Darvan/)
  await expect(palette).toBeHidden()

  await keyboard.press('Control+k')
  await keyboard.type('to read ag')
  await palette
    .getByRole('option', { name: /to read again/ })
    .first()
    .waitFor()
  await keyboard.press('Enter')
  await expectTotal(window, 1)

  await keyboard.press('?')
  await expect(window.getByRole('dialog', { name: words.shortcuts.title })).toBeVisible()
  await keyboard.press('Escape')
  await expect(window.getByRole('dialog')).toHaveCount(0)
})

/** Where the focus is, and whether anything around it is drawn to show that; null while the page itself has it. */
function focusOf(window: Page): Promise<{ pane: string; isSeen: boolean; what: string } | null> {
  return window.evaluate(() => {
    const element = document.activeElement
    if (!(element instanceof HTMLElement) || element === document.body) return null
    const drawn = [element, ...element.querySelectorAll('*'), element.parentElement].filter((one) => one instanceof HTMLElement)
    const isSeen = drawn.some((one) => {
      const style = getComputedStyle(one)
      const line = getComputedStyle(one, '::after')
      const isLine = line.content !== 'none' && line.backgroundColor !== 'rgba(0, 0, 0, 0)'
      return (style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) > 0) || style.boxShadow !== 'none' || isLine
    })
    return {
      pane: element.closest('[data-pane]')?.getAttribute('data-pane') ?? 'bar',
      isSeen,
      what: element.outerHTML.slice(0, 160)
    }
  })
}

test('Enter twice opens the first document, the arrow key steps onto it', async ({ room }) => {
  const sanad = await room.start()
  const { window } = sanad
  await importByKeyboard(room, sanad)
  await window.keyboard.press('/')
  await expect(searchBox(window)).toBeFocused()
  await window.keyboard.type('letter')
  await expect(results(window).locator('mark').first()).toBeVisible()
  await window.keyboard.press('Enter')
  await expect(results(window)).toBeFocused()
  await window.keyboard.press('Enter')
  await expect(reader(window).locator('mark[data-current]')).toBeInViewport()

  await window.keyboard.press('/')
  await expect(searchBox(window)).toBeFocused()
  await window.keyboard.press('Control+a')
  await window.keyboard.type('testimony')
  await expect(
    results(window)
      .locator('mark', { hasText: /testimony/i })
      .first()
  ).toBeVisible()
  // Escape closes the suggestions; from the box alone the arrow leads into the results.
  await expect(window.getByRole('listbox', { name: words.suggest.label })).toBeVisible()
  await window.keyboard.press('Escape')
  await window.keyboard.press('ArrowDown')
  await expect(results(window)).toBeFocused()
  await window.keyboard.press('Enter')
  await expect(reader(window).getByRole('article')).toContainText(/testimony/i)
})

test('keys pressed before the answer is there open the document of the finished query', async ({ room }) => {
  const sanad = await room.start()
  const { window } = sanad
  await importByKeyboard(room, sanad)
  await window.keyboard.press('/')
  await expect(searchBox(window)).toBeFocused()
  await window.keyboard.type('te')
  await expect(results(window).locator('mark').first()).toBeVisible()
  await window.keyboard.type('stimony')
  await window.keyboard.press('Enter')
  await window.keyboard.press('Enter')
  await expect(reader(window).locator('mark[data-current]')).toHaveText(/^testimon(y|ies)$/i)
})

test('focus can always be seen, from the first Tab through every pane', async ({ room }) => {
  const sanad = await room.start()
  const { window } = sanad
  await importByKeyboard(room, sanad)
  const panes = new Set<string>()
  for (let step = 0; step < 60; step++) {
    await window.keyboard.press('Tab')
    const focused = await focusOf(window)
    if (focused === null) continue
    // Lines fade in.
    await expect.poll(async () => (await focusOf(window))?.isSeen, { message: focused.what }).toBe(true)
    panes.add(focused.pane)
  }
  expect([...panes]).toEqual(expect.arrayContaining(['navigation', 'results', 'bar']))
})

test('Escape gives the focus back at once, and the next document takes it over', async ({ room }) => {
  const sanad = await room.start()
  const { window } = sanad
  const { keyboard } = window
  await importByKeyboard(room, sanad)
  await keyboard.press('/')
  await keyboard.type('nehrin')
  await expect(results(window).locator('mark').first()).toBeVisible()
  await keyboard.press('Enter')
  await keyboard.press('Enter')
  await expect(reader(window).locator('mark[data-current]')).toBeInViewport()
  await expect(reader(window).locator(':focus')).toHaveCount(1)

  const title = inspector(window).locator('[data-field="title"]')
  const first = (await title.textContent()) ?? ''
  for (let step = 0; step < 20 && (await title.textContent()) === first; step++) {
    await keyboard.press('n')
    await expect(title).toBeVisible()
  }
  await expect(title).not.toHaveText(first)
  await expect(reader(window).locator(':focus')).toHaveCount(1)

  await keyboard.press('Escape')
  await keyboard.press('/')
  await keyboard.type('orchard')
  await expect(searchBox(window)).toHaveValue('orchard')
})
