import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { verifyArchive } from '#engine/integrity/verify-archive'
import { Work } from '#engine/integrity/work'
import { type Archive, openReader } from '#engine/open'
import type { VerificationOutcome, VerifyProgress } from '#shared/model/integrity'
import { openFilled } from '#tests/support/filled-archive'

async function verify(archive: Archive, isThorough = true, work = new Work()): Promise<VerificationOutcome> {
  const db = openReader(archive.directory)
  try {
    return await verifyArchive({
      directory: archive.directory,
      originals: archive.originals,
      db,
      isThorough,
      work,
      onProgress: () => undefined
    })
  } finally {
    db.close()
  }
}

const ALL_WELL = { state: 'finished', checked: 18, ok: 18, originals: [], extra: [], database: 'ok', log: 'ok' }

const fileOf = (archive: Archive, letter: number): string => {
  const sha256 = archive.db
    .prepare('SELECT sha256 FROM original o JOIN document d ON d.original_id = o.id WHERE d.file_name = ?')
    .pluck()
    .get(`letter ${letter}.txt`)
  return archive.originals.pathOf(sha256 as Uint8Array)
}

describe('verifying an archive', () => {
  test('finds nothing in one that is whole, and reads all of it', async () => {
    const archive = await openFilled()
    for (const isThorough of [false, true]) expect(await verify(archive, isThorough)).toMatchObject({ ...ALL_WELL, isThorough })
  })

  test('names originals that changed, are missing, can not be read, or have something else in their place', async () => {
    const archive = await openFilled()
    const [changed, shortened, missing, linked, folder] = [1, 2, 3, 4, 5].map((id) => fileOf(archive, id))
    if (!changed || !shortened || !missing || !linked || !folder) throw new Error('too few originals')
    writeFileSync(changed, 'The mill of Darvan, letter X.\n\nگزارش ۰\n')
    writeFileSync(shortened, '')
    rmSync(missing)
    rmSync(linked)
    symlinkSync(fileOf(archive, 6), linked)
    rmSync(folder)
    mkdirSync(folder)
    const outcome = await verify(archive)
    expect(outcome).toMatchObject({ checked: 18, ok: 13, extra: [], database: 'ok' })
    // By name: the number alone was right and wrong by the order of the import, while documents were taken by their ids. The second could
    // be the empty file, and emptying that is no damage.
    const found = new Map(outcome.originals.map(({ sha256, trouble }) => [sha256, trouble]))
    expect([changed, shortened, missing, linked, folder].map((file) => found.get(basename(file)))).toEqual([
      'changed',
      'changed',
      'missing',
      'not-a-file',
      'not-a-file'
    ])
  })

  test('names what is not of the archive, and follows no link', async () => {
    const archive = await openFilled()
    const at = (...parts: string[]): string => join(archive.directory, ...parts)
    writeFileSync(at('note.txt'), 'x')
    writeFileSync(at('originals', 'stray'), 'x')
    mkdirSync(at('originals', 'ab', 'deep'), { recursive: true })
    writeFileSync(at('originals', 'ab', 'deep', 'hidden'), 'x')
    writeFileSync(at('originals', 'ab', `ab${'0'.repeat(62)}`), 'x')
    symlinkSync('/', at('originals', 'everything'))
    symlinkSync('/etc', at('snapshots'))
    const { extra, ok } = await verify(archive)
    expect(ok).toBe(18)
    expect(extra.map(({ path, what }) => `${what} ${path}`).sort()).toEqual([
      `file note.txt`,
      `file originals/ab/ab${'0'.repeat(62)}`,
      'file originals/stray',
      'folder originals/ab/deep',
      'link originals/everything',
      'link snapshots'
    ])
  })

  test('finds rows that are not as they were written', async () => {
    const damage: readonly (readonly [string, string])[] = [
      ["UPDATE document SET file_name = 'letter 1.exe' WHERE id = ID", 'as they were read'],
      ["UPDATE document SET title = 'Forged' WHERE id = ID", 'show a title'],
      ['UPDATE document_text SET chunks = zeroblob(length(chunks)) WHERE document_id = ID', 'not as it was written'],
      ['DELETE FROM document_text WHERE document_id = ID', 'no text'],
      ['DELETE FROM fts WHERE rowid = ID', 'not in the index'],
      ['DELETE FROM sighting WHERE document_id = ID', 'no place'],
      [
        "DELETE FROM fts WHERE rowid = ID; INSERT INTO fts (rowid, title, people, body, rest, notes) VALUES (ID, 'letter', '', 'the mil of darvan', '', '')",
        'words of the texts'
      ]
    ]
    const archive = await openFilled()
    const id = String(archive.db.prepare("SELECT id FROM document WHERE file_name = 'letter 3.txt'").pluck().get())
    for (const [written, expected] of damage) {
      const sql = written.replaceAll('ID', id)
      archive.db.exec('BEGIN')
      archive.db.exec(sql)
      const { database } = await verifyArchive({
        directory: archive.directory,
        originals: archive.originals,
        db: archive.db,
        isThorough: true,
        work: new Work(),
        onProgress: () => undefined
      }).catch((error: unknown) => ({ database: String(error) }))
      expect.soft(database, sql).toContain(expected)
      if (archive.db.inTransaction) archive.db.exec('ROLLBACK')
    }
  })

  test('looks at everything else when one table can not be read', async () => {
    const archive = await openFilled()
    const gone = fileOf(archive, 1)
    rmSync(gone)
    archive.db.exec('BEGIN; DROP TABLE document_digest; DROP TABLE sighting')
    writeFileSync(join(archive.directory, 'note.txt'), 'x')
    const outcome = await verifyArchive({
      directory: archive.directory,
      originals: archive.originals,
      db: archive.db,
      isThorough: false,
      work: new Work(),
      onProgress: () => undefined
    })
    archive.db.exec('ROLLBACK')
    expect(outcome).toMatchObject({
      checked: 18,
      originals: [{ sha256: basename(gone), trouble: 'missing' }],
      extra: [{ path: 'note.txt', what: 'file' }],
      database: expect.stringContaining('damaged'),
      log: 'ok'
    })
  })

  test('tells how far it is, and can be ended', async () => {
    const archive = await openFilled()
    const told: VerifyProgress[] = []
    const work = new Work()
    const db = openReader(archive.directory)
    const outcome = await verifyArchive({
      directory: archive.directory,
      originals: archive.originals,
      db,
      isThorough: false,
      work,
      onProgress: (progress) => {
        told.push(progress)
        // Told now and then, so not of each number.
        if (progress.checked >= 3) work.end()
      }
    })
    db.close()
    expect(outcome).toMatchObject({ state: 'cancelled', ok: outcome.checked, database: 'ok' })
    expect(outcome.checked).toBeLessThan(18)
    expect(told[0]).toMatchObject({ stage: 'originals', total: 18 })
    expect(told.every(({ bytes, totalBytes }) => bytes <= totalBytes)).toBe(true)
  })
})
