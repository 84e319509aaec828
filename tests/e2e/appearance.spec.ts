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

/**
 * English words that run the wrong way in a right-to-left window, so that their full stop stands before them or their number behind them:
 * those whose line takes its direction from the window and not from its own first letter.
 */
function backwards({ window }: Sanad): Promise<string[]> {
  return window.evaluate(() => {
    const found: string[] = []
    for (const element of document.querySelectorAll('body *')) {
      const own = [...element.childNodes].map((node) => (node instanceof Text ? node.data : '')).join('')
      const text = own.trim()
      if (!/^["“(]?[A-Za-z].*[^A-Za-z0-9]$|^\d[^A-Za-z]*[A-Za-z]/s.test(text) || !element.checkVisibility()) continue
      let line: Element | null = element
      for (; line !== null; line = line.parentElement) {
        const { unicodeBidi, direction, display } = getComputedStyle(line)
        if (unicodeBidi === 'plaintext' || direction === 'ltr') break
        if (display !== 'inline' && display !== 'contents') {
          found.push(text)
          break
        }
      }
    }
    return found
  })
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
  expect(await backwards(sanad)).toEqual([])
  await window.keyboard.press('Control+,')
  await expect(window.getByRole('dialog')).toContainText(words.lock.hasNone)
  expect(await backwards(sanad)).toEqual([])
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
