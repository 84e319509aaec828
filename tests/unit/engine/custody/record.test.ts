import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { recordCustody } from '#engine/custody/record'
import { recordCustodyOf } from '#engine/custody/record-list'
import { openArchive } from '#engine/open'
import { setFact } from '#engine/store/archive-facts'
import { transaction } from '#engine/store/connection'
import { type CustodyRow, findNotedHead, listEventsAfter } from '#engine/store/custody-events'
import { addDocuments, newArchive } from '#tests/support/archive'

const sorted = (value: unknown): unknown =>
  value !== null && typeof value === 'object' && !Array.isArray(value)
    ? Object.fromEntries(
        Object.entries(value)
          .sort(([a], [b]) => (a < b ? -1 : 1))
          .map(([key, member]) => [key, sorted(member)])
      )
    : value

/** The hash as the format's page says, worked out without the code of the program. */
function hashOf({ hash: _, details, ...rest }: CustodyRow): string {
  return createHash('sha256')
    .update(JSON.stringify(sorted({ ...rest, details: JSON.parse(details) })))
    .digest('hex')
}

test('a new archive begins its log with its id, and keeps it over openings', () => {
  const archive = newArchive()
  archive.close()
  const again = openArchive(archive.directory)
  const log = listEventsAfter(again.db, 0, 10)
  again.close()
  expect(log).toHaveLength(1)
  expect(log[0]).toMatchObject({ seq: 1, kind: 'archive-created', previous: '0'.repeat(64) })
  expect(JSON.parse(log[0]?.details ?? '')).toMatchObject({ archive: expect.stringMatching(/^[0-9a-f]{32}$/) })
})

test('an archive from before the log begins it with what it holds', () => {
  const archive = newArchive()
  addDocuments(archive, [
    { text: 'one', sizeBytes: 5 },
    { text: 'two', sizeBytes: 7 }
  ])
  archive.db.exec(
    "DROP TRIGGER custody_event_never_deleted; DELETE FROM custody_event; DELETE FROM archive WHERE key LIKE 'custody%'"
  )
  const lines = (archive.db.prepare('SELECT hex(sha256) h, size_bytes s FROM original').all() as { h: string; s: number }[])
    .map(({ h, s }) => `${h.toLowerCase()} ${s}\n`)
    .sort()
  archive.close()
  const again = openArchive(archive.directory)
  const [first] = listEventsAfter(again.db, 0, 10)
  again.close()
  expect(first?.kind).toBe('log-begun')
  expect(JSON.parse(first?.details ?? '')).toMatchObject({
    originals: 2,
    bytes: 12,
    documents: 2,
    imports: 1,
    originalsDigest: createHash('sha256').update(lines.join('')).digest('hex')
  })
})

test('each entry hashes what the format says, whatever stands in it, and follows the one before', () => {
  const { db } = newArchive()
  const names = ['خاوران', '"\\\b\t\n\f\r\u0001\u007f\u2028/', '😀 half \ud800', '']
  for (const name of names) transaction(db, () => recordCustody(db, 'tag-created', { tag: 1, name }))
  const log = listEventsAfter(db, 0, 10)
  expect(log).toHaveLength(1 + names.length)
  let previous = '0'.repeat(64)
  for (const entry of log) {
    expect(entry.previous).toBe(previous)
    expect(hashOf(entry)).toBe(entry.hash)
    previous = entry.hash
  }
  expect(findNotedHead(db)).toEqual({ seq: log.length, hash: previous })
})

test('a change that is rolled back leaves no entry, and an entry outside of a change is refused', () => {
  const { db } = newArchive()
  expect(() => recordCustody(db, 'erased', { cardChanges: 1, rollCalls: 0 })).toThrow('outside of the transaction')
  expect(() =>
    transaction(db, () => {
      recordCustody(db, 'erased', { cardChanges: 1, rollCalls: 0 })
      throw new Error('no')
    })
  ).toThrow('no')
  expect(listEventsAfter(db, 1, 10)).toEqual([])
  expect(() => transaction(db, () => recordCustody(db, 'erased', { cardChanges: 0.5, rollCalls: 0 }))).toThrow('whole numbers')
})

test('the log only grows: SQL that changes, deletes or replaces entries is refused', () => {
  const { db } = newArchive()
  transaction(db, () => recordCustody(db, 'tag-created', { tag: 1, name: 'a' }))
  for (const sql of [
    "UPDATE custody_event SET kind = 'x'",
    'DELETE FROM custody_event WHERE seq = 2',
    "INSERT OR REPLACE INTO custody_event VALUES (2, '', '', '', '', '', '')",
    "INSERT INTO custody_event VALUES (0, '', '', '', '', '', '')",
    "INSERT INTO custody_event VALUES (1, '', '', '', '', '', '') ON CONFLICT (seq) DO UPDATE SET kind = 'x'"
  ])
    expect(() => db.exec(sql), sql).toThrow('the custody log only grows')
  expect(listEventsAfter(db, 0, 10)).toHaveLength(2)
})

test('a clock that goes back is recorded, and the log goes on', () => {
  const { db } = newArchive()
  const [first] = listEventsAfter(db, 0, 1)
  transaction(db, () => recordCustody(db, 'tag-created', { tag: 1, name: 'a' }, Date.UTC(2020, 0, 1)))
  const [, second] = listEventsAfter(db, 0, 2)
  expect(second).toMatchObject({ at: '2020-01-01T00:00:00.000Z' })
  expect(JSON.parse(second?.details ?? '')).toEqual({ tag: 1, name: 'a', clock: first?.at })
})

test('a log that was cut short goes on behind the gap, not in it', () => {
  const { db } = newArchive()
  const head = transaction(db, () => recordCustody(db, 'tag-created', { tag: 1, name: 'a' }))
  db.exec('DROP TRIGGER custody_event_never_deleted; DELETE FROM custody_event WHERE seq = 2')
  transaction(db, () => recordCustody(db, 'tag-created', { tag: 2, name: 'b' }))
  expect(listEventsAfter(db, 0, 10).map(({ seq, previous }) => [seq, previous])).toEqual([
    [1, '0'.repeat(64)],
    [3, head.hash]
  ])
})

test('many documents are divided among entries of bounded size', () => {
  const { db } = newArchive()
  const documents = Array.from({ length: 600 }, (_, i) => createHash('sha256').update(String(i)).digest())
  transaction(db, () => recordCustodyOf(db, 'tag-added', { tag: 1, name: 'a' }, documents))
  const details = listEventsAfter(db, 1, 10).map((entry) => JSON.parse(entry.details))
  expect(details.map(({ documents: n, part, parts, sha256 }) => [n, part, parts, sha256.length])).toEqual([
    [600, 1, 3, 256],
    [600, 2, 3, 256],
    [600, 3, 3, 88]
  ])
  transaction(db, () => recordCustodyOf(db, 'tag-added', { tag: 1, name: 'a' }, documents.slice(0, 1)))
  expect(JSON.parse(listEventsAfter(db, 4, 1)[0]?.details ?? '')).not.toHaveProperty('part')
})

test('a change of the schema is an entry', () => {
  const archive = newArchive()
  setFact(archive.db, 'custody_schema', '3')
  archive.close()
  const again = openArchive(archive.directory)
  const last = listEventsAfter(again.db, 1, 10)
  again.close()
  expect(last.map(({ kind, details }) => [kind, JSON.parse(details)])).toEqual([['schema-upgraded', { from: 3, to: 4 }]])
})
