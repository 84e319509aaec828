import { mkdirSync, readFileSync, renameSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { writeStoredKey } from '#engine/keys/key-store'
import type { Log } from '#main/log'
import { openPassphraseMemory, type PassphraseMemory } from '#main/passphrase-memory'
import { anyProtection } from '#tests/support/encrypted-archive'
import { temporaryFolder } from '#tests/support/temporary'
import { testLog } from '#tests/support/test-log'

/** The real memory, which has written all before the folder of its test goes. */
function memoryIn(folder: string, ...rest: readonly [log: Log, isRemembering?: () => boolean]): PassphraseMemory {
  const memory = openPassphraseMemory(folder, ...rest)
  onTestFinished(() => memory.flush())
  return memory
}

/** A folder with a key file, as an encrypted archive has one. */
function withKey(folder: string, name: string): string {
  const directory = join(folder, name)
  mkdirSync(directory)
  writeStoredKey(directory, anyProtection().keyFile)
  return directory
}

describe('what is remembered of passphrases', () => {
  it('outlives the program, holds for one place, and names neither it nor the key', async () => {
    const folder = temporaryFolder()
    const { log } = testLog(folder)
    const directory = withKey(folder, 'Witnesses of 1988.sanad')
    const memory = memoryIn(folder, log)
    expect(memory.hadPassphrase(directory)).toBe(false)
    memory.remember(directory)
    await memory.flush()
    const later = memoryIn(folder, log)
    expect(later.hadPassphrase(directory)).toBe(true)
    expect(later.hadOtherKey(directory)).toBe(false)
    expect(later.hadPassphrase(join(folder, 'Another.sanad'))).toBe(false)
    const written = readFileSync(join(folder, 'passphrases.json'), 'utf8')
    const { salt, archives } = JSON.parse(written)
    expect(Object.keys(JSON.parse(written))).toEqual(['salt', 'archives'])
    expect(archives).toHaveLength(1)
    for (const digest of [salt, archives[0].key, ...archives[0].places]) expect(digest).toMatch(/^[0-9a-f]{64}$/)
    expect(written).not.toContain('Witnesses')
  })

  it('finds a place by its name and by what the name leads to', () => {
    const folder = temporaryFolder()
    const { log } = testLog(folder)
    const memory = memoryIn(folder, log)
    const directory = withKey(folder, 'Case.sanad')
    const link = join(folder, 'link.sanad')
    symlinkSync(directory, link)
    memory.remember(link)
    expect(memory.hadPassphrase(directory)).toBe(true)
    // Exchanged for a link to somewhere else, it is still the place that was named.
    const planted = join(folder, 'planted')
    mkdirSync(planted)
    renameSync(directory, join(folder, 'taken away'))
    symlinkSync(planted, directory)
    expect(memory.hadPassphrase(link)).toBe(true)
    memory.forget(link)
    expect(memory.hadPassphrase(link)).toBe(false)
    expect(memory.isEmpty()).toBe(true)
  })

  it('tells another key file from the one that was used, and not one that can not be read', () => {
    const folder = temporaryFolder()
    const memory = memoryIn(folder, testLog(folder).log)
    const directory = withKey(folder, 'Case.sanad')
    memory.remember(directory)
    // Cut off between the two files of a change: one of them is known.
    const known = readFileSync(join(directory, 'archive.key'))
    writeStoredKey(directory, anyProtection().keyFile)
    expect(memory.hadOtherKey(directory)).toBe(true)
    writeFileSync(join(directory, 'archive.key.copy'), known)
    expect(memory.hadOtherKey(directory)).toBe(false)
    for (const name of ['archive.key', 'archive.key.copy']) writeFileSync(join(directory, name), 'damaged')
    expect(memory.hadOtherKey(directory)).toBe(false)
    expect(memory.hadPassphrase(directory)).toBe(true)
  })

  it('takes a change or removal that was begun here, and cut off, for no exchange', async () => {
    const folder = temporaryFolder()
    const { log } = testLog(folder)
    const directory = withKey(folder, 'Case.sanad')
    const memory = memoryIn(folder, log)
    memory.remember(directory)
    await memory.begin(directory, 'change')
    writeStoredKey(directory, anyProtection().keyFile)
    // On the disk once `begin` has ended: the program may be gone the next moment.
    const afterChange = memoryIn(folder, log)
    expect(afterChange.hadOtherKey(directory)).toBe(false)
    expect(afterChange.hadPassphrase(directory)).toBe(true)
    afterChange.remember(directory)
    await afterChange.begin(directory, 'remove')
    const afterRemoval = memoryIn(folder, log)
    expect(afterRemoval.hadPassphrase(directory)).toBe(false)
    afterRemoval.resume(directory)
    expect(afterRemoval.hadPassphrase(directory)).toBe(true)
    afterRemoval.remember(directory, true)
    expect(afterRemoval.hadPassphrase(directory)).toBe(false)
  })

  it('adds nothing while nothing is to be remembered, forgets all at once with its salt, and holds a hundred archives', async () => {
    const folder = temporaryFolder()
    const { log } = testLog(folder)
    let isRemembering = false
    const memory = memoryIn(folder, log, () => isRemembering)
    memory.remember(join(folder, 'one.sanad'))
    await memory.begin(join(folder, 'one.sanad'), 'remove')
    expect(memory.isEmpty()).toBe(true)
    isRemembering = true
    for (let n = 0; n < 101; n += 1) memory.remember(join(folder, `${n}.sanad`))
    expect([0, 1, 100].map((n) => memory.hadPassphrase(join(folder, `${n}.sanad`)))).toEqual([false, true, true])
    memory.clear()
    await memory.flush()
    expect(JSON.parse(readFileSync(join(folder, 'passphrases.json'), 'utf8'))).toEqual({ archives: [] })
  })
})
