/** Threat 23: what was done to the archive can not be changed afterwards without the check, ours and one that is not ours, saying so. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { custodyReading } from '#engine/commands/custody-reading'
import type { ReadSession } from '#engine/commands/read-session'
import { verifyCustodyLog } from '#engine/custody/check-log'
import { exportLog } from '#engine/custody/export-log'
import { takeSnapshot } from '#engine/integrity/snapshots'
import { openReader } from '#engine/open'
import { correctField } from '#engine/organise/correcting'
import { tagDocuments } from '#engine/organise/tagging'
import { setFact } from '#engine/store/archive-facts'
import type { WriteDb } from '#engine/store/connection'
import type { CustodyRow } from '#engine/store/custody-events'
import { fingerprintOf } from '#shared/model/custody'
import { addDocuments, newArchive } from '#tests/support/archive'
import { checkWithNode } from '#tests/support/check-exported-log'
import { chainedAnew, logOf, putLog } from '#tests/support/tampered-log'
import { temporaryFolder } from '#tests/support/temporary'
import { runSanad } from '#tests/torture/sanad-process'

function withLog(): WriteDb {
  const archive = newArchive()
  const ids = addDocuments(archive, [{ text: 'one' }, { text: 'two' }])
  tagDocuments(archive.db, 'witness', ids)
  if (ids[0]) correctField(archive.db, ids[0], 'date', '1988-08')
  return archive.db
}

function exported(db: WriteDb): string {
  const file = join(temporaryFolder(), 'log.jsonl')
  writeFileSync(file, [...exportLog(db, Date.now())].join(''))
  return file
}

test('threat 23: the log as it was written holds, for the program and for the script that shares no code with it', () => {
  const db = withLog()
  expect(verifyCustodyLog(db).fault).toBeNull()
  expect(checkWithNode(exported(db)).status).toBe(0)
})

const EDITS: Readonly<Record<string, (log: CustodyRow[]) => readonly CustodyRow[]>> = {
  'an edited row': (log) => log.map((e) => (e.seq === 4 ? { ...e, details: e.details.replace('witness', 'nothing') } : e)),
  'a backdated row': (log) => log.map((e) => (e.seq === 4 ? { ...e, at: '2001-01-01T00:00:00.000Z' } : e)),
  'a deleted row': (log) => log.filter(({ seq }) => seq !== 4),
  'two swapped rows': (log) => log.map((e) => ({ ...e, seq: e.seq === 3 ? 4 : e.seq === 4 ? 3 : e.seq })),
  'an inserted row': (log) => [...log, { ...(log[3] as CustodyRow), seq: log.length + 1 }]
}

for (const [name, edit] of Object.entries(EDITS)) {
  test(`threat 23: ${name} breaks the chain`, () => {
    const db = withLog()
    putLog(db, edit(logOf(db)))
    expect(verifyCustodyLog(db).fault).not.toBeNull()
    expect(checkWithNode(exported(db))).toMatchObject({ status: 1 })
  })
}

test('threat 23: a cut-off end and a log written anew are found by what is known from elsewhere', () => {
  const db = withLog()
  const log = logOf(db)
  const last = log.at(-1) as CustodyRow
  const noted = ['--entries', String(last.seq), '--fingerprint', fingerprintOf(last.hash)] as const
  for (const forged of [
    log.slice(0, -1),
    chainedAnew(log.map((e) => (e.seq === 4 ? { ...e, at: '2001-01-01T00:00:00.000Z' } : e)))
  ]) {
    putLog(db, forged)
    // The archive's own note is enough as long as it is not forged as well …
    expect(verifyCustodyLog(db).fault).not.toBeNull()
    const end = forged.at(-1) as CustodyRow
    setFact(db, 'custody_head', `${end.seq} ${end.hash}`)
    // … and when it is, the fingerprint that somebody wrote down.
    expect(checkWithNode(exported(db), ...noted)).toMatchObject({ status: 1 })
    setFact(db, 'custody_head', `${last.seq} ${last.hash}`)
  }
})

test('threat 23: a cut-off end whose note was changed with it is told by a snapshot, to each who checks', async () => {
  const archive = newArchive()
  const { db, directory } = archive
  tagDocuments(db, 'witness', addDocuments(archive, [{ text: 'one' }]))
  const reader = openReader(directory)
  takeSnapshot(reader, { directory, keys: null }, '2026-11-26')
  const log = logOf(db).slice(0, -1)
  putLog(db, log)
  setFact(db, 'custody_head', `${log.length} ${log.at(-1)?.hash}`)
  expect(verifyCustodyLog(db).fault).toBeNull()
  const fault = { code: 'cut-off', seq: log.length + 1, until: log.length + 1 }
  const session = { db: reader, directory } as unknown as ReadSession
  expect(await custodyReading['custody.check'](session, {})).toMatchObject({ fault })
  reader.close()
  archive.close()

  const verified = await runSanad(directory, ['verify'])
  const told = `The log ends before entry ${fault.seq}, and the snapshot of 2026-11-26 knows it up to entry ${fault.until}`
  expect(JSON.parse(verified.output)).toMatchObject({ database: 'ok', log: expect.stringContaining(told) })
  // Opening the archive may go on with the log that was cut off, which is then another.
  const checked = await runSanad(directory, ['log', '--check'])
  expect(checked.code, checked.errors).toBe(1)
  const other = { log: expect.stringContaining('the snapshot of 2026-11-26 knows'), fault: { seq: fault.seq } }
  expect(JSON.parse(checked.output)).toMatchObject(other)
})

test('threat 23: SQL that changes or removes entries is refused', () => {
  const db = withLog()
  for (const sql of [
    "UPDATE custody_event SET at = ''",
    'DELETE FROM custody_event',
    "REPLACE INTO custody_event VALUES (2, '', '', '', '', '', '')"
  ])
    expect(() => db.exec(sql)).toThrow('the custody log only grows')
})

test('threat 23: an original that came in or went behind the log is found', () => {
  const db = withLog()
  db.exec('INSERT INTO original (sha256, size_bytes, stored_at) VALUES (randomblob(32), 1, 0)')
  expect(verifyCustodyLog(db).fault).toMatchObject({ code: 'other-originals' })
})
