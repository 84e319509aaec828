/** Importing as it runs: dropped files, the receipt, pause, going on, cancel, and taking up what was cut short. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import type { ImportCounts } from '#shared/model/importing'
import { writeGeneratedFolder } from '#tests/support/generated-folder'
import { confirmImport, expectTotal, importFolder, place, receiptOf, results, search } from '#tests/support/journey'
import { ask, dropFiles, expect, type Room, type Sanad, test } from '#tests/support/room'
import { say, words } from '#tests/support/words'

const MANY = 3000

function sumOf({ documents, copies, withoutText, failed }: ImportCounts): number {
  return documents + copies + withoutText + failed
}

/** Starts a long import and waits until it has written some of its documents. */
async function beginLongImport(room: Room): Promise<Sanad> {
  const folder = room.newFolder('Long import')
  writeGeneratedFolder(folder, MANY)
  const sanad = await room.start()
  await importFolder(sanad, folder)
  await expect.poll(async () => (await ask(sanad, 'import.current', {}))?.counts.documents ?? 0).toBeGreaterThan(20)
  return sanad
}

async function filesSoFar(sanad: Sanad): Promise<number> {
  return (await ask(sanad, 'import.current', {}))?.counts.files ?? 0
}

/** Looks in a row that find the same sum: far more than the files in flight and the commit that gathers them need. */
const EQUAL_LOOKS = 6

/** The sum has stopped growing: files in flight when the button was pressed are through. */
async function settled(sanad: Sanad): Promise<number> {
  let before = -1
  let equal = 0
  await expect
    .poll(
      async () => {
        const now = await filesSoFar(sanad)
        equal = now === before ? equal + 1 : 0
        before = now
        return equal
      },
      { intervals: [400] }
    )
    .toBeGreaterThanOrEqual(EQUAL_LOOKS)
  return before
}

async function expectEnded(window: Page): Promise<void> {
  await receiptOf(window, 'Long import')
  await window.keyboard.press('Escape')
}

test('files dropped on the window are shown, imported and found', async ({ room }) => {
  const folder = room.newFolder('dropped')
  const inside = room.newFolder('dropped/inside')
  writeFileSync(join(inside, 'letter.txt'), 'A letter about the almond tree in the yard.\n')
  const single = join(room.folder, 'single.html')
  writeFileSync(single, '<!doctype html><title>A page</title><p>One page about the <b>almond</b> harvest.</p>')
  const sanad = await room.start()
  const { window } = sanad
  await dropFiles(sanad, [folder, single])
  await expect(window.getByRole('dialog')).toContainText(say(words.common.files_other, { count: 2 }))
  await confirmImport(window)
  await window.getByRole('button', { name: words.common.done }).click()
  await search(window, 'almond')
  await expectTotal(window, 2)
  await expect(results(window).locator('mark').first()).toHaveText('almond')
})

test('an import pauses, goes on and ends with a receipt that adds up', async ({ room }) => {
  const sanad = await beginLongImport(room)
  const { window } = sanad
  await window.getByRole('button', { name: words.importing.pause, exact: true }).click()
  await expect(window.getByRole('contentinfo')).toContainText(say(words.importing.paused, { name: 'Long import' }))
  const paused = await settled(sanad)
  expect(paused).toBeLessThan(MANY)

  // What is in already can be searched while the rest waits.
  await search(window, 'orchard')
  await expect(results(window).getByRole('option').first()).toBeVisible()
  expect(await filesSoFar(sanad)).toBe(paused)

  await window.getByRole('button', { name: words.importing.resume, exact: true }).click()
  await expectEnded(window)
  const record = (await ask(sanad, 'import.list', {}))[0]
  expect(record?.state).toBe('finished')
  expect(record?.counts).toMatchObject({ files: MANY, documents: MANY, failed: 0 })
  await search(window, '')
  await expectTotal(window, MANY)
})

test('an import that is cancelled keeps what it has, and a second one brings the rest', async ({ room }) => {
  const sanad = await beginLongImport(room)
  const { window } = sanad
  await window.getByRole('button', { name: words.importing.cancel, exact: true }).click()
  await window.getByRole('alertdialog').getByRole('button', { name: words.importing.cancelConfirm }).click()
  await expect(window.getByRole('contentinfo')).toContainText(say(words.importing.cancelled, { name: 'Long import' }))
  const cancelled = (await ask(sanad, 'import.list', {}))[0]
  expect(cancelled?.state).toBe('cancelled')
  if (cancelled === undefined) return
  expect(sumOf(cancelled.counts)).toBe(cancelled.counts.files)
  expect(cancelled.counts.documents).toBeLessThan(MANY)
  const kept = (await ask(sanad, 'archive.info', {})).documents
  expect(kept).toBe(cancelled.counts.documents)

  await importFolder(sanad, join(room.folder, 'Long import'))
  await expectEnded(window)
  const second = (await ask(sanad, 'import.list', {}))[0]
  expect(second?.counts).toMatchObject({ files: MANY, documents: MANY - kept, copies: kept })
  expect((await ask(sanad, 'archive.info', {})).documents).toBe(MANY)
})

test('an import cut short by the end of the program is offered again and completed', async ({ room }) => {
  const sanad = await beginLongImport(room)
  const ended = new Promise<void>((resolve) => sanad.app.process().once('exit', () => resolve()))
  sanad.app.process().kill('SIGKILL')
  await ended

  const again = await room.start()
  const bar = again.window.getByRole('contentinfo')
  await expect(bar).toContainText(say(words.importing.interrupted, { name: 'Long import' }))
  expect((await ask(again, 'archive.info', {})).documents).toBeGreaterThan(0)
  await bar.getByRole('button', { name: words.importing.takeUp }).click()
  await expectEnded(again.window)
  expect((await ask(again, 'archive.info', {})).documents).toBe(MANY)
  await expect(place(again.window, words.library.allDocuments)).toHaveAccessibleName(/, 3,000 documents$/)
})
