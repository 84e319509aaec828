/** A passphrase that is to be removed on a full disk: the program says so, the archive opens with it as before, and with room it is removed. */
import { closeSync, openSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { mainWindow } from '#scripts/main-window'
import { ask, expect, type Sanad, sendRaw, test } from '#tests/support/room'
import { canHaveSmallRoom } from '#tests/support/small-room-for'

const PASSPHRASE = 'mothers of the lower orchard'

/** Writes until there is no room for another KiB. */
function fill(file: string): void {
  const descriptor = openSync(file, 'w')
  try {
    for (const size of [1 << 20, 1 << 10]) writeAll(descriptor, Buffer.alloc(size))
  } finally {
    closeSync(descriptor)
  }
}

function writeAll(descriptor: number, bytes: Buffer): void {
  try {
    while (writeSync(descriptor, bytes) > 0);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOSPC')) throw error
  }
}

/** Locking puts a fresh page into the window. */
const withFreshPage = async ({ app, quit }: Sanad): Promise<Sanad> => ({ app, quit, window: await mainWindow(app) })

test('a passphrase that can not be removed on a full disk stays as it is, and is removed with room', async ({ room }) => {
  // biome-ignore lint/suspicious/noSkippedTests: the rights of an ordinary user do not give a program a disk of its own.
  test.skip(!canHaveSmallRoom, 'a disk for one program alone takes Linux and root')
  const path = room.newFolder('disk')
  const first = await room.start({ archive: join(path, 'A.sanad'), disk: { path, kib: 120_000 } })
  await ask(first, 'tags.create', { name: 'kept' })
  await ask(first, 'archive.setPassphrase', { passphrase: PASSPHRASE })
  const filler = join('/proc', String(first.app.process().pid), 'root', path, 'fill')
  fill(filler)

  const refused = await sendRaw(first, 'archive.removePassphrase', { passphrase: PASSPHRASE })
  expect(refused).toMatchObject({ ok: false, error: { code: 'disk-full' } })
  // What closing gave back.
  fill(`${filler} more`)
  const locked = await withFreshPage(first)
  expect(await ask(locked, 'archive.state', {})).toMatchObject({ open: null, locked: { name: 'A' } })
  const full = await ask(locked, 'archive.unlock', { passphrase: PASSPHRASE })
  expect(full.open).toMatchObject({ encrypted: true, isReadOnly: true, unfinishedChange: null })
  expect((await ask(locked, 'library.sidebar', {})).tags).toMatchObject([{ name: 'kept' }])

  for (const file of [filler, `${filler} more`]) rmSync(file)
  await ask(locked, 'archive.lock', {}).catch(() => null)
  const sanad = await withFreshPage(first)
  await expect.poll(async () => (await ask(sanad, 'archive.state', {}).catch(() => null))?.locked?.name).toBe('A')
  expect((await ask(sanad, 'archive.unlock', { passphrase: PASSPHRASE })).open).toMatchObject({ isReadOnly: false })
  const removed = await ask(sanad, 'archive.removePassphrase', { passphrase: PASSPHRASE })
  expect(removed.open).toMatchObject({ encrypted: false, isReadOnly: false, unfinishedChange: null })
  expect((await ask(sanad, 'library.sidebar', {})).tags).toMatchObject([{ name: 'kept' }])
})
