/** The custody log against those in the archive's own snapshots and manifest. */
import { renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { findKnownOtherwise } from '#engine/integrity/compare-log'
import { manifestFile, writeManifest } from '#engine/integrity/manifest'
import { repairArchive } from '#engine/integrity/repair'
import { snapshotFile, takeSnapshot } from '#engine/integrity/snapshots'
import { verifyFolder } from '#engine/integrity/verify-folder'
import { Work } from '#engine/integrity/work'
import { openArchive, openReader } from '#engine/open'
import { tagDocuments } from '#engine/organise/tagging'
import { setFact } from '#engine/store/archive-facts'
import type { WriteDb } from '#engine/store/connection'
import type { DocumentId } from '#shared/model/ids'
import { FORMS, type Form, filledCopy, placeOf } from '#tests/support/filled-archive'
import { testPool } from '#tests/support/import'
import { chainedAnew, logOf, putLog } from '#tests/support/tampered-log'

const [OLD, NEW] = ['2026-11-20', '2026-11-26'] as const

function working<T>(directory: string, form: Form, work: (db: WriteDb) => T): T {
  const archive = openArchive(directory, { keys: placeOf(directory, form).keys })
  try {
    return work(archive.db)
  } finally {
    archive.close()
  }
}

const tag = (directory: string, name: string, form: Form = 'plain'): number =>
  working(directory, form, (db) => {
    tagDocuments(db, name, [1, 2] as DocumentId[])
    return logOf(db).length
  })

function snapshotOf(directory: string, day: string, form: Form = 'plain'): void {
  const db = openReader(directory, placeOf(directory, form).keys)
  takeSnapshot(db, placeOf(directory, form), day)
  db.close()
}

async function manifestOf(directory: string): Promise<void> {
  const db = openReader(directory)
  await writeManifest(db, placeOf(directory), new Work())
  db.close()
}

/** Cuts the last entries off, and the archive's note of its end with them: what is left holds in itself. */
const cutTo = (directory: string, entries: number, form: Form = 'plain'): void =>
  working(directory, form, (db) => {
    const log = logOf(db).slice(0, entries)
    putLog(db, log)
    setFact(db, 'custody_head', `${entries} ${log.at(-1)?.hash}`)
  })

const otherwise = (directory: string) => working(directory, 'plain', (db) => findKnownOtherwise(db, directory))

const logVerdict = async (directory: string, form: Form = 'plain') =>
  (await verifyFolder(placeOf(directory, form), { isThorough: false, work: new Work(), onProgress: () => undefined })).log

async function restore(directory: string, day: string): Promise<void> {
  const pool = await testPool()
  const parts = { extractor: () => pool, work: new Work(), tell: () => undefined }
  await repairArchive(placeOf(directory), { way: 'snapshot', day }, parts)
}

describe('the custody log against the archive’s own copies', () => {
  test.for(FORMS)('a log that was cut off at its end is told by the snapshot that knows more, in a %s archive', async (form) => {
    const directory = await filledCopy(form)
    const before = tag(directory, 'first', form)
    snapshotOf(directory, OLD, form)
    const full = tag(directory, 'second', form)
    snapshotOf(directory, NEW, form)
    expect(await logVerdict(directory, form)).toBe('ok')
    cutTo(directory, before, form)
    expect(await logVerdict(directory, form)).toBe(
      `The log ends before entry ${before + 1}, and the snapshot of ${NEW} knows it up to entry ${full}: its end was cut off, or an older database was put in its place.`
    )
  })

  test('the manifest tells it, too; what goes on after the cut is another log, also when it is as long', async () => {
    const directory = await filledCopy()
    const before = tag(directory, 'first')
    const full = tag(directory, 'second')
    await manifestOf(directory)
    cutTo(directory, before)
    expect(otherwise(directory)).toMatchObject({ day: null, fault: { code: 'cut-off', seq: before + 1, until: full } })
    for (const name of ['a', 'b', 'c', 'd']) tag(directory, name)
    expect(otherwise(directory)).toMatchObject({ day: null, fault: { code: 'rewritten', seq: before + 1 } })
    expect(await logVerdict(directory)).toMatch(/Entry \d+ of the log is another than the one that the manifest knows/)
  })

  test('a log that was written anew is told', async () => {
    const directory = await filledCopy()
    tag(directory, 'first')
    snapshotOf(directory, OLD)
    working(directory, 'plain', (db) => {
      const log = chainedAnew(logOf(db).map((entry, n) => (n === 1 ? { ...entry, at: '2020-01-01T00:00:00.000Z' } : entry)))
      putLog(db, log)
      setFact(db, 'custody_head', `${log.length} ${log.at(-1)?.hash}`)
    })
    expect(otherwise(directory)).toMatchObject({ day: OLD, fault: { code: 'rewritten', seq: 2 } })
  })

  test('going back to a snapshot is no contradiction, however often, and also while newer copies are still there', async () => {
    const directory = await filledCopy()
    tag(directory, 'first')
    snapshotOf(directory, OLD)
    tag(directory, 'second')
    snapshotOf(directory, NEW)
    tag(directory, 'third')
    await manifestOf(directory)
    await restore(directory, NEW)
    expect(otherwise(directory)).toBeUndefined()
    tag(directory, 'fourth')
    await restore(directory, OLD)
    expect(otherwise(directory)).toBeUndefined()
    tag(directory, 'fifth')
    snapshotOf(directory, '2026-11-27')
    expect(await logVerdict(directory)).toBe('ok')
    // Once more, from a database of which nothing can be read.
    rmSync(join(directory, 'archive.db'))
    await restore(directory, NEW)
    expect(await logVerdict(directory)).toBe('ok')
    // What was taken since knows that it went back, and more: cutting that off is told.
    const before = tag(directory, 'sixth')
    tag(directory, 'seventh')
    snapshotOf(directory, '2026-11-28')
    cutTo(directory, before)
    expect(otherwise(directory)).toMatchObject({ day: '2026-11-28', fault: { code: 'cut-off', seq: before + 1 } })
  })

  test('entries that were cut off before the archive went back are told', async () => {
    const directory = await filledCopy()
    tag(directory, 'first')
    snapshotOf(directory, OLD)
    const before = tag(directory, 'second')
    tag(directory, 'third')
    snapshotOf(directory, NEW)
    cutTo(directory, before)
    await restore(directory, OLD)
    expect(otherwise(directory)).toMatchObject({ day: NEW, fault: { code: 'rewritten' } })
  })

  test('a copy that is damaged or does not hold in itself says nothing', async () => {
    const directory = await filledCopy()
    const before = tag(directory, 'first')
    tag(directory, 'second')
    snapshotOf(directory, OLD)
    working(directory, 'plain', () => undefined)
    const forged = join(directory, 'forged')
    renameSync(snapshotFile(directory, OLD), forged)
    cutTo(directory, before)
    renameSync(forged, manifestFile(directory))
    expect(otherwise(directory)).toMatchObject({ day: null, fault: { code: 'cut-off' } })
    const { default: Database } = await import('better-sqlite3')
    const copy = new Database(manifestFile(directory))
    putLog(
      copy as unknown as WriteDb,
      logOf(copy as unknown as WriteDb).map((entry) => ({ ...entry, hash: entry.hash.replace(/^./, 'f') }))
    )
    copy.close()
    expect(otherwise(directory)).toBeUndefined()
  })
})
