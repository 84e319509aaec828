/**
 * Threat 17: the disk fills up in the middle of a passphrase being set or removed. What the person is told is so, nothing is lost, and with
 * room it is completed. `npm run torture` takes more moments; SANAD_KILL_SEED repeats a run.
 */
import { cpSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { takeSnapshot } from '#engine/integrity/snapshots'
import { readLockState } from '#engine/keys/lock-state'
import { unlock } from '#engine/keys/passphrase-changes'
import { openArchive, openReader } from '#engine/open'
import { originalForm } from '#engine/originals/originals'
import { CANARY, filesWithCanary, writeCanaryFiles } from '#tests/support/canary-files'
import { compileFailingDisk, failingAfter } from '#tests/support/failing-disk'
import { random } from '#tests/support/random'
import { checkArchive, type Holdings } from '#tests/torture/check-archive'
import { runImport, runSanad } from '#tests/torture/sanad-process'

const ROUNDS = Number(process.env.SANAD_KILL_ROUNDS ?? 1)
const SEED = Number(process.env.SANAD_KILL_SEED ?? Date.now() % 2 ** 31)
const PASSPHRASE = 'seven stones in a quiet river'
const compiled = compileFailingDisk()
const rounds = Array.from({ length: ROUNDS }, (_, round) => round + 1)
/** So many writes go well: from the first, which says that the disk is full, to beyond the last of so small an archive. */
const LEAST = { set: 150, remove: 40 } as const
const MOST = 420
const FULL =
  /sanad: (The disk with .* is full\. Nothing already imported is lost\.|This needs about \d+ MB free|The work on the passphrase of .* is not finished: .*Free some space, then open it: it goes on by itself)/

describe.skipIf(compiled === undefined)(
  `threat 17: the disk fills up while a passphrase is set or removed (seed ${SEED})`,
  () => {
    const folder = mkdtempSync(join(tmpdir(), 'sanad-conversion-'))
    const plain = join(folder, 'Plain.sanad')
    const sealed = join(folder, 'Sealed.sanad')
    const file = join(folder, 'passphrase.txt')
    const next = random(SEED)
    let clean: Holdings

    beforeAll(async () => {
      writeFileSync(file, `${PASSPHRASE}\n`)
      writeCanaryFiles(join(folder, 'source'))
      const imported = await runImport(plain, [join(folder, 'source')])
      expect(imported.code, imported.errors).toBe(0)
      const db = openReader(plain, null)
      takeSnapshot(db, { directory: plain, keys: null }, '2026-11-26')
      db.close()
      for (const end of ['-wal', '-shm']) rmSync(join(plain, `archive.db${end}`), { force: true })
      clean = checkArchive(plain).holdings
      cpSync(plain, sealed, { recursive: true })
      const set = await runSanad(sealed, ['passphrase', 'set', '--passphrase-file', file])
      expect(set.code, set.errors).toBe(0)
    })
    afterAll(() => {
      rmSync(folder, { recursive: true, force: true })
      compiled?.remove()
    })

    const keysOf = (archive: string) => (readLockState(archive) === 'locked' ? unlock(archive, PASSPHRASE) : null)
    const forms = (archive: string) =>
      new Set(
        readdirSync(join(archive, 'originals'), { recursive: true, withFileTypes: true })
          .filter((entry) => entry.isFile())
          .map(({ name }) => originalForm(name))
      )

    const cases = rounds.flatMap((round) => (['set', 'remove'] as const).map((what) => ({ what, round })))
    test.for(cases)(
      'threat 17: $what on a disk that fills up, round $round: told as it is, nothing lost, and completed with room',
      { timeout: 120_000 },
      async ({ what, round }) => {
        const archive = join(folder, `${what} ${round}.sanad`)
        cpSync(what === 'set' ? plain : sealed, archive, { recursive: true })
        const after = Math.floor(LEAST[what] + (MOST - LEAST[what]) * next())
        const env = failingAfter(compiled?.library ?? '', archive, 'ENOSPC', after)
        const ended = await runSanad(archive, ['passphrase', what, '--passphrase-file', file], undefined, env)
        const told = `after ${after} writes: ${ended.errors}`
        if (ended.code !== 0) {
          expect(ended.code, told).toBe(1)
          expect(ended.errors, told).toMatch(FULL)
          expect(ended.errors, told).not.toMatch(/ at .*\.js:\d+/)
        } else
          expect([readLockState(archive), ...forms(archive)], told).toEqual(
            what === 'set' ? ['locked', 'sealed'] : ['plain', 'plain']
          )

        // Who is told nothing of the passphrase goes on without it, or with the one that was to go.
        if (ended.code !== 0 && what === 'set')
          expect([/not finished/.test(ended.errors), told]).toEqual([readLockState(archive) === 'locked', told])

        // As it lies there: opened with the passphrase if it says so, and whole.
        const keys = await keysOf(archive)
        expect(checkArchive(archive, keys), told).toEqual({ problems: [], holdings: clean })
        const again = await runSanad(archive, ['passphrase', what, '--passphrase-file', file])
        // What was set before is taken up by opening it above, and needs no more.
        if (!(what === 'remove' && readLockState(archive) === 'plain')) expect(again.code, again.errors).toBe(0)
        expect(readLockState(archive), told).toBe(what === 'set' ? 'locked' : 'plain')
        expect(forms(archive), told).toEqual(new Set([what === 'set' ? 'sealed' : 'plain']))
        expect(checkArchive(archive, await keysOf(archive)), told).toEqual({ problems: [], holdings: clean })
        if (what === 'set') expect(filesWithCanary([archive]), CANARY).toEqual([])
        const opened = openArchive(archive, { keys: await keysOf(archive) })
        opened.close()
        expect(opened.unfinishedChange).toBeNull()
      }
    )
  }
)
