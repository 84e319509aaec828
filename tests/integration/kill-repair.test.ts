/**
 * The plug is pulled at random moments while an archive is mended in each of the three ways, an encrypted one in one of them each round. SANAD_KILL_ROUNDS and SANAD_KILL_SEED as for
 * `kill-import.test.ts`.
 */
import { cpSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { dayOf, takeSnapshot } from '#engine/integrity/snapshots'
import { unlock } from '#engine/keys/passphrase-changes'
import { openReader } from '#engine/open'
import { databaseForm } from '#engine/store/database-keys'
import { writeGeneratedFolder } from '#tests/support/generated-folder'
import { random } from '#tests/support/random'
import { checkArchive, type Holdings } from '#tests/torture/check-archive'
import { runImport, runSanad } from '#tests/torture/sanad-process'

const ROUNDS = Math.ceil(Number(process.env.SANAD_KILL_ROUNDS ?? 1) / 2)
const SEED = Number(process.env.SANAD_KILL_SEED ?? Date.now() % 2 ** 31)
const PASSPHRASE = 'seven stones in a quiet river'
const rounds = Array.from({ length: ROUNDS }, (_, round) => round + 1)

describe(`a repair killed at random moments (seed ${SEED})`, () => {
  const folder = mkdtempSync(join(tmpdir(), 'sanad-kill-'))
  const templates = { plain: join(folder, 'Plain.sanad'), encrypted: join(folder, 'Encrypted.sanad') } as const
  const words = join(folder, 'words.txt')
  const next = random(SEED)
  let clean: Holdings
  const day = dayOf(new Date())
  const ways = [['--index'], ['--snapshot', day], ['--rebuild']]
  const took = new Map<string, number>()

  beforeAll(async () => {
    const template = templates.plain
    writeFileSync(words, `${PASSPHRASE}\n`)
    writeGeneratedFolder(join(folder, 'source'), 60)
    expect((await runImport(template, [join(folder, 'source')])).code).toBe(0)
    expect((await runSanad(template, ['tag', 'add', 'kept', '1', '2', '3'])).code).toBe(0)
    const db = openReader(template, null)
    takeSnapshot(db, { directory: template, keys: null }, day)
    db.close()
    for (const end of ['-wal', '-shm']) rmSync(join(template, `archive.db${end}`), { force: true })
    clean = checkArchive(template).holdings
    cpSync(template, templates.encrypted, { recursive: true })
    const set = await runSanad(templates.encrypted, ['passphrase', 'set', '--new-passphrase-file', words])
    expect(set.code, set.errors).toBe(0)
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  const cases = rounds.flatMap((round) => [
    ...ways.map((way) => ({ form: 'plain' as const, way, name: way[0], round })),
    ...ways
      .slice((SEED + round) % ways.length)
      .slice(0, 1)
      .map((way) => ({ form: 'encrypted' as const, way, name: way[0], round }))
  ])
  test.for(cases)(
    '$form, repair $name, round $round: nothing is lost, the next command finishes it, and repairing again works',
    { timeout: 120_000 },
    async ({ form, way, round }) => {
      const archive = join(folder, `${form} ${way[0]} ${round}.sanad`)
      cpSync(templates[form], archive, { recursive: true })
      const given = form === 'plain' ? [] : ['--passphrase-file', words]
      const keys = async () => (form === 'plain' ? null : await unlock(archive, PASSPHRASE))
      const kind = `${form} ${way.join()}`
      const whole = took.get(kind) ?? 4_000
      const cut = await runSanad(archive, ['repair', ...way, ...given], 200 + whole * next())
      if (cut.signal === null) took.set(kind, cut.milliseconds)
      // Any command goes on with what was cut off, and then does what it was asked for.
      const listed = await runSanad(archive, ['list', '--tag', 'kept', ...given])
      expect(listed.code, listed.errors).toBe(0)
      expect(JSON.parse(listed.output)).toMatchObject({ total: 3 })
      expect(checkArchive(archive, await keys())).toEqual({ problems: [], holdings: clean })
      const verified = await runSanad(archive, ['verify', ...given])
      expect(JSON.parse(verified.output), verified.errors).toMatchObject({
        ok: 60,
        extra: [],
        missing: [],
        database: 'ok',
        log: 'ok'
      })
      const again = await runSanad(archive, ['repair', ...way, ...given])
      expect(again.code, again.errors).toBe(0)
      expect(checkArchive(archive, await keys())).toEqual({ problems: [], holdings: clean })
      if (form === 'encrypted') expect(plainDatabases(archive)).toEqual([])
    }
  )
})

/** Files that anybody could open as a database. */
const plainDatabases = (archive: string): string[] =>
  readdirSync(archive, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.db/.test(entry.name))
    .map(({ parentPath, name }) => join(parentPath, name))
    .filter((file) => databaseForm(file) === 'plain')
