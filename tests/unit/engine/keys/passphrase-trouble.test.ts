/** Changing a passphrase on a disk that fails in the middle, and key files that somebody put there: nobody is locked out. */
import { copyFileSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readKeyFile, writeKeyFile } from '#engine/keys/key-file'
import { changePassphrase, setPassphrase, unlock } from '#engine/keys/passphrase-changes'
import { createArchive } from '#engine/open'
import { PASSPHRASE } from '#tests/support/encrypted-archive'
import { temporaryFolder } from '#tests/support/temporary'

const nothing = () => undefined

async function encryptedArchive(): Promise<string> {
  const directory = join(temporaryFolder(), 'Trouble.sanad')
  createArchive(directory).close()
  await setPassphrase(directory, PASSPHRASE, nothing)
  return directory
}

describe('a change of the passphrase that was cut off', () => {
  test('between the key file and its copy leaves both passphrases good, and the one that is used stays', async () => {
    const directory = await encryptedArchive()
    const before = join(temporaryFolder(), 'key')
    copyFileSync(join(directory, 'archive.key.copy'), before)
    await changePassphrase(directory, PASSPHRASE, 'the next one')
    copyFileSync(before, join(directory, 'archive.key.copy'))
    // Nobody was told that it is changed: the person goes on with the passphrase they had.
    await unlock(directory, PASSPHRASE)
    await unlock(directory, PASSPHRASE)
    expect(readFileSync(join(directory, 'archive.key')).equals(readFileSync(before))).toBe(true)
    await expect(unlock(directory, 'the next one')).rejects.toMatchObject({ code: 'wrong-passphrase' })
  })
})

describe('a key file that was put there', () => {
  test('as a folder or a link is refused by name, and nothing behind it is changed', async () => {
    const directory = await encryptedArchive()
    const file = join(directory, 'archive.key')
    const elsewhere = join(temporaryFolder(), 'elsewhere')
    renameSync(file, elsewhere)
    const bytes = readFileSync(elsewhere)
    symlinkSync(elsewhere, file)
    await expect(unlock(directory, PASSPHRASE)).rejects.toMatchObject({ code: 'archive-leads-elsewhere' })
    rmSync(file)
    mkdirSync(file)
    await expect(unlock(directory, PASSPHRASE)).rejects.toMatchObject({ code: 'archive-leads-elsewhere' })
    expect(readFileSync(elsewhere).equals(bytes)).toBe(true)
    rmSync(file, { recursive: true })
    await unlock(directory, PASSPHRASE)
  })

  test('empty beside a whole copy is made good again', async () => {
    const directory = await encryptedArchive()
    const whole = readFileSync(join(directory, 'archive.key'))
    writeFileSync(join(directory, 'archive.key'), '')
    await unlock(directory, PASSPHRASE)
    expect(readFileSync(join(directory, 'archive.key')).equals(whole)).toBe(true)
  })

  test('whose cost no program of ours chose is damaged, and no passphrase is tried on it', async () => {
    const directory = await encryptedArchive()
    const read = readKeyFile(readFileSync(join(directory, 'archive.key')))
    if (!read) throw new Error('it can not be read')
    for (const cost of [
      { memoryKib: 8, passes: 1, lanes: 1 },
      { memoryKib: 65_536, passes: 3, lanes: 99 },
      { memoryKib: 1 << 20, passes: 64, lanes: 1 },
      { memoryKib: 1, passes: 1, lanes: 99 }
    ]) {
      const bytes = writeKeyFile({ ...read, derivation: { ...read.derivation, ...cost } })
      expect([cost, readKeyFile(bytes)]).toEqual([cost, undefined])
    }
  })
})

describe('a passphrase', () => {
  test('opens the archive from the keyboard of another computer, whatever it makes of the same keys', async () => {
    const directory = join(temporaryFolder(), 'Keyboards.sanad')
    createArchive(directory).close()
    // As a Persian keyboard of today makes it; as an older one does; and with another way to type the half space.
    await setPassphrase(directory, 'کتاب\u200cهای یک باغ ۱۳۶۷', nothing)
    await unlock(directory, 'كتاب\u200cهاي يك باغ 1367')
    await unlock(directory, 'کتابهای\u00a0یک باغ ١٣٦٧\u200f')
    for (const other of ['کتابهای یک باغ ۱۳۶۸', 'کتابهاییک باغ ۱۳۶۷', 'کتابها یک باغ ۱۳۶۷'])
      await expect(unlock(directory, other)).rejects.toMatchObject({ code: 'wrong-passphrase' })
  })

  test('of nothing that can be seen, or longer than a window takes, is refused; to unlock it is a wrong one', async () => {
    const directory = join(temporaryFolder(), 'Nothing.sanad')
    createArchive(directory).close()
    for (const none of ['', '\u200c\u200f', 'x'.repeat(1001)])
      await expect(setPassphrase(directory, none, nothing)).rejects.toMatchObject({ code: 'bad-request' })
    // Half of a pair is not lost between the window and the key.
    await setPassphrase(directory, 'half \ud800 of a pair', nothing)
    await unlock(directory, 'half \ud800 of a pair')
    await expect(unlock(directory, '\u200c')).rejects.toMatchObject({ code: 'wrong-passphrase' })
  })
})
