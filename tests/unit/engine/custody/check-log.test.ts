import fc from 'fast-check'
import { expect, onTestFinished, test } from 'vitest'
import { verifyCustodyLog, verifyCustodyLogInTurns } from '#engine/custody/check-log'
import { faultSentence } from '#engine/custody/fault-sentence'
import { addSpellings, createNames, editName } from '#engine/names/changing'
import { deleteName, mergeNames, undoNames } from '#engine/names/undoing'
import { openArchive, openReader } from '#engine/open'
import { correctField } from '#engine/organise/correcting'
import { changeTagName, changeTagWarning, createTag, TagUndoList, tagDocuments, untagDocuments } from '#engine/organise/tagging'
import { setFact } from '#engine/store/archive-facts'
import type { CustodyRow } from '#engine/store/custody-events'
import { listNames } from '#engine/store/names'
import { listTags } from '#engine/store/tags'
import { type CustodyFault, fingerprintOf, readNoted } from '#shared/model/custody'
import { addDocuments, newArchive } from '#tests/support/archive'
import { chainedAnew, logOf, putLog } from '#tests/support/tampered-log'

/** An archive with some entries in its log. */
function withLog() {
  const archive = newArchive()
  const [id] = addDocuments(archive, [{ text: 'one', title: 'One' }, { text: 'two' }])
  if (!id) throw new Error('no document')
  tagDocuments(archive.db, 'witness', [id])
  correctField(archive.db, id, 'title', 'Letter of a witness')
  changeTagName(archive.db, listTags(archive.db)[0]?.id ?? (0 as never), 'testimony')
  return archive
}

const fault = (db: ReturnType<typeof withLog>['db']) => verifyCustodyLog(db).fault

test('a log that was only written by the program holds, and says where it has got to', async () => {
  const { db, directory } = withLog()
  const log = logOf(db)
  const last = log.at(-1)
  expect(log.map(({ kind }) => kind)).toEqual([
    'archive-created',
    'originals-added',
    'tag-created',
    'tag-added',
    'corrected',
    'tag-renamed'
  ])
  const whole = { entries: 6, head: { seq: 6, hash: last?.hash }, fault: null }
  expect(verifyCustodyLog(db)).toEqual(whole)
  const reader = openReader(directory)
  expect(await verifyCustodyLogInTurns(reader, [{ seq: 3, hash: log[2]?.hash ?? '' }])).toEqual(whole)
  reader.close()
})

test('the first digits of a hash are enough to know a point of the log by', () => {
  const { db } = withLog()
  const third = logOf(db)[2]?.hash ?? ''
  expect(verifyCustodyLog(db, [{ seq: 3, hash: third.slice(0, 32) }]).fault).toBeNull()
  expect(verifyCustodyLog(db, [{ seq: 4, hash: third.slice(0, 32) }]).fault).toMatchObject({ code: 'rewritten', seq: 4 })
  expect(verifyCustodyLog(db, [{ seq: 9, hash: third.slice(0, 32) }]).fault).toMatchObject({ code: 'cut-off', until: 9 })
})

test('what was noted is read as it is copied, and nothing else is taken for it', () => {
  const hash = '1a2b3c4d5e6f70811a2b3c4d5e6f7081'
  for (const text of [
    `412 entries: ${fingerprintOf(hash)}`,
    `412 ${hash.toUpperCase()}`,
    ` 412: ${fingerprintOf(hash)} `,
    `412 entries; fingerprint of the last: ${fingerprintOf(hash)}`,
    `\u2066412 entries: ${fingerprintOf(hash)}\u2069\u200e`
  ])
    expect(readNoted(text), text).toEqual({ seq: 412, hash })
  for (const text of [
    '',
    '412',
    hash,
    `0 ${hash}`,
    '412 1a2b',
    `412 ${hash}x`,
    `412 ${hash}${hash}0`,
    `412 ${hash}${' '.repeat(300)}`
  ])
    expect(readNoted(text), text).toBeUndefined()
})

/** Each: what was done to the log, and what a check says of it. */
const TAMPERINGS: Readonly<Record<string, readonly [(log: CustodyRow[]) => readonly CustodyRow[], Partial<CustodyFault>]>> = {
  'an edited detail': [
    (log) => log.map((e) => (e.seq === 5 ? { ...e, details: e.details.replace('witness', 'nobody!') } : e)),
    { code: 'changed', seq: 5 }
  ],
  'an edited time': [
    (log) => log.map((e) => (e.seq === 2 ? { ...e, at: '2001-01-01T00:00:00.000Z' } : e)),
    { code: 'changed', seq: 2 }
  ],
  'details spelled otherwise': [
    (log) => log.map((e) => (e.seq === 3 ? { ...e, details: e.details.replace(':', ': ') } : e)),
    { code: 'changed', seq: 3 }
  ],
  'details that are no JSON': [(log) => log.map((e) => (e.seq === 3 ? { ...e, details: '{' } : e)), { code: 'changed', seq: 3 }],
  'an edited entry with its own hash made anew': [
    (log) => {
      const forged = chainedAnew(log.map((e) => (e.seq === 4 ? { ...e, kind: 'tag-removed' } : e)))[3]
      return log.map((e) => (e.seq === 4 && forged ? forged : e))
    },
    { code: 'detached', seq: 5 }
  ],
  'an edited last entry with its hash made anew': [
    (log) => chainedAnew(log.map((e) => (e.seq === 6 ? { ...e, details: e.details.replace('testimony', 'gossip') } : e))),
    { code: 'rewritten', seq: 6 }
  ],
  'a log written anew from the middle on': [
    (log) => chainedAnew(log.map((e) => (e.seq === 4 ? { ...e, at: '2001-01-01T00:00:00.000Z' } : e))),
    { code: 'rewritten', seq: 6 }
  ],
  'a removed entry': [(log) => log.filter(({ seq }) => seq !== 4), { code: 'missing', seq: 4, until: 4 }],
  'removed entries, first of all': [(log) => log.slice(2), { code: 'missing', seq: 1, until: 2 }],
  'a removed entry, closed up': [
    (log) => log.filter(({ seq }) => seq !== 4).map((e, index) => ({ ...e, seq: index + 1 })),
    { code: 'changed', seq: 4 }
  ],
  'a removed entry, all made anew': [
    (log) => chainedAnew(log.filter(({ seq }) => seq !== 4)),
    { code: 'cut-off', seq: 6, until: 6 }
  ],
  'swapped entries': [
    (log) => log.map((e) => (e.seq === 3 ? { ...e, seq: 4 } : e.seq === 4 ? { ...e, seq: 3 } : e)).sort((a, b) => a.seq - b.seq),
    { code: 'changed', seq: 3 }
  ],
  'an entry put in and the rest moved up': [
    (log) => [...log.slice(0, 3), { ...(log[2] as CustodyRow), seq: 4 }, ...log.slice(3).map((e) => ({ ...e, seq: e.seq + 1 }))],
    { code: 'changed', seq: 4 }
  ],
  'an entry put in, all made anew': [
    (log) => chainedAnew([...log.slice(0, 3), log[2] as CustodyRow, ...log.slice(3)]),
    { code: 'rewritten', seq: 6 }
  ],
  'the end cut off': [(log) => log.slice(0, 4), { code: 'cut-off', seq: 5, until: 6 }],
  'no log at all': [() => [], { code: 'cut-off', seq: 1, until: 6 }],
  'the log of another archive': [
    (log) =>
      chainedAnew(log.map((e) => (e.seq === 1 ? { ...e, details: e.details.replace(/"archive":"./, '"archive":"x') } : e))),
    { code: 'other-archive', seq: 1 }
  ]
}

for (const [name, [tamper, expected]] of Object.entries(TAMPERINGS)) {
  test(`${name}: the check names the first entry that does not hold`, () => {
    const { db } = withLog()
    putLog(db, tamper(logOf(db)))
    const found = fault(db)
    expect(found).toMatchObject(expected)
    expect(found && faultSentence(found)).toMatch(/^(Entry|Entries|The log|What) .*\.$/)
  })
}

test('whoever also writes the note anew is found by a head that is known from elsewhere', () => {
  const { db } = withLog()
  const log = logOf(db)
  const known = log.map(({ seq, hash }) => ({ seq, hash }))
  const forged = chainedAnew(log.map((e) => (e.seq === 5 ? { ...e, at: '2001-01-01T00:00:00.000Z' } : e)))
  putLog(db, forged)
  setFact(db, 'custody_head', `6 ${forged[5]?.hash}`)
  expect(fault(db)).toBeNull()
  expect(verifyCustodyLog(db, known.slice(5)).fault).toMatchObject({ code: 'rewritten', seq: 6 })
  putLog(db, log.slice(0, 5))
  setFact(db, 'custody_head', `5 ${log[4]?.hash}`)
  expect(fault(db)).toBeNull()
  expect(verifyCustodyLog(db, known.slice(5)).fault).toMatchObject({ code: 'cut-off', seq: 6, until: 6 })
})

test('the note of the head is missed', () => {
  const { db } = withLog()
  setFact(db, 'custody_head', '')
  expect(fault(db)).toMatchObject({ code: 'no-note', seq: 6 })
})

test('an original that was put in or taken out behind the log is found and named', () => {
  const { db } = withLog()
  db.exec(`INSERT INTO original (sha256, size_bytes, stored_at) VALUES (unhex('${'ab'.repeat(32)}'), 1, 0)`)
  expect(fault(db)).toMatchObject({ code: 'other-originals', seq: 2, until: 3, sha256: ['ab'.repeat(32)] })
  setFact(db, 'custody_original', '99')
  expect(fault(db)).toMatchObject({ code: 'other-originals', seq: 2, until: 3 })
  const [gone] = db.prepare('SELECT lower(hex(sha256)) FROM original WHERE id = 2').pluck().all()
  db.exec('PRAGMA foreign_keys = OFF; DELETE FROM original WHERE id >= 2')
  expect(fault(db)).toMatchObject({ code: 'other-originals', seq: 2, until: 1, sha256: [gone] })
})

test('originals from before the log are held by its first entry', () => {
  const archive = newArchive()
  addDocuments(archive, [{ text: 'one' }, { text: 'two' }])
  archive.db.exec("DELETE FROM archive WHERE key LIKE 'custody%'")
  putLog(archive.db, [])
  archive.close()
  const again = openArchive(archive.directory)
  onTestFinished(() => again.close())
  addDocuments(again, [{ text: 'three' }])
  expect(fault(again.db)).toBeNull()
  again.db.exec('UPDATE original SET size_bytes = 2 WHERE id = 1')
  expect(fault(again.db)).toMatchObject({ code: 'other-originals', seq: 3, until: 3 })
})

test('a log cut short behind the program’s back stays broken, whatever is recorded after', () => {
  const { db } = withLog()
  putLog(db, logOf(db).slice(0, 4))
  createTag(db, 'later', undefined)
  expect(fault(db)).toMatchObject({ code: 'missing', seq: 5, until: 6 })
})

test('whatever is done, in whatever order, refused or not: the chain stays whole and every change has its entry', () => {
  const word = fc.constantFrom('a', 'b', 'خاوران', '😀', 'É', 'e', '"', '\u0000x')
  const step = fc.tuple(fc.nat(10), fc.nat(5), word)
  fc.assert(
    fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
      const archive = newArchive()
      const { db } = archive
      const documents = addDocuments(archive, [{ text: 'one' }, { text: 'two' }, { text: 'three' }])
      const undo = new TagUndoList()
      const undoIds: string[] = []
      const nameUndoIds: string[] = []
      const pick = <T>(list: readonly T[], n: number): T => {
        const found = list[n % Math.max(1, list.length)]
        if (found === undefined) throw new Error('none yet')
        return found
      }
      const tag = (n: number) => pick(listTags(db), n).id
      const card = (n: number) => pick(listNames(db, 100), n).id
      const acts: readonly ((n: number, text: string) => unknown)[] = [
        (_n, text) => createTag(db, text, undefined),
        (n, text) => changeTagName(db, tag(n), text),
        (n, text) => tagDocuments(db, text, documents.slice(n % 3)),
        (n) => untagDocuments(db, tag(n), documents.slice(n % 2)),
        (n) => undoIds.push((n % 2 ? undo.delete(db, tag(n)) : undo.merge(db, tag(n), tag(n + 1))).undoId),
        (n) => undo.undo(db, pick(undoIds, n)),
        (n) => changeTagWarning(db, tag(n), n % 2 === 0),
        (n, text) => correctField(db, pick(documents, n), n % 2 ? 'title' : 'date', n % 3 ? text : null),
        (n, text) =>
          n % 2
            ? createNames(db, [{ kind: 'person', label: text, spellings: [] }])
            : addSpellings(db, card(n), [{ text, origin: 'typed' }]),
        (n, text) =>
          n % 2
            ? editName(db, card(n), { note: text })
            : nameUndoIds.push((n % 4 ? deleteName(db, card(n)) : mergeNames(db, card(n), card(n + 1))).undoId),
        (n) => undoNames(db, pick(nameUndoIds, n))
      ]
      const stateOf = () =>
        JSON.stringify(
          ['tag', 'document_tag', 'correction', 'name', 'name_spelling'].map((table) =>
            db.prepare(`SELECT * FROM ${table}`).all()
          )
        )
      for (const [act, n, text] of steps) {
        const before = { state: stateOf(), entries: logOf(db).length }
        try {
          acts[act]?.(n, text)
        } catch {
          // Refused: then nothing may have changed.
          expect(stateOf()).toBe(before.state)
        }
        const entries = logOf(db).length
        if (stateOf() === before.state) expect(entries - before.entries).toBeLessThanOrEqual(2)
        else expect(entries).toBeGreaterThan(before.entries)
      }
      expect(verifyCustodyLog(db)).toMatchObject({ fault: null, entries: logOf(db).length })
      archive.close()
    }),
    { numRuns: 40 }
  )
})
