/** Threat 16: no room for the daily snapshot. That is told until one is taken, and what there was stays. */
import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { dayOf } from '#engine/integrity/snapshots'
import { compileFailingDisk, failingAfter, notingFlushes } from '#tests/support/failing-disk'
import { writeGeneratedFolder } from '#tests/support/generated-folder'
import { canMount, smallDisk, takeSteps } from '#tests/support/small-disk'
import { temporaryFolder } from '#tests/support/temporary'
import { checkArchive } from '#tests/torture/check-archive'
import { runImport } from '#tests/torture/sanad-process'

const OLDER = '2026-01-01'
const script = resolve(import.meta.dirname, '../support/take-snapshot.mjs')
const compiled = compileFailingDisk()

/** Takes the snapshot of today. `failing`: the environment, by the name of the file that is written first. */
function take(archive: string, failing: (part: string) => Record<string, string> = () => ({})) {
  for (;;) {
    const day = dayOf(new Date())
    const env = { ...process.env, ...failing(join(archive, 'snapshots', `${day}.db.part`)) }
    const { stdout, stderr } = spawnSync(process.execPath, [script, archive], { encoding: 'utf8', env })
    // At midnight the file would have another name than the one that is waited for.
    if (dayOf(new Date()) === day) return { answer: JSON.parse(stdout || '{}'), errors: stderr }
  }
}

const folder = mkdtempSync(join(tmpdir(), 'sanad-no-room-'))
const source = join(folder, 'source')
beforeAll(() => writeGeneratedFolder(source, 20))
afterAll(() => {
  compiled?.remove()
  rmSync(folder, { recursive: true, force: true })
})

describe.skipIf(!canMount)('threat 16: a disk with hardly any room', () => {
  test('threat 16: a snapshot that has no room is told, also later, until one is taken; older ones stay', async () => {
    const disk = smallDisk()
    const saved = temporaryFolder()
    const archive = `${disk.path}/A.sanad`
    const attempt = [process.execPath, script, archive]
    const inSnapshots = ['sh', '-c', `cd ${archive}/snapshots && ls`]
    const [today, tomorrow] = [dayOf(new Date()), dayOf(new Date(Date.now() + 86_400_000))]
    const ends = await takeSteps(disk, 80_000, [
      disk.sanad('import', source, '--json'),
      attempt,
      ['sh', '-c', `mv ${archive}/snapshots/*.db ${archive}/snapshots/${OLDER}.db`],
      disk.sanad('tag', 'add', 'kept', '1'),
      ['sh', '-c', `dd if=/dev/zero of=${disk.path}/most bs=1k count=60000 2>/dev/null`],
      attempt,
      inSnapshots,
      disk.sanad('info'),
      disk.fill,
      attempt,
      disk.sanad('info', '--json'),
      disk.free,
      ['rm', `${disk.path}/most`],
      attempt,
      inSnapshots,
      disk.sanad('info', '--json'),
      disk.saveTo(saved)
    ])
    const answers = ends.map(({ output }) => (output.startsWith('{') ? JSON.parse(output) : output))
    const [imported, first, , , , refused, left, words, , noByte, still, , , again, both, atLast] = answers
    expect(imported, ends[0]?.errors).toMatchObject({ documents: 20 })
    expect(first, ends[1]?.errors).toMatchObject({ taken: expect.any(String), snapshotFailure: null, isKept: true })

    const failure = { at: expect.any(Number), trouble: 'disk-full', lacking: expect.any(Number) }
    expect(refused, ends[5]?.errors).toMatchObject({ refused: 'disk-full', snapshots: [OLDER], snapshotFailure: failure })
    expect(refused.isKept).toBe(true)
    // Between what was taken from the disk and that and the archive itself.
    expect(refused.snapshotFailure.lacking / 1024).toBeGreaterThan(40_000)
    expect(refused.snapshotFailure.lacking / 1024).toBeLessThan(60_000)
    expect(left).toBe(`${OLDER}.db\n`)
    expect(words).toMatch(/no snapshot could be taken on .*: the disk has no room for another copy .*Free some space on it/)

    // Without a byte left the archive is open for reading only. What was kept when there was room for that is still told.
    expect(noByte, ends[9]?.errors).toMatchObject({ snapshots: [OLDER], snapshotFailure: { trouble: 'disk-full' } })
    expect(still).toMatchObject({ documents: 20, snapshots: [OLDER], snapshotFailure: refused.snapshotFailure })

    expect(again, ends[13]?.errors).toMatchObject({ snapshotFailure: null, isKept: true })
    expect([today, tomorrow]).toContain(again.taken)
    expect(both).toBe(`${OLDER}.db\n${again.taken}.db\n`)
    expect(atLast).toMatchObject({ snapshots: [again.taken, OLDER], snapshotFailure: null })
    expect(checkArchive(join(saved, 'A.sanad')).problems).toEqual([])
  })
})

describe.skipIf(compiled === undefined)('threat 16: a disk that fills up while a snapshot is written', () => {
  test('threat 16: a snapshot cut off by a full disk leaves no half file and loses nothing, and the next one is whole', async () => {
    const archive = join(temporaryFolder(), 'A.sanad')
    const imported = await runImport(archive, [source])
    expect(imported.code, imported.errors).toBe(0)
    const { holdings } = checkArchive(archive)
    const snapshots = join(archive, 'snapshots')
    mkdirSync(snapshots)
    cpSync(join(archive, 'archive.db'), join(snapshots, `${OLDER}.db`))
    const older = readFileSync(join(snapshots, `${OLDER}.db`))
    for (const after of [1, 40]) {
      const failing = (part: string) => failingAfter(compiled?.library ?? '', archive, 'ENOSPC', after, part)
      const { answer, errors } = take(archive, failing)
      expect(answer, `after ${after} writes: ${errors}`).toMatchObject({
        refused: 'disk-full',
        snapshots: [OLDER],
        snapshotFailure: { trouble: 'disk-full' },
        isKept: true
      })
      expect(readdirSync(snapshots)).toEqual([`${OLDER}.db`])
      expect(readFileSync(join(snapshots, `${OLDER}.db`))).toEqual(older)
      expect(checkArchive(archive)).toEqual({ problems: [], holdings })
    }
    const notes = join(folder, 'flushes')
    const { answer, errors } = take(archive, () => notingFlushes(compiled?.library ?? '', archive, notes))
    expect(answer, errors).toMatchObject({ taken: expect.any(String), snapshotFailure: null, isKept: true })
    // It never knows more than the database after a power cut: what was committed there is on the disk before the copy has its name.
    const file = join(snapshots, `${answer.taken}.db`)
    const flushes = readFileSync(notes, 'utf8').split('\n')
    const named = flushes.indexOf(`rename ${file}`)
    expect(flushes.slice(named - 2, named)).toEqual([`flush ${join(archive, 'archive.db-wal')}`, `flush ${file}.part`])
    cpSync(file, join(archive, 'archive.db'))
    expect(checkArchive(archive)).toEqual({ problems: [], holdings })
  })
})
