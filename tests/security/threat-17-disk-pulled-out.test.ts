/**
 * Threat 17: the disk is pulled out, is full, or the power goes in the middle of one particular write. `npm run torture` takes more
 * moments; SANAD_KILL_SEED repeats a run.
 */
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { compileFailingDisk, type DiskFault, failingAfter } from '#tests/support/failing-disk'
import { writeGeneratedFolder } from '#tests/support/generated-folder'
import { checkArchive, type Holdings, strayOriginals } from '#tests/torture/check-archive'
import { leaveOutWhenTimeIsUp, momentsOf, roundsOf, SEED } from '#tests/torture/rounds'
import { type Ended, runImport, runSanad } from '#tests/torture/sanad-process'

const FILES = 60
/** More writes than an import of so many files makes are too many: the fault would not come. */
const MOST_WRITES = 400
const rounds = roundsOf(1)
const compiled = compileFailingDisk()
const SENTENCE: Readonly<Record<DiskFault, RegExp>> = {
  EIO: /sanad: (The disk with .* (reported an error|is full)|The database in .* is damaged)/,
  ENOSPC: /sanad: The disk with .* is full\. Nothing already imported is lost\./,
  KILL: /^/
}

describe.skipIf(compiled === undefined)(`threat 17: the disk fails at a random write (seed ${SEED})`, () => {
  const folder = mkdtempSync(join(tmpdir(), 'sanad-pulled-'))
  const source = join(folder, 'source')
  leaveOutWhenTimeIsUp()
  const template = join(folder, 'Template.sanad')
  let clean: Holdings

  beforeAll(async () => {
    writeGeneratedFolder(source, FILES)
    expect((await runImport(template, [source])).code).toBe(0)
    expect((await runSanad(template, ['tag', 'add', 'before', '1', '2', '3'])).code).toBe(0)
    clean = checkArchive(template).holdings
  })
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true })
    compiled?.remove()
  })

  /** Ends by itself (or by the kill), with one sentence; nobody's stack is shown to a person as the answer. */
  function expectRefused(ended: Ended, fault: DiskFault): void {
    if (fault === 'KILL') expect([0, null]).toContain(ended.code)
    else expect(ended.code).toBe(1)
    expect(ended.signal).toBe(fault === 'KILL' && ended.code === null ? 'SIGKILL' : null)
    expect(ended.errors).toMatch(SENTENCE[fault])
  }

  const cases = (['EIO', 'ENOSPC', 'KILL'] as const).flatMap((fault) => rounds.map((round) => ({ fault, round })))
  test.for(cases)(
    'threat 17: an import met by $fault, round $round, loses nothing and is completed afterwards',
    async ({ fault, round }) => {
      const archive = join(folder, `${fault} ${round}.sanad`)
      const after = Math.floor(MOST_WRITES ** momentsOf(`import ${fault}`, round)())
      const env = failingAfter(compiled?.library ?? '', archive, fault, after)
      expectRefused(await runSanad(archive, ['import', source], undefined, env), fault)
      if (existsSync(join(archive, 'archive.db'))) expect(checkArchive(archive).problems, `after ${after} writes`).toEqual([])
      const again = await runImport(archive, [source])
      expect(again.code, again.errors).toBe(0)
      expect(checkArchive(archive), `after ${after} writes`).toEqual({ problems: [], holdings: clean })
      expect(strayOriginals(archive)).toEqual([])
    }
  )

  test.for(cases)(
    'threat 17: a tag met by $fault, round $round, is whole or absent, and what was there stays',
    async ({ fault, round }) => {
      const archive = join(folder, `tagged ${fault} ${round}.sanad`)
      cpSync(template, archive, { recursive: true })
      const env = failingAfter(compiled?.library ?? '', archive, fault, Math.floor(40 ** momentsOf(`tag ${fault}`, round)()))
      const ended = await runSanad(archive, ['tag', 'add', 'cut', '4', '5', '6'], undefined, env)
      if (ended.code !== 0) expectRefused(ended, fault)
      const count = async (tag: string): Promise<number> => {
        const listed = await runSanad(archive, ['list', '--tag', tag])
        return listed.code === 0 ? JSON.parse(listed.output).total : 0
      }
      expect(await count('before')).toBe(3)
      expect(ended.code === 0 ? [3] : [0, 3]).toContain(await count('cut'))
      expect(checkArchive(archive)).toEqual({ problems: [], holdings: clean })
    }
  )
})
