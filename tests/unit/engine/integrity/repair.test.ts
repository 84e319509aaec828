import {
  copyFileSync,
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync
} from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, test } from 'vitest'
import { diagnose } from '#engine/integrity/diagnose'
import { manifestFile, writeManifest } from '#engine/integrity/manifest'
import { finishRepair, type Repair, repairArchive } from '#engine/integrity/repair'
import { dayOf, listSnapshots, snapshotFile, takeSnapshot } from '#engine/integrity/snapshots'
import { finishSwap } from '#engine/integrity/swap-database'
import { isRepairUnfinished, writeUnfinishedRepair } from '#engine/integrity/unfinished-repair'
import { verifyFolder } from '#engine/integrity/verify-folder'
import { Work } from '#engine/integrity/work'
import { openArchive, openReader } from '#engine/open'
import { tagDocuments } from '#engine/organise/tagging'
import type { DocumentId } from '#shared/model/ids'
import { contentsOf } from '#tests/support/archive-contents'
import { filledCopy, placeOf } from '#tests/support/filled-archive'
import { testPool } from '#tests/support/import'

const code = (expected: string) => expect.objectContaining({ name: 'SanadError', code: expected })

/** What the archive in a folder holds; opening it is part of the test. */
function contents(directory: string) {
  const archive = openArchive(directory)
  try {
    return contentsOf(archive.db)
  } finally {
    archive.close()
  }
}

async function withCopies(): Promise<string> {
  const directory = await filledCopy()
  const db = openReader(directory)
  takeSnapshot(db, placeOf(directory), '2026-11-26')
  expect(await writeManifest(db, placeOf(directory), new Work())).toBe(true)
  db.close()
  return directory
}

async function repair(directory: string, how: Repair) {
  const pool = await testPool()
  return repairArchive(placeOf(directory), how, { extractor: () => pool, work: new Work(), tell: () => undefined })
}

const verified = (directory: string) =>
  verifyFolder(placeOf(directory), { isThorough: true, work: new Work(), onProgress: () => undefined })

const WELL = { originals: [], extra: [], database: 'ok', log: 'ok' }
const database = (directory: string) => join(directory, 'archive.db')

describe('mending an archive', () => {
  test('rebuilds the index from the texts, and loses nothing', async () => {
    const directory = await filledCopy()
    const before = contents(directory)
    const db = new Database(database(directory)).unsafeMode()
    db.exec('UPDATE fts_data SET block = zeroblob(length(block)) WHERE id > 10')
    db.close()
    expect((await verified(directory)).database).not.toBe('ok')
    expect(await diagnose(placeOf(directory), new Work())).toMatchObject({
      isIndexOnly: true,
      rebuildFrom: { from: 'database' },
      originals: 18
    })
    expect(await repair(directory, { way: 'index' })).toMatchObject({ documents: 18, adopted: 0 })
    expect(contents(directory)).toEqual(before)
    expect(await verified(directory)).toMatchObject({ ...WELL, ok: 18 })
  })

  test('a trigger, view or table that somebody else put in is found, and gone once the index was made anew', async () => {
    const directory = await filledCopy()
    const before = contents(directory)
    expect((await verified(directory)).database).toBe('ok')
    const db = new Database(database(directory))
    db.exec(`CREATE TABLE kept (search TEXT);
      CREATE TRIGGER keep BEFORE DELETE ON trail_search BEGIN INSERT INTO kept VALUES (old.search); END;
      CREATE VIEW look AS SELECT * FROM kept;
      DROP TRIGGER custody_event_kept;
      CREATE TRIGGER custody_event_kept BEFORE UPDATE ON custody_event BEGIN SELECT 1; END`)
    db.close()
    const found = (await verified(directory)).database
    for (const part of ['table kept', 'trigger keep', 'view look', 'trigger custody_event_kept'])
      expect(found).toContain(`${part} is not as Sanad makes it`)
    await repair(directory, { way: 'index' })
    expect(contents(directory)).toEqual(before)
    expect(await verified(directory)).toMatchObject({ ...WELL, ok: 18 })
  })

  test('restores a snapshot, keeps the damaged database, and takes up what came in since', async () => {
    const directory = await withCopies()
    const before = contents(directory)
    truncateSync(database(directory), 30_000)
    expect(() => openArchive(directory)).toThrow(code('archive-damaged'))
    expect(await diagnose(placeOf(directory), new Work())).toMatchObject({
      what: 'Its database can not be read whole.',
      details: expect.stringMatching(/./),
      isIndexOnly: false,
      snapshots: [{ day: '2026-11-26' }]
    })
    await repair(directory, { way: 'snapshot', day: '2026-11-26' })
    expect(contents(directory)).toEqual(before)
    const kept = readdirSync(directory).filter((name) => name.includes('.damaged-'))
    expect(kept).toHaveLength(1)
    expect(statSync(join(directory, kept[0] ?? '')).size).toBe(30_000)
    expect(await verified(directory)).toMatchObject({ ...WELL, ok: 18 })
    await expect(repair(directory, { way: 'snapshot', day: '2026-01-01' })).rejects.toEqual(code('not-found'))
  })

  test.each(['database', 'manifest', 'nothing'] as const)('rebuilds the database from the originals and %s', async (from) => {
    const directory = await withCopies()
    const before = contents(directory)
    if (from !== 'database') writeFileSync(database(directory), 'x'.repeat(50_000))
    rmSync(snapshotFile(directory, '2026-11-26'))
    if (from === 'nothing') rmSync(manifestFile(directory))
    const repaired = await repair(directory, { way: 'rebuild' })
    expect(repaired.from).toMatchObject({ from })
    const after = contents(directory)
    if (from === 'nothing') {
      // Whatever is in the originals can be found again; what people gave them is gone.
      expect(repaired.adopted).toBeGreaterThanOrEqual(16)
      expect(after.documents.length).toBe(18)
      expect(after.answers.find(({ query }) => query === 'darvan')?.total).toBe(12)
      expect(after.tags).toEqual([])
    } else expect(after).toEqual(before)
    expect(await verified(directory)).toMatchObject({ ...WELL, ok: 18 })
  })

  test('brings an archive back whose database is gone, with a stray log beside it', async () => {
    const directory = await withCopies()
    const before = contents(directory)
    rmSync(database(directory))
    writeFileSync(`${database(directory)}-wal`, 'x'.repeat(9000))
    expect(() => openArchive(directory)).toThrow(code('archive-damaged'))
    await repair(directory, { way: 'rebuild' })
    expect(contents(directory)).toEqual(before)
  })

  test('is finished by the next opening when it was cut short between two names', async () => {
    const directory = await withCopies()
    const before = contents(directory)
    renameSync(database(directory), `${database(directory)}.mended`)
    finishSwap(directory)
    expect(existsSync(`${database(directory)}.mended`)).toBe(false)
    expect(contents(directory)).toEqual(before)
  })

  test('cut short once the damaged database is set aside, takes its log after it, and nothing of it into the mended one', async () => {
    const directory = await withCopies()
    const before = contents(directory)
    const kept = `${database(directory)}.damaged-2026-11-26T10-00-00`
    copyFileSync(database(directory), `${database(directory)}.mended`)
    renameSync(database(directory), kept)
    writeFileSync(`${database(directory)}-wal`, 'x'.repeat(9000))
    expect(contents(directory)).toEqual(before)
    expect(statSync(`${kept}-wal`).size).toBe(9000)
  })

  test('cut short before its swap leaves nothing that could take the place of the database later', async () => {
    const directory = await withCopies()
    for (const name of [
      'archive.db.mended',
      'archive.db.mended.part',
      'archive.db.mended.part-wal',
      'snapshots/2026-11-20.db.part'
    ])
      writeFileSync(join(directory, name), 'what was written until then')
    writeUnfinishedRepair(directory, { way: 'rebuild', lost: null })
    expect((await verified(directory)).extra).toEqual([])
    const before = contents(directory)
    const names = readdirSync(directory, { recursive: true }).map(String)
    expect(names.filter((name) => /mended|part|archive\.repair/.test(name))).toEqual([])
    rmSync(database(directory))
    expect(() => openArchive(directory)).toThrow(code('archive-damaged'))
    await repair(directory, { way: 'snapshot', day: '2026-11-26' })
    expect(contents(directory)).toEqual(before)
  })

  test('cut short while originals are read again goes on before the archive is opened the next time', async () => {
    const directory = await withCopies()
    const before = contents(directory)
    const pool = await testPool()
    // Ended at the first original: what a kill there leaves, but for the process.
    const work = new Work()
    const tell = ({ stage }: { stage: string }) => stage === 'reading' && work.end()
    await repairArchive(placeOf(directory), { way: 'rebuild' }, { extractor: () => pool, work, tell })
    expect(isRepairUnfinished(directory)).toBe(true)
    expect(contents(directory)).not.toEqual(before)
    await finishRepair(placeOf(directory), { extractor: () => pool, work: new Work(), tell: () => undefined })
    expect(isRepairUnfinished(directory)).toBe(false)
    expect(contents(directory)).toEqual(before)
    expect(await verified(directory)).toMatchObject({ ...WELL, ok: 18 })
  })
})

describe('snapshots', () => {
  test('taken after the clock went back stay, and those of days to come go first', async () => {
    const directory = await filledCopy()
    const db = openReader(directory)
    const days = () => listSnapshots(directory).map(({ day }) => day)
    for (const day of ['2026-11-24', '2026-11-25', '2026-11-26']) takeSnapshot(db, placeOf(directory), day)
    expect(takeSnapshot(db, placeOf(directory), '2016-01-01')).toMatchObject({ day: '2016-01-01' })
    expect(days()).toEqual(['2026-11-26', '2026-11-25', '2016-01-01'])
    takeSnapshot(db, placeOf(directory), '2016-01-02')
    takeSnapshot(db, placeOf(directory), '2026-11-27')
    expect(days()).toEqual(['2026-11-27', '2026-11-26', '2016-01-02'])
    db.close()
  })

  test('are kept for three days, without what was searched for', async () => {
    const directory = await filledCopy()
    const archive = openArchive(directory)
    tagDocuments(archive.db, 'kept tag', [1 as DocumentId])
    archive.db.exec(`INSERT INTO trail_search (search, documents, at) VALUES ('{"query":"canaryword"}', 1, 1)`)
    const db = openReader(directory)
    for (const day of ['2026-11-21', '2026-11-22', '2026-11-23', '2026-11-24']) takeSnapshot(db, placeOf(directory), day)
    await writeManifest(db, placeOf(directory), new Work())
    db.close()
    archive.close()
    expect(listSnapshots(directory).map(({ day }) => day)).toEqual(['2026-11-24', '2026-11-23', '2026-11-22'])
    for (const name of readdirSync(join(directory, 'snapshots'))) {
      const bytes = readFileSync(join(directory, 'snapshots', name))
      expect(bytes.includes('canaryword'), name).toBe(false)
      expect(bytes.includes('kept tag'), name).toBe(true)
    }
    expect(readdirSync(join(directory, 'snapshots')).sort()).toEqual([
      '2026-11-22.db',
      '2026-11-23.db',
      '2026-11-24.db',
      'manifest.db'
    ])
  })

  test('are called by the day where the computer is', () => {
    expect(dayOf(new Date(2026, 0, 5, 23, 59))).toBe('2026-01-05')
  })
})
