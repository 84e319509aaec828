/** An archive with a passphrase that somebody exchanged while Sanad was not running: for one without, or for one with another key file. */
import { cpSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { answerSaveDialog, ask, expect, type Sanad, sendRaw, test } from '#tests/support/room'
import { words } from '#tests/support/words'

const PASSPHRASE = 'mothers of the lower orchard'
const PLANTED = 'prepared by another'
/** As a person starts Sanad: with the archive that was open last, and none named in the environment. */
const AS_USUAL = { archive: '' }

/** Every file of a folder with its size and the time it was written. */
const look = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => ({ name, stat: statSync(join(folder, name)) }))
    .map(({ name, stat }) => `${name} ${stat.isFile() ? `${stat.size} ${stat.mtimeMs}` : ''}`)
    .sort()

const tagsOf = async (sanad: Sanad): Promise<string[]> => (await ask(sanad, 'library.sidebar', {})).tags.map(({ name }) => name)
const question = ({ window }: Sanad) => window.getByText(words.lock.unprotectedLead)
const openFirst = (sanad: Sanad) => ask(sanad, 'archive.openRecent', { index: 0 })

test('threat 20: an archive exchanged for a plain one is not opened before somebody says so', async ({ room }) => {
  const archive = join(room.folder, 'documents', 'My archive.sanad')
  const other = join(room.folder, 'documents', 'Other.sanad')
  const first = await room.start(AS_USUAL)
  await ask(first, 'archive.setPassphrase', { passphrase: PASSPHRASE })
  await answerSaveDialog(first, other)
  await ask(first, 'archive.create', {})
  await ask(first, 'tags.create', { name: PLANTED })
  expect((await ask(first, 'archive.openRecent', { index: 1 })).locked).toMatchObject({ name: 'My archive', isOther: false })
  await first.quit()

  renameSync(archive, join(room.folder, 'taken'))
  cpSync(other, archive, { recursive: true })
  const before = look(archive)
  const sanad = await room.start(AS_USUAL)
  const { window } = sanad
  await expect(question(sanad)).toBeVisible()
  await expect(window.getByRole('button', { name: words.lock.unprotectedLeave })).toBeFocused()
  await expect(window.getByText(PLANTED)).toHaveCount(0)
  expect(await sendRaw(sanad, 'library.sidebar', {})).toMatchObject({ ok: false, error: { code: 'no-archive-open' } })
  expect(look(archive)).toEqual(before)
  await window.keyboard.press('Enter')
  await expect(window.getByText(words.shell.noArchiveTitle)).toBeVisible()
  expect(look(archive)).toEqual(before)

  // Opened once, it is asked again; said to be ours, it is not.
  await openFirst(sanad)
  await window.getByRole('button', { name: words.lock.unprotectedOnce }).click()
  await expect(question(sanad)).toBeHidden()
  expect(await tagsOf(sanad)).toEqual([PLANTED])
  await ask(sanad, 'archive.close', {})
  await openFirst(sanad)
  await window.getByRole('button', { name: words.lock.unprotectedOurs }).click()
  await expect(question(sanad)).toBeHidden()
  await ask(sanad, 'archive.close', {})
  expect((await openFirst(sanad)).open?.name).toBe('My archive')
})

test('threat 20: a passphrase removed or changed in Sanad raises no alarm, and an archive put back can still be opened', async ({
  room
}) => {
  const archive = join(room.folder, 'documents', 'My archive.sanad')
  const copy = join(room.folder, 'copy')
  const sanad = await room.start(AS_USUAL)
  const { window } = sanad
  const passphrase = window.getByRole('textbox', { name: words.lock.passphrase, exact: true })
  await ask(sanad, 'archive.setPassphrase', { passphrase: PASSPHRASE })
  await ask(sanad, 'archive.close', {})
  cpSync(archive, copy, { recursive: true })
  await openFirst(sanad)
  await passphrase.fill(PASSPHRASE)
  await passphrase.press('Enter')
  await expect(passphrase).toBeHidden()
  await ask(sanad, 'archive.changePassphrase', { current: PASSPHRASE, next: 'seven stones' })
  await ask(sanad, 'archive.close', {})
  expect((await openFirst(sanad)).locked?.isOther).toBe(false)

  // The copy of before is told apart, and opens all the same.
  await ask(sanad, 'archive.close', {})
  rmSync(archive, { recursive: true })
  cpSync(copy, archive, { recursive: true })
  await openFirst(sanad)
  await expect(window.getByText(words.lock.otherTitle)).toBeVisible()
  await passphrase.fill(PASSPHRASE)
  await passphrase.press('Enter')
  await expect(passphrase).toBeHidden()
  await ask(sanad, 'archive.removePassphrase', { passphrase: PASSPHRASE })
  await ask(sanad, 'archive.close', {})
  expect(await openFirst(sanad)).toMatchObject({ open: { encrypted: false }, unprotected: null })
})
