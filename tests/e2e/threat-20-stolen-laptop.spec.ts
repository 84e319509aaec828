/** What the program leaves on the disk of an archive with a passphrase: its folder, its own data, its temporary files. */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { CANARY, filesWithCanary, writeCanaryFiles } from '#tests/support/canary-files'
import { importFolder, reader, receiptOf, results, search } from '#tests/support/journey'
import { expect, type Sanad, test } from '#tests/support/room'
import { words } from '#tests/support/words'

const PASSPHRASE = 'mothers of the lower orchard'
/** What a page still asks while another takes its place is refused. */
const LAST_WORDS = [/a command came from a frame that may not send any/]

const send = ({ window }: Sanad, name: string, input: object = {}): Promise<unknown> =>
  window.evaluate(
    ([command, argument]) =>
      (window as unknown as { sanad: { invoke: (n: unknown, i: unknown) => Promise<unknown> } }).sanad.invoke(command, argument),
    [name, input] as const
  )

test('threat 20: a phrase that was imported, searched for and read is nowhere on the disk, open or locked', async ({ room }) => {
  const [temporary, home, source] = [room.newFolder('tmp'), room.newFolder('home'), join(room.folder, 'source')]
  const env = { TMPDIR: temporary, SQLITE_TMPDIR: temporary, HOME: home, XDG_CONFIG_HOME: home, XDG_CACHE_HOME: home }
  const sanad = await room.start({ env, expected: LAST_WORDS })
  const { window } = sanad
  mkdirSync(source)
  writeCanaryFiles(source)
  expect(await send(sanad, 'archive.setPassphrase', { passphrase: PASSPHRASE })).toMatchObject({ ok: true })
  await importFolder(sanad, source)
  const receipt = await receiptOf(window, 'source')
  await receipt.getByRole('button', { name: words.common.done }).click()
  await search(window, CANARY)
  const options = results(window).getByRole('option')
  await expect(options).toHaveCount(8)
  for (let at = 0; at < 8; at += 1) {
    await options.nth(at).click()
    await expect(reader(window)).toContainText(CANARY)
  }
  const places = [join(room.folder, 'Test.sanad'), join(room.folder, 'settings'), temporary, home, join(room.folder, 'documents')]
  expect(filesWithCanary(places)).toEqual([])
  // The page that asks is gone before an answer can reach it.
  await send(sanad, 'archive.lock').catch(() => null)
  await window.getByRole('textbox', { name: words.lock.passphrase, exact: true }).waitFor()
  expect(filesWithCanary(places)).toEqual([])
  await sanad.quit()
  expect(filesWithCanary(places)).toEqual([])
})
