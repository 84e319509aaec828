/**
 * The plug is pulled at random moments while an archive gets a passphrase, while that is changed, and while the archive loses it. SANAD_KILL_ROUNDS
 * and SANAD_KILL_SEED as for `kill-import.test.ts`.
 */
import { cpSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readLockState } from '#engine/keys/lock-state'
import { setPassphrase, unlock } from '#engine/keys/passphrase-changes'
import { originalForm } from '#engine/originals/originals'
import { CANARY, filesWithCanary, writeCanaryFiles } from '#tests/support/canary-files'
import { writeGeneratedFolder } from '#tests/support/generated-folder'
import { checkArchive, type Holdings } from '#tests/torture/check-archive'
import { leaveOutWhenTimeIsUp, momentsOf, roundsOf, SEED } from '#tests/torture/rounds'
import { type Ended, runImport, runSanad } from '#tests/torture/sanad-process'

const FILES = 150
const PASSPHRASE = 'seven stones in a quiet river'
const NEXT = 'eight stones in a quiet river'

describe(`a passphrase set, changed or removed, and killed at random moments (seed ${SEED})`, () => {
  const folder = mkdtempSync(join(tmpdir(), 'sanad-kill-'))
  const plain = join(folder, 'Plain.sanad')
  const sealed = join(folder, 'Sealed.sanad')
  const [file, nextFile] = [join(folder, 'passphrase.txt'), join(folder, 'next.txt')]
  leaveOutWhenTimeIsUp()
  let clean: Holdings
  let [setting, changing, removing] = [0, 0, 0]
  const copyOf = (archive: string, name: string): string => {
    const copy = join(folder, `${name}.sanad`)
    cpSync(archive, copy, { recursive: true })
    return copy
  }
  const passphrase = (archive: string, what: 'set' | 'remove', killAfterMs?: number): Promise<Ended> =>
    runSanad(archive, ['passphrase', what, '--passphrase-file', file], killAfterMs)
  const change = (archive: string, killAfterMs?: number): Promise<Ended> =>
    runSanad(archive, ['passphrase', 'change', '--passphrase-file', file, '--new-passphrase-file', nextFile], killAfterMs)
  const originalsOf = (archive: string): (string | undefined)[] =>
    readdirSync(join(archive, 'originals'), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ name }) => originalForm(name))

  beforeAll(async () => {
    const source = join(folder, 'source')
    writeGeneratedFolder(source, FILES)
    writeCanaryFiles(join(source, 'canaries'))
    writeFileSync(file, `${PASSPHRASE}\n`)
    writeFileSync(nextFile, `${NEXT}\n`)
    const imported = await runImport(plain, [source])
    expect(imported.code, imported.errors).toBe(0)
    clean = checkArchive(plain).holdings
    cpSync(plain, sealed, { recursive: true })
    const set = await passphrase(sealed, 'set')
    expect(set.code, set.errors).toBe(0)
    setting = set.milliseconds
    const changed = await change(copyOf(sealed, 'Changed'))
    expect(changed.code, changed.errors).toBe(0)
    changing = changed.milliseconds
    const removed = await passphrase(copyOf(sealed, 'Measured'), 'remove')
    expect(removed.code, removed.errors).toBe(0)
    removing = removed.milliseconds
  })

  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  const rounds = roundsOf(3)

  test.for(rounds)('set, round %i: nothing is lost, and calling it again completes it', { timeout: 300_000 }, async (round) => {
    const archive = copyOf(plain, `Set ${round}`)
    await passphrase(archive, 'set', setting * (0.3 + 0.7 * momentsOf('set', round)()))
    // As it lies there: either not encrypted at all, or to be opened with the passphrase; whole either way.
    const isLocked = readLockState(archive) === 'locked'
    if (round % 2 === 0) {
      const keys = isLocked ? await unlock(archive, PASSPHRASE) : null
      const { problems, holdings } = checkArchive(archive, keys)
      expect(problems).toEqual([])
      expect(holdings).toEqual(clean)
    }
    const keys = await setPassphrase(archive, PASSPHRASE, () => undefined)
    const { problems, holdings } = checkArchive(archive, keys)
    expect(problems).toEqual([])
    expect(holdings).toEqual(clean)
    expect(new Set(originalsOf(archive))).toEqual(new Set(['sealed']))
    expect(filesWithCanary([archive])).toEqual([])
  })

  // Every single write of a change is met in threat-17-passphrase-change.
  test.for(rounds)(
    'changed, round %i: one of the two passphrases opens it, and all is there',
    { timeout: 300_000 },
    async (round) => {
      const archive = copyOf(sealed, `Changed ${round}`)
      const { code } = await change(archive, changing * (0.4 + 0.6 * momentsOf('changed', round)()))
      const opens = async (words: string) => unlock(archive, words).catch(() => undefined)
      const keys = (await opens(NEXT)) ?? (code === 0 ? undefined : await opens(PASSPHRASE))
      expect(keys).toBeDefined()
      expect(checkArchive(archive, keys)).toEqual({ problems: [], holdings: clean })
    }
  )

  test.for(rounds)(
    'removed, round %i: nothing is lost, and the next opening completes it',
    { timeout: 300_000 },
    async (round) => {
      const archive = copyOf(sealed, `Removed ${round}`)
      await passphrase(archive, 'remove', removing * (0.4 + 0.6 * momentsOf('removed', round)()))
      if (readLockState(archive) === 'locked') {
        const { problems, holdings } = checkArchive(archive, await unlock(archive, PASSPHRASE))
        expect(problems).toEqual([])
        expect(holdings).toEqual(clean)
      }
      if (readLockState(archive) === 'locked') {
        // Cut off before it was begun for good.
        const again = await passphrase(archive, 'remove')
        expect(again.code, again.errors).toBe(0)
      }
      const { problems, holdings } = checkArchive(archive)
      expect(problems).toEqual([])
      expect(holdings).toEqual(clean)
      expect(new Set(originalsOf(archive))).toEqual(new Set(['plain']))
      expect(readdirSync(archive).filter((name) => name.includes('key'))).toEqual([])
      expect(filesWithCanary([archive]).length).toBeGreaterThan(0)
      expect(CANARY).not.toBe('')
    }
  )
})
