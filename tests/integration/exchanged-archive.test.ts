/** What the program remembers of a passphrase when removing it fails, or the program is killed right after it. */
import { cpSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'
import { type PassphraseCalls, passphraseCalls } from '#engine/threads/passphrases'
import { type ArchiveSession, createArchiveSession } from '#main/archive-session'
import { openEngine } from '#main/engine-client'
import { createEventHub } from '#main/event-hub'
import { openPassphraseMemory } from '#main/passphrase-memory'
import { openRecents } from '#main/recents'
import { SanadError } from '#shared/errors'
import { PASSPHRASE } from '#tests/support/encrypted-archive'
import { testPool } from '#tests/support/import'
import { temporaryFolder } from '#tests/support/temporary'
import { testLog } from '#tests/support/test-log'

const THREADS = pathToFileURL(resolve(import.meta.dirname, '../../out/main/engine-thread.js'))
const passphrases = passphraseCalls(THREADS)

/** A start of the program's own part: its data folder, and how it removes a passphrase. */
async function session(data: string, remove: PassphraseCalls['remove'] = passphrases.remove): Promise<ArchiveSession> {
  const { log } = testLog(data)
  const pool = await testPool()
  const archives = createArchiveSession({
    startEngine: (at, { create, keys }) =>
      openEngine(at, { create, keys, threadEntry: THREADS, pool, onUpgrading: () => undefined }),
    passphrases: { ...passphrases, remove },
    recents: openRecents(data, log),
    memory: openPassphraseMemory(data, log),
    events: createEventHub(),
    log,
    fixedArchive: undefined,
    defaultArchive: join(data, 'Default.sanad'),
    mayMakeDefault: () => false
  })
  onTestFinished(() => archives.stop())
  return archives
}

test('a passphrase whose removal failed is still looked for, and one that is gone when the program is killed is not', async () => {
  const [data, killed, folder] = [temporaryFolder(), temporaryFolder(), temporaryFolder()]
  const [archive, plain] = [join(folder, 'Case.sanad'), join(folder, 'Plain.sanad')]
  let isFull = true
  const archives = await session(data, async (...given) => {
    // Before anything was changed, as on a full disk.
    if (isFull) throw new SanadError('disk-full', 'no room')
    await passphrases.remove(...given)
    cpSync(data, killed, { recursive: true })
  })
  await archives.open(archive, { create: true })
  await archives.close()
  cpSync(archive, plain, { recursive: true })
  await archives.open(archive, { create: false })
  await archives.setPassphrase(PASSPHRASE)
  await expect(archives.removePassphrase(PASSPHRASE)).rejects.toMatchObject({ code: 'disk-full' })
  expect((await archives.state()).locked?.isOther).toBe(false)
  await archives.close()
  const sealed = join(folder, 'taken away')
  cpSync(archive, sealed, { recursive: true })
  rmSync(archive, { recursive: true })
  cpSync(plain, archive, { recursive: true })
  expect((await archives.open(archive, { create: false })).unprotected?.directory).toBe(archive)

  await archives.close()
  rmSync(archive, { recursive: true })
  cpSync(sealed, archive, { recursive: true })
  await archives.open(archive, { create: false })
  await archives.unlock(PASSPHRASE)
  isFull = false
  await archives.removePassphrase(PASSPHRASE)
  await archives.close()
  // As the data folder was in the moment in which the last file of the archive had become plain.
  const later = await session(killed)
  expect(await later.open(archive, { create: false })).toMatchObject({ open: { encrypted: false }, unprotected: null })
})
