/**
 * The plug is pulled at random moments while an archive gets a passphrase, and while it loses it. SANAD_KILL_ROUNDS and SANAD_KILL_SEED as for
 * `kill-import.test.ts`.
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
import { random } from '#tests/support/random'
import { checkArchive, type Holdings } from '#tests/torture/check-archive'
import { type Ended, runImport, runSanad } from '#tests/torture/sanad-process'

const ROUNDS = Number(process.env.SANAD_KILL_ROUNDS ?? 3)
const SEED = Number(process.env.SANAD_KILL_SEED ?? Date.now() % 2 ** 31)
const FILES = 150
const PASSPHRASE = 'seven stones in a quiet river'

describe(`a passphrase set or removed, and killed at random moments (seed ${SEED})`, () => {
  const folder = mkdtempSync(join(tmpdir(), 'sanad-kill-'))
  const plain = join(folder, 'Plain.sanad')
  const sealed = join(folder, 'Sealed.sanad')
  const file = join(folder, 'passphrase.txt')
  const next = random(SEED)
  let clean: Holdings
  let [setting, removing] = [0, 0]
  const copyOf = (archive: string, name: string): string => {
    const copy = join(folder, `${name}.sanad`)
    cpSync(archive, copy, { recursive: true })
    return copy
  }
  const passphrase = (archive: string, what: 'set' | 'remove', killAfterMs?: number): Promise<Ended> =>
    runSanad(archive, ['passphrase', what, '--passphrase-file', file], killAfterMs)
  const originalsOf = (archive: string): (string | undefined)[] =>
    readdirSync(join(archive, 'originals'), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ name }) => originalForm(name))

  beforeAll(async () => {
    const source = join(folder, 'source')
    writeGeneratedFolder(source, FILES)
    writeCanaryFiles(join(source, 'canaries'))
    writeFileSync(file, `${PASSPHRASE}\n`)
    const imported = await runImport(plain, [source])
    expect(imported.code, imported.errors).toBe(0)
    clean = checkArchive(plain).holdings
    cpSync(plain, sealed, { recursive: true })
    const set = await passphrase(sealed, 'set')
    expect(set.code, set.errors).toBe(0)
    setting = set.milliseconds
    const removed = await passphrase(copyOf(sealed, 'Measured'), 'remove')
    expect(removed.code, removed.errors).toBe(0)
    removing = removed.milliseconds
  })

  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  const rounds = Array.from({ length: ROUNDS }, (_, round) => round + 1)

  test.for(rounds)('set, round %i: nothing is lost, and calling it again completes it', { timeout: 300_000 }, async (round) => {
    const archive = copyOf(plain, `Set ${round}`)
    await passphrase(archive, 'set', setting * (0.3 + 0.7 * next()))
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

  test.for(rounds)(
    'removed, round %i: nothing is lost, and the next opening completes it',
    { timeout: 300_000 },
    async (round) => {
      const archive = copyOf(sealed, `Removed ${round}`)
      await passphrase(archive, 'remove', removing * (0.4 + 0.6 * next()))
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
