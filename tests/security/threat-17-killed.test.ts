/**
 * The plug is pulled at random moments of what people do with an archive besides importing. `npm run torture` does the same with more
 * rounds; SANAD_KILL_SEED repeats a run.
 */
import { createHash } from 'node:crypto'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { listSnapshots } from '#engine/integrity/snapshots'
import { openArchive } from '#engine/open'
import { readText } from '#engine/store/texts'
import type { DocumentId } from '#shared/model/ids'
import { archiveOfVersion2, textOfVersion2 } from '#tests/support/archive-of-version-2'
import { writeGeneratedFolder } from '#tests/support/generated-folder'
import { checkArchive, type Holdings } from '#tests/torture/check-archive'
import { leaveOutWhenTimeIsUp, momentsOf, roundsOf, SEED } from '#tests/torture/rounds'
import { killedAfter, runImport, runSanad } from '#tests/torture/sanad-process'

const FILES = 120
const SNAPSHOTS = resolve(import.meta.dirname, '../torture/take-snapshots.mjs')
const rounds = roundsOf(2)

/** Every file of an archive with its bytes, but SQLite's own beside the database, which are gone when it is closed in order. */
function bytesIn(archive: string): Record<string, string> {
  const files = readdirSync(archive, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  const named = files.map(({ parentPath, name }) => join(parentPath, name)).filter((path) => !/-(?:shm|wal)$/.test(path))
  return Object.fromEntries(named.map((path) => [path, createHash('sha256').update(readFileSync(path)).digest('hex')]))
}

describe(`threat 17: killed at random moments (seed ${SEED})`, () => {
  const folder = mkdtempSync(join(tmpdir(), 'sanad-kill-'))
  const template = join(folder, 'Template.sanad')
  leaveOutWhenTimeIsUp()
  let clean: Holdings
  const copyOf = (name: string): string => {
    const archive = join(folder, `${name}.sanad`)
    cpSync(template, archive, { recursive: true })
    return archive
  }
  const documentsWith = async (archive: string, tag: string): Promise<number> => {
    const listed = await runSanad(archive, ['list', '--tag', tag])
    return listed.code === 0 ? JSON.parse(listed.output).total : 0
  }

  beforeAll(async () => {
    const source = join(folder, 'source')
    writeGeneratedFolder(source, FILES)
    const imported = await runImport(template, [source])
    expect(imported.code, imported.errors).toBe(0)
    clean = checkArchive(template).holdings
  })

  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  test.for(rounds)(
    'tagging, round %i: every tag that was acknowledged is there, the one cut off is whole or absent',
    async (round) => {
      const archive = copyOf(`Tagged ${round}`)
      const next = momentsOf('tagging', round)
      const ids = Array.from({ length: 40 }, (_, at) => String(at + 1))
      const first = await runSanad(archive, ['tag', 'add', 'first', ...ids])
      expect(first.code, first.errors).toBe(0)
      const acknowledged = ['first']
      for (const name of ['second', 'third', 'fourth']) {
        const ended = await runSanad(archive, ['tag', 'add', name, ...ids], first.milliseconds * (0.2 + 0.9 * next()))
        if (ended.code === 0) acknowledged.push(name)
        else expect([0, ids.length]).toContain(await documentsWith(archive, name))
      }
      for (const name of acknowledged) expect(await documentsWith(archive, name)).toBe(ids.length)
      expect(checkArchive(archive)).toEqual({ problems: [], holdings: clean })
    }
  )

  test.for(rounds)('threat 17: re-reading, round %i: nothing is lost, and reading again completes it', async (round) => {
    const archive = copyOf(`Reread ${round}`)
    const ids = Array.from({ length: FILES }, (_, at) => String(at + 1))
    expect((await runSanad(archive, ['tag', 'add', 'kept', '1', '7'])).code).toBe(0)
    await runSanad(archive, ['reread', ...ids], 150 + 2500 * momentsOf('re-reading', round)())
    expect(checkArchive(archive)).toEqual({ problems: [], holdings: clean })
    const again = await runSanad(archive, ['reread', ...ids])
    expect(again.code, again.errors).toBe(0)
    expect(JSON.parse(again.output)).toMatchObject({ documents: FILES, done: FILES })
    expect(checkArchive(archive)).toEqual({ problems: [], holdings: clean })
    expect(await documentsWith(archive, 'kept')).toBe(2)
  })

  test.for(rounds)('threat 17: verifying, round %i: nothing is changed, and verifying again finds all well', async (round) => {
    const archive = copyOf(`Verified ${round}`)
    const before = bytesIn(archive)
    await runSanad(archive, ['verify', '--thorough'], 100 + 1200 * momentsOf('verifying', round)())
    expect(bytesIn(archive)).toEqual(before)
    const again = await runSanad(archive, ['verify', '--thorough'])
    expect(again.code, again.errors).toBe(0)
    expect(JSON.parse(again.output)).toMatchObject({ checked: FILES, ok: FILES, changed: [], missing: [], extra: [] })
    expect(checkArchive(archive)).toEqual({ problems: [], holdings: clean })
  })

  test.for(rounds)(
    'threat 17: taking snapshots, round %i: the one that is there is whole, and the archive is as it was',
    async (round) => {
      const archive = copyOf(`Snapshots ${round}`)
      const output = await killedAfter(SNAPSHOTS, [archive], 200 + 1500 * momentsOf('snapshots', round)())
      const [day] = output.split('\n')
      const there = listSnapshots(archive)
      if (day) expect(there).toMatchObject([{ day }])
      expect(checkArchive(archive)).toEqual({ problems: [], holdings: clean })
      for (const { day: kept } of there) {
        const restored = await runSanad(archive, ['restore', kept])
        expect(restored.code, restored.errors).toBe(0)
        expect(checkArchive(archive)).toEqual({ problems: [], holdings: clean })
      }
      // What the killed one left unfinished is out of the way of the next.
      const next = await killedAfter(SNAPSHOTS, [archive], 120_000, 1)
      expect(next).toMatch(/^\d{4}-\d\d-\d\d\n/)
    }
  )

  test.for(rounds)('threat 17: an upgrade, round %i: all texts are there afterwards, whenever it was cut off', async (round) => {
    const textOf = (at: number): string =>
      `Statement ${at}. ${'The ward by the river, می خواهم کتاب ها. '.repeat(40 + (at % 60))}`
    const texts = Array.from({ length: 400 }, (_, at) => textOfVersion2([{ kind: 'paragraph', text: textOf(at + 1) }], null))
    const archive = archiveOfVersion2(join(folder, `Upgraded ${round}`), texts)
    await runSanad(archive, ['info'], 100 + 1500 * momentsOf('upgrade', round)())
    const opened = await runSanad(archive, ['info'])
    expect(opened.code, opened.errors).toBe(0)
    expect(JSON.parse(opened.output)).toMatchObject({ documents: texts.length })
    const { db, close } = openArchive(archive)
    for (let id = 1; id <= texts.length; id++) expect(readText(db, id as DocumentId)?.reader).toBe(textOf(id))
    expect(db.pragma('integrity_check', { simple: true })).toBe('ok')
    close()
    const found = await runSanad(archive, ['search', 'ward', '--limit', '1'])
    expect(JSON.parse(found.output)).toMatchObject({ total: texts.length })
  })
})
