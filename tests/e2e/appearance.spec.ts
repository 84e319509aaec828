/** Dark and light, left to right and right to left, wide and narrow: the same words, and nothing outside the window. */
import { resolve } from 'node:path'
import { importFolder, reader, receiptOf, results, search } from '#tests/support/journey'
import { ask, expect, type Room, type Sanad, test } from '#tests/support/room'
import { words } from '#tests/support/words'

const letters = resolve(import.meta.dirname, '../../resources/sample/UN letters')

async function withLetters(room: Room): Promise<Sanad> {
  const sanad = await room.start()
  await importFolder(sanad, letters)
  await (await receiptOf(sanad.window, 'UN letters')).getByRole('button', { name: words.common.done }).click()
  await search(sanad.window, 'experts')
  await results(sanad.window).getByRole('option').first().click()
  return sanad
}

/** Contrast of two CSS colours after WCAG 2. */
function contrast(one: string, other: string): number {
  const luminance = (color: string): number => {
    const [red = 0, green = 0, blue = 0] = (color.match(/[\d.]+/g) ?? []).slice(0, 3).map((part) => {
      const share = Number(part) / 255
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
    })
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
  }
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (light + 0.05) / (dark + 0.05)
}

async function readingColors({ window }: Sanad): Promise<{ ink: string; paper: string }> {
  return reader(window).evaluate((main) => ({
    ink: getComputedStyle(main.querySelector('article') ?? main).color,
    paper: getComputedStyle(main).backgroundColor
  }))
}

/** Nothing is drawn outside the window's width. */
async function expectNoOverflow({ window }: Sanad): Promise<void> {
  expect(
    await window.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  ).toBeLessThanOrEqual(0)
}

test('light and dark are both easy to read', async ({ room }) => {
  const sanad = await withLetters(room)
  const papers = new Set<string>()
  for (const theme of ['light', 'dark'] as const) {
    await ask(sanad, 'settings.set', { theme })
    await expect.poll(async () => papers.has((await readingColors(sanad)).paper)).toBe(false)
    const { ink, paper } = await readingColors(sanad)
    papers.add(paper)
    expect(contrast(ink, paper)).toBeGreaterThan(7)
  }
  expect(papers.size).toBe(2)
})

test('right to left mirrors the panes; each text keeps its own direction', async ({ room }) => {
  const sanad = await withLetters(room)
  const { window } = sanad
  const left = async (name: 'navigation' | 'main'): Promise<number> =>
    (await window.getByRole(name).first().boundingBox())?.x ?? -1
  expect(await left('navigation')).toBeLessThan(await left('main'))
  await ask(sanad, 'settings.set', { layout: 'rtl' })
  await expect(window.locator('html')).toHaveAttribute('dir', 'rtl')
  await expect.poll(async () => (await left('navigation')) > (await left('main'))).toBe(true)
  await expect(reader(window).getByRole('article')).toHaveAttribute('dir', 'ltr')
  await expectNoOverflow(sanad)
})

test('a narrow window folds the details away, and a very narrow one shows one pane', async ({ room }) => {
  const sanad = await withLetters(room)
  const { app, window } = sanad
  const resize = (width: number): Promise<void> =>
    app.evaluate(({ BrowserWindow }, size) => {
      const [main] = BrowserWindow.getAllWindows()
      main?.setMinimumSize(360, 400)
      main?.setBounds({ width: size, height: 800 })
    }, width)
  await expect(window.getByRole('complementary')).toBeVisible()
  await resize(1000)
  await expect(window.getByRole('complementary')).toBeHidden()
  await expectNoOverflow(sanad)
  await resize(700)
  await expect(window.locator('[data-pane]:visible')).toHaveCount(1)
  await expectNoOverflow(sanad)
})
