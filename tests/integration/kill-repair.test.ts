/**
 * The plug is pulled at random moments while an archive is mended in each of the three ways. SANAD_KILL_ROUNDS and SANAD_KILL_SEED as for
 * `kill-import.test.ts`.
 */
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { dayOf, takeSnapshot } from '#engine/integrity/snapshots'
import { openReader } from '#engine/open'
import { writeGeneratedFolder } from '#tests/support/generated-folder'
import { random } from '#tests/support/random'
import { checkArchive, type Holdings } from '#tests/torture/check-archive'
import { runImport, runSanad } from '#tests/torture/sanad-process'

const ROUNDS = Math.ceil(Number(process.env.SANAD_KILL_ROUNDS ?? 1) / 2)
const SEED = Number(process.env.SANAD_KILL_SEED ?? Date.now() % 2 ** 31)
const rounds = Array.from({ length: ROUNDS }, (_, round) => round + 1)

describe(`a repair killed at random moments (seed ${SEED})`, () => {
  const folder = mkdtempSync(join(tmpdir(), 'sanad-kill-'))
  const template = join(folder, 'Template.sanad')
  const next = random(SEED)
  let clean: Holdings
  const day = dayOf(new Date())
  const ways = [['--index'], ['--snapshot', day], ['--rebuild']]
  const took = new Map<string, number>()

  beforeAll(async () => {
    writeGeneratedFolder(join(folder, 'source'), 60)
    expect((await runImport(template, [join(folder, 'source')])).code).toBe(0)
    expect((await runSanad(template, ['tag', 'add', 'kept', '1', '2', '3'])).code).toBe(0)
    const db = openReader(template, null)
    takeSnapshot(db, { directory: template, keys: null }, day)
    db.close()
    for (const end of ['-wal', '-shm']) rmSync(join(template, `archive.db${end}`), { force: true })
    clean = checkArchive(template).holdings
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  const cases = rounds.flatMap((round) => ways.map((way) => ({ way, name: way[0], round })))
  test.for(cases)(
    'repair $name, round $round: nothing is lost, the next command finishes it, and repairing again works',
    { timeout: 120_000 },
    async ({ way, round }) => {
      const archive = join(folder, `${way[0]} ${round}.sanad`)
      cpSync(template, archive, { recursive: true })
      const whole = took.get(way.join()) ?? 4_000
      const cut = await runSanad(archive, ['repair', ...way], 200 + whole * next())
      if (cut.signal === null) took.set(way.join(), cut.milliseconds)
      // Any command goes on with what was cut off, and then does what it was asked for.
      const listed = await runSanad(archive, ['list', '--tag', 'kept'])
      expect(listed.code, listed.errors).toBe(0)
      expect(JSON.parse(listed.output)).toMatchObject({ total: 3 })
      expect(checkArchive(archive)).toEqual({ problems: [], holdings: clean })
      const verified = await runSanad(archive, ['verify'])
      expect(JSON.parse(verified.output), verified.errors).toMatchObject({
        ok: 60,
        extra: [],
        missing: [],
        database: 'ok',
        log: 'ok'
      })
      const again = await runSanad(archive, ['repair', ...way])
      expect(again.code, again.errors).toBe(0)
      expect(checkArchive(archive)).toEqual({ problems: [], holdings: clean })
    }
  )
})
