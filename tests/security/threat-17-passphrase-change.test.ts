/** Threat 17: the disk fails at any write of a change of the passphrase. What the person was told is so: nobody is locked out. */
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { setPassphrase, unlock } from '#engine/keys/passphrase-changes'
import { createArchive } from '#engine/open'
import { PASSPHRASE } from '#tests/support/encrypted-archive'
import { compileFailingDisk, type DiskFault, failingAfter } from '#tests/support/failing-disk'
import { checkArchive } from '#tests/torture/check-archive'
import { runSanad } from '#tests/torture/sanad-process'

const NEXT = 'the next one'
/** A change makes fewer writes. */
const MOST_WRITES = 60
const EACH = Array.from({ length: MOST_WRITES }, (_, after) => after)
/** With `npm run torture` each is met; else some, among them those on both sides of the key file being replaced. */
const MET = process.env.SANAD_KILL_ROUNDS === undefined ? [12, 28, 36, 40] : EACH
/** Three derivations of a key and a program for each, on a machine that does much else. */
const MOST_MS = MET.length * 40_000
const compiled = compileFailingDisk()

describe.skipIf(compiled === undefined)('threat 17: the disk fails while the passphrase is changed', () => {
  const folder = mkdtempSync(join(tmpdir(), 'sanad-change-'))
  const template = join(folder, 'Template.sanad')
  const [now, next] = [join(folder, 'now.txt'), join(folder, 'next.txt')]

  beforeAll(async () => {
    createArchive(template).close()
    await setPassphrase(template, PASSPHRASE, () => undefined)
    writeFileSync(now, PASSPHRASE)
    writeFileSync(next, NEXT)
  })
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true })
    compiled?.remove()
  })

  const faults: readonly DiskFault[] = ['ENOSPC', 'KILL']
  test.for(faults)(
    'threat 17: %s at a write of the change: refused, the old passphrase opens; done, the new one',
    { timeout: MOST_MS },
    async (fault) => {
      for (const after of MET) {
        const archive = join(folder, `${fault} ${after}.sanad`)
        cpSync(template, archive, { recursive: true })
        const env = failingAfter(compiled?.library ?? '', archive, fault, after)
        const argv = ['passphrase', 'change', '--passphrase-file', now, '--new-passphrase-file', next]
        const ended = await runSanad(archive, argv, undefined, env)
        const opens = async (passphrase: string) => unlock(archive, passphrase).catch(() => undefined)
        const told = `${fault} after ${after} writes, ${ended.errors}`
        const keys =
          ended.code === 0
            ? await opens(NEXT)
            : ((await opens(PASSPHRASE)) ?? (ended.code === null ? await opens(NEXT) : undefined))
        expect(keys, told).toBeDefined()
        expect(checkArchive(archive, keys).problems, told).toEqual([])
        // The old one no more, at the latest once the new one was used.
        if (ended.code === 0) expect(await opens(PASSPHRASE), told).toBeUndefined()
        if (ended.code === 0 && !/replaced/.test(ended.errors)) return
      }
    }
  )
})
