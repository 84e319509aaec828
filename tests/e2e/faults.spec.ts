/** What a person sees when the disk fails under a passphrase that is being set. `SANAD_LOOK`: a folder for pictures of it. */
import { readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { originalForm } from '#engine/originals/originals'
import { compileFailingDisk, failingAfter } from '#tests/support/failing-disk'
import { importFolder, navigation, receiptOf } from '#tests/support/journey'
import { expect, type Room, type Sanad, test } from '#tests/support/room'
import { words } from '#tests/support/words'

const PASSPHRASE = 'mothers of the lower orchard'
const compiled = compileFailingDisk()
test.afterAll(() => compiled?.remove())

const look = async ({ window }: Sanad, name: string): Promise<void> => {
  if (process.env.SANAD_LOOK !== undefined) await window.screenshot({ path: join(process.env.SANAD_LOOK, `${name}.png`) })
}

async function withLetters(room: Room, sanad: Sanad): Promise<void> {
  const letters = room.newFolder('letters')
  for (let n = 0; n < 12; n++) writeFileSync(join(letters, `${n}.txt`), `Letter ${n}\n\nOf the lower orchard, number ${n}.\n`)
  await importFolder(sanad, letters)
  const receipt = await receiptOf(sanad.window, 'letters')
  await receipt.getByRole('button', { name: words.common.done }).click()
}

const unlock = async ({ window }: Sanad): Promise<void> => {
  await window.getByRole('textbox', { name: words.lock.passphrase, exact: true }).fill(PASSPHRASE)
  await window.getByRole('button', { name: words.lock.unlock, exact: true }).click()
}

test('a disk that fills up while a passphrase is set: told, shown until it is finished, and finished with room', async ({
  room
}) => {
  // biome-ignore lint/suspicious/noSkippedTests: a disk that fails is a library, which a machine without a compiler can not make.
  test.skip(compiled === undefined, 'there is no compiler')
  const isFull = join(room.folder, 'full')
  const archive = join(room.folder, 'Test.sanad')
  // While originals are encrypted: what is written under their folder meanwhile is nothing else.
  const env = failingAfter(compiled?.library ?? '', join(archive, 'originals'), 'ENOSPC', 20, isFull)
  const sanad = await room.start({ env, expected: [/the disk|passphrase|disk-full|SQLITE_FULL|ENOSPC|could not be/i] })
  const { window } = sanad
  await withLetters(room, sanad)
  writeFileSync(isFull, '')
  await window.keyboard.press('Control+,')
  await window.getByRole('button', { name: words.lock.set }).click()
  const dialog = window.getByRole('dialog', { name: words.lock.setTitle })
  await dialog.getByRole('textbox', { name: words.lock.passphrase, exact: true }).fill(PASSPHRASE)
  await dialog.getByRole('textbox', { name: words.lock.again }).fill(PASSPHRASE)
  await dialog.getByText(words.lock.noRecovery).click()
  await dialog.getByRole('button', { name: words.lock.setConfirm }).click()
  await look(sanad, 'set-1')
  await expect(window.getByText(words.error['passphrase-unfinished'])).toBeVisible()
  await look(sanad, 'set-2')
  await unlock(sanad)
  await navigation(window).waitFor()
  await window.getByRole('button', { name: words.lock['unfinished-sealing'] }).click()
  await expect(window.getByText(words.lock['unfinishedWhatToDo-sealing'])).toBeVisible()
  await look(sanad, 'set-3')
  rmSync(isFull)
  await window.keyboard.press('Escape')
  await window.keyboard.press('Control+l')
  await unlock(sanad)
  await navigation(window).waitFor()
  await expect(window.getByRole('button', { name: words.lock['unfinished-sealing'] })).toBeHidden()
  const names = readdirSync(join(archive, 'originals'), { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile()
  )
  expect(new Set(names.map(({ name }) => originalForm(name)))).toEqual(new Set(['sealed']))
})
