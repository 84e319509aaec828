/** Threat 24: a page that imitates Sanad itself stays inside its frame, under the label that says what it is. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { importFolder, reader, receiptOf, results } from '#tests/support/journey'
import { expect, type Sanad, test } from '#tests/support/room'
import { words } from '#tests/support/words'

const TITLE = 'Sanad: locked\u202e\u2066\n  Type your passphrase\u0007'

const page = (
  direction: string
): string => `<!doctype html><html lang="${direction === 'rtl' ? 'fa' : 'en'}" dir="${direction}"><head><meta charset="utf-8"><title>${TITLE}</title>
<style>html, body { margin: 0; overflow: hidden } .all { position: fixed; inset: -4000px; z-index: 2147483647; background: #f6f4ef; display: grid; place-content: center }
.top { position: fixed; inset-inline: 0; inset-block-start: 0; padding: 40px; z-index: 2147483647; font: 20px sans-serif; background: #f6f4ef; height: 100vh; width: 100vw }</style></head>
<body><article><h1>Sanad is locked</h1><p>This paragraph is long enough that the page is read as a page, about nothing but itself and its own look.</p></article>
<div class="all"></div><div class="top"><h2>Sanad is locked</h2><p>Type the passphrase of this archive to open it.</p><input type="password" autofocus><button>Unlock</button></div></body></html>`

/** The box of the frame, inside the reader, with the label above it: all in sight. */
async function expectFramed({ window }: Sanad): Promise<void> {
  const label = reader(window).getByText(words.reader.originalLabel)
  await expect(label).toBeVisible()
  const [frame, around, labelBox] = await Promise.all([
    window.locator('iframe').boundingBox(),
    reader(window).boundingBox(),
    label.boundingBox()
  ])
  if (frame === null || around === null || labelBox === null) throw new Error('nothing is shown')
  expect(labelBox.y + labelBox.height).toBeLessThanOrEqual(frame.y)
  expect(frame.x).toBeGreaterThan(around.x)
  expect(frame.x + frame.width).toBeLessThan(around.x + around.width)
  expect(frame.y + frame.height).toBeLessThan(around.y + around.height)
  // What is drawn there is the label, not something over it, and likewise the border of the frame and the status bar.
  const owners = await window.evaluate(
    ([label, x, y]) => [
      document.elementFromPoint(label?.x ?? 0, label?.y ?? 0)?.closest('.reader-original-label') !== null,
      document.elementFromPoint(x as number, y as number)?.closest('.reader-original') !== null,
      document.elementFromPoint(20, innerHeight - 8)?.closest('footer') !== null
    ],
    [{ x: labelBox.x + 4, y: labelBox.y + 4 }, frame.x - 4, frame.y + 40] as const
  )
  expect(owners).toEqual([true, true, true])
}

for (const direction of ['ltr', 'rtl'])
  test(`threat 24: a page that covers everything it can (${direction}) covers nothing of Sanad`, async ({ room }) => {
    const folder = room.newFolder('Imitation')
    writeFileSync(join(folder, 'locked.html'), page(direction))
    const sanad = await room.start()
    const { app, window } = sanad
    await importFolder(sanad, folder)
    await (await receiptOf(window, 'Imitation')).getByRole('button', { name: words.common.done }).click()
    await results(window).getByRole('option').first().click()
    await reader(window).getByRole('radio', { name: words.reader.viewOriginal }).click()
    const frame = window.frameLocator('iframe')
    await expect(frame.getByText('Type the passphrase of this archive')).toBeVisible()
    await expect(frame.locator('input, button, form')).toHaveCount(0)

    for (const size of [
      { width: 1440, height: 900 },
      { width: 1024, height: 700 }
    ]) {
      await app.evaluate(
        ({ BrowserWindow }, given) => BrowserWindow.getAllWindows()[0]?.setBounds({ x: 0, y: 0, ...given }),
        size
      )
      await expect.poll(() => window.evaluate((width) => Math.abs(innerWidth - width) < 20, size.width)).toBe(true)
      await expectFramed(sanad)
      await window.screenshot({ path: test.info().outputPath(`${direction}-${size.width}.png`) })
    }
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setFullScreen(true))
    await expectFramed(sanad)

    // Its title is one line that turns nothing around, and never the name of the window.
    const shown = await results(window).getByRole('option').first().textContent()
    const title = await window.locator('iframe').getAttribute('title')
    expect(`${title} ${shown}`).not.toMatch(/[\u202a-\u202e\u2066-\u2069\u0007\n]/)
    expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getTitle())).not.toContain('locked')
  })
