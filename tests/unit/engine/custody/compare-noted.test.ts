import * as v from 'valibot'
import { expect, test } from 'vitest'
import { checkAndCompare } from '#engine/custody/compare-noted'
import { tagDocuments } from '#engine/organise/tagging'
import { setFact } from '#engine/store/archive-facts'
import { custodyCommands } from '#shared/contract/custody-commands'
import { fingerprintOf, LONGEST_NOTED } from '#shared/model/custody'
import { addDocuments, newArchive } from '#tests/support/archive'
import { chainedAnew, logOf, putLog } from '#tests/support/tampered-log'

/** An archive with four entries, and its log as it was then. */
function withLog() {
  const { db, ...archive } = newArchive()
  const [id] = addDocuments({ db, ...archive }, [{ text: 'one', title: 'One' }])
  if (!id) throw new Error('no document')
  tagDocuments(db, 'witness', [id])
  const log = logOf(db)
  expect(log).toHaveLength(4)
  return { db, id, log }
}

type Log = ReturnType<typeof withLog>

const noteOf = (log: Log['log'], seq: number): string => `${seq} entries: ${fingerprintOf(log[seq - 1]?.hash ?? '')}`

test('a point that was noted stands in the log, with what was added since', async () => {
  const { db, id, log } = withLog()
  expect((await checkAndCompare(db, noteOf(log, 4))).noted).toEqual({ outcome: 'stands', seq: 4, since: 0 })
  tagDocuments(db, 'harbour', [id])
  expect(await checkAndCompare(db, noteOf(log, 4))).toMatchObject({
    fault: null,
    entries: 6,
    noted: { outcome: 'stands', since: 2 }
  })
  expect((await checkAndCompare(db, undefined)).noted).toBeNull()
})

test('a log that was written anew and holds in itself is not the one that was noted', async () => {
  const { db, log } = withLog()
  const forged = chainedAnew(log.map((entry) => (entry.seq === 3 ? { ...entry, at: '2001-01-01T00:00:00.000Z' } : entry)))
  putLog(db, forged)
  setFact(db, 'custody_head', `4 ${forged[3]?.hash}`)
  expect(await checkAndCompare(db, noteOf(log, 4))).toMatchObject({ fault: null, noted: { outcome: 'other', seq: 4 } })
  expect((await checkAndCompare(db, noteOf(log, 2))).noted).toMatchObject({ outcome: 'stands', since: 2 })
})

test('an older log in its place does not get as far as what was noted', async () => {
  const { db, log } = withLog()
  putLog(db, log.slice(0, 3))
  setFact(db, 'custody_head', `3 ${log[2]?.hash}`)
  expect(await checkAndCompare(db, noteOf(log, 4))).toMatchObject({ fault: null, noted: { outcome: 'shorter', seq: 4 } })
})

test('a log whose end was cut off is shorter than what was noted, also where the check finds that itself', async () => {
  const { db, log } = withLog()
  putLog(db, log.slice(0, 3))
  expect(await checkAndCompare(db, noteOf(log, 4))).toMatchObject({ fault: { code: 'cut-off' }, noted: { outcome: 'shorter' } })
  expect((await checkAndCompare(db, noteOf(log, 3))).noted).toMatchObject({ outcome: 'stands', since: 0 })
})

test('behind an entry that does not hold nothing is told, though the noted hash stands there', async () => {
  const { db, log } = withLog()
  putLog(
    db,
    log.map((entry) => (entry.seq === 3 ? { ...entry, at: '2001-01-01T00:00:00.000Z' } : entry))
  )
  expect(await checkAndCompare(db, noteOf(log, 4))).toMatchObject({
    fault: { code: 'changed', seq: 3 },
    noted: { outcome: 'untold' }
  })
  expect((await checkAndCompare(db, noteOf(log, 2))).noted).toMatchObject({ outcome: 'stands' })
})

test('the command takes nothing that is no fingerprint, and nothing endless', () => {
  const { input } = custodyCommands['custody.check']
  const hash = '1a2b3c4d5e6f7081'
  for (const good of [{}, { noted: `412 ${hash}` }]) expect(v.safeParse(input, good).success).toBe(true)
  for (const noted of ['', 'harbour', hash, 412, `412 ${' '.repeat(LONGEST_NOTED)}${hash}`])
    expect(v.safeParse(input, { noted }).success, String(noted)).toBe(false)
})
