/** Documents whose tag asks for care: covered until asked for, passages hidden, pictures blurred; and never a sharp picture before. */
import { copyFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { importFolder, navigation, place, reader, receiptOf, results, search } from '#tests/support/journey'
import { ask, expect, type Room, type Sanad, test } from '#tests/support/room'
import { say, words } from '#tests/support/words'

const sample = resolve(import.meta.dirname, '../../resources/sample')
const w = words.warning

async function withEvidence(room: Room): Promise<Sanad> {
  const folder = room.newFolder('Evidence')
  copyFileSync(join(sample, 'Press/Orchard at dusk.jpg'), join(folder, 'orchard.jpg'))
  writeFileSync(join(folder, 'testimony.txt'), 'Testimony\n\nThe cell was cold, and the guard counted aloud.\n')
  const sanad = await room.start()
  await importFolder(sanad, folder)
  await (await receiptOf(sanad.window, 'Evidence')).getByRole('button', { name: words.common.done }).click()
  return sanad
}

/** Tags all documents, and lets the tag warn from its menu. */
async function warnOfAll(sanad: Sanad): Promise<void> {
  const { window } = sanad
  const { total, hits } = await ask(sanad, 'search.run', { query: '' })
  expect(total).toBe(2)
  await ask(sanad, 'tags.add', { ids: hits.map(({ id }) => id), name: 'Graphic' })
  await place(window, 'Graphic').hover()
  await navigation(window)
    .getByRole('button', { name: say(words.organise.tagMenu, { name: 'Graphic' }) })
    .click()
  await window.getByRole('menuitem', { name: w.switch }).click()
  await expect(window.getByText(say(w.on, { name: 'Graphic' }))).toBeVisible()
}

const open = ({ window }: Sanad, name: string): Promise<void> =>
  results(window).getByRole('option').filter({ hasText: name }).first().click()

test('a document with a warning is covered until it is asked for, and then for this session only', async ({ room }) => {
  const sanad = await withEvidence(room)
  const { window } = sanad
  await warnOfAll(sanad)
  await search(window, 'guard')
  const card = results(window).getByRole('option').first()
  await expect(card).toContainText('Testimony')
  await expect(card).not.toContainText('counted aloud')
  await open(sanad, 'Testimony')
  const cover = reader(window).getByRole('region', { name: w.title })
  await expect(cover.getByText('Graphic')).toBeVisible()
  await expect(reader(window)).not.toContainText('counted aloud')

  await cover.getByRole('button', { name: w.goBack }).click()
  await expect(cover).toBeHidden()
  await open(sanad, 'Testimony')
  await window.keyboard.press('x')
  await expect(reader(window)).toContainText('counted aloud')
  // Once it was asked for its passages show too.
  await expect(card).toContainText('counted aloud')

  // Opened again, it is covered again.
  await sanad.quit()
  const again = await room.start()
  await search(again.window, 'guard')
  await expect(results(again.window).getByRole('option').first()).toContainText('Testimony')
  await expect(results(again.window).getByRole('option').first()).not.toContainText('counted aloud')
})

test('while it is covered it does not count as read, and the setting shows passages', async ({ room }) => {
  const sanad = await withEvidence(room)
  const { window } = sanad
  await warnOfAll(sanad)
  await open(sanad, 'Testimony')
  await expect(reader(window).getByRole('region', { name: w.title })).toBeVisible()
  await window.waitForTimeout(2000)
  const { hits } = await ask(sanad, 'search.run', { query: 'guard' })
  expect(hits[0]?.isRead).toBe(false)
  await ask(sanad, 'settings.set', { hideWarnedPassages: false })
  await search(window, 'guard')
  await expect(results(window).getByRole('option').first()).toContainText('counted aloud')
})

test('the pictures of a document with a warning are blurred whatever the setting, from their first frame', async ({ room }) => {
  const sanad = await withEvidence(room)
  const { window } = sanad
  await warnOfAll(sanad)
  await open(sanad, 'orchard')
  await expect(reader(window).getByRole('region', { name: w.title })).toBeVisible()
  await expect(reader(window).locator('img')).toHaveCount(0)
  await watchFrames(sanad)
  await window.keyboard.press('x')
  const pane = reader(window).locator('.pages-scroll')
  await expect(pane).toHaveAttribute('data-veiled', 'true')
  await expect(reader(window).locator('img.page-picture').first()).toBeVisible()
  await window.waitForTimeout(500)
  const { frames, sharp } = await framesSeen(sanad)
  expect(frames).toBeGreaterThan(5)
  expect(sharp).toBe(0)
  await window.keyboard.press('x')
  await expect(pane).not.toHaveAttribute('data-veiled', 'true')
  // Another document and back: what was shown stays shown.
  await search(window, '')
  await open(sanad, 'Testimony')
  await open(sanad, 'orchard')
  await expect(pane).not.toHaveAttribute('data-veiled', 'true')
})

test('with blurred pictures no frame of a photograph is sharp before it is asked for', async ({ room }) => {
  const sanad = await withEvidence(room)
  const { window } = sanad
  await ask(sanad, 'settings.set', { blurPictures: true })
  await watchFrames(sanad)
  await open(sanad, 'orchard')
  await expect(reader(window).locator('img.page-picture').first()).toBeVisible()
  await window.waitForTimeout(800)
  const { frames, sharp } = await framesSeen(sanad)
  expect(frames).toBeGreaterThan(5)
  expect(sharp).toBe(0)
  const button = reader(window).getByRole('button', { name: words.reader.pictureShow })
  await button.focus()
  await window.keyboard.press('Enter')
  await expect(reader(window).locator('.pages-scroll')).not.toHaveAttribute('data-veiled', 'true')
})

/** Looks at every frame that is drawn: a picture in the reader without a blur over it, or around it, is sharp. */
async function watchFrames({ window }: Sanad): Promise<void> {
  await window.evaluate(() => {
    const seen = { frames: 0, sharp: 0 }
    Object.assign(globalThis, { seen })
    const isBlurred = (start: Element): boolean => {
      for (let one: Element | null = start; one !== null; one = one.parentElement)
        if (getComputedStyle(one).filter.includes('blur(')) return true
      return false
    }
    const look = (): void => {
      seen.frames++
      for (const image of document.querySelectorAll('[data-pane="reader"] img')) if (!isBlurred(image)) seen.sharp++
      requestAnimationFrame(look)
    }
    requestAnimationFrame(look)
  })
}

const framesSeen = ({ window }: Sanad): Promise<{ frames: number; sharp: number }> =>
  window.evaluate(() => ({ ...(globalThis as unknown as { seen: { frames: number; sharp: number } }).seen }))
