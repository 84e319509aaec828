import { describe, expect, onTestFinished, test } from 'vitest'
import type { Archive } from '#engine/open'
import { openArchive, openReader } from '#engine/open'
import { RollCallControl } from '#engine/rollcall/roll-call-control'
import { listLines } from '#engine/store/rollcall-lines'
import { findRollCall, listRollCalls, setRollCallDeleted } from '#engine/store/rollcalls'
import type { RollCallId } from '#shared/model/ids'
import type { ListChoice, RollCallMode, RollCallProgress, RollCallTab } from '#shared/model/rollcall'
import { readTextList } from '#shared/rollcall/read-text-list'
import { addDocuments, newArchive } from '#tests/support/archive'

const TOLD: ListChoice = { sheet: null, column: null, header: null }

function controlOf(archive: Archive, told: RollCallProgress[] = []): RollCallControl {
  const control = new RollCallControl({
    db: archive.db,
    reader: () => openReader(archive.directory),
    onProgress: (progress) => told.push(progress)
  })
  onTestFinished(() => (archive.db.open ? control.close() : undefined))
  return control
}

const list = (text: string, mode: RollCallMode = 'names') => ({
  name: 'Missing',
  source: '',
  mode,
  lines: readTextList(text, 'lines', TOLD, mode).lines
})

const linesOf = (archive: Archive, id: RollCallId, tab: RollCallTab = 'all', freshOnly = false) =>
  listLines(archive.db, id, { tab, freshOnly, text: '', sort: 'number', offset: 0, limit: 500 }).lines

async function ran(control: RollCallControl, text: string, mode: RollCallMode = 'names'): Promise<RollCallId> {
  const { id } = control.create(list(text, mode))
  await control.ended()
  return id
}

const SAMPLES = [
  { title: 'Letter', text: 'Reza Darvan was seen. Sara Nehrin asked after Reza Darvan, and Nehrin Sara answered.' },
  { title: 'Reza Darvan', text: 'He is not named here.' },
  { title: 'Note', text: 'رضا دروان در نهرین بود. Khavaran stands here.' }
]

describe('a roll-call', () => {
  test('tells where each name is found, how often and by which spelling', async () => {
    const archive = newArchive()
    const ids = addDocuments(archive, SAMPLES)
    const told: RollCallProgress[] = []
    const id = await ran(controlOf(archive, told), 'Reza Darvan\nNehrin, Sara\nKhavarān\nرضا دروان\nNobody Here\nرضا دروان')
    expect(linesOf(archive, id)).toMatchObject([
      { text: 'Reza Darvan', documents: 2, hits: 2, spellings: [{ text: 'Reza Darvan', documents: 2, hits: 2 }] },
      {
        text: 'Nehrin, Sara',
        documents: 1,
        hits: 2,
        spellings: [
          { text: 'Nehrin, Sara', documents: 1, hits: 1 },
          { text: 'Sara Nehrin', documents: 1, hits: 1 }
        ]
      },
      { text: 'Khavarān', documents: 1, hits: 1 },
      { text: 'رضا دروان', documents: 1, hits: 1, repeats: null },
      { text: 'Nobody Here', documents: 0, hits: 0, spellings: [] },
      { text: 'رضا دروان', documents: 1, hits: 1, repeats: 4 }
    ])
    expect(findRollCall(archive.db, id)?.counts).toEqual({ lines: 6, found: 5, missing: 1, malformed: 0, waiting: 0, fresh: 0 })
    expect(told.at(-1)).toMatchObject({ id, state: 'finished', done: 5, total: 5, found: 4 })
    expect(ids).toHaveLength(3)
  })

  test('finds by the spellings of a name card that are switched on', async () => {
    const archive = newArchive()
    addDocuments(archive, SAMPLES)
    archive.db.exec(`
      INSERT INTO name (id, kind, label, label_key, created_at) VALUES (1, 'person', 'Reza Darvan', 'reza darvan', 0);
      INSERT INTO name_spelling (name_id, key, text, is_on, origin, added_at) VALUES
        (1, 'reza darvan', 'Reza Darvan', 1, 'typed', 0), (1, 'رضا دروان', 'رضا دروان', 1, 'typed', 1), (1, 'sara nehrin', 'Sara Nehrin', 0, 'typed', 2);`)
    const id = await ran(controlOf(archive), 'Reza Darvan')
    expect(linesOf(archive, id)[0]).toMatchObject({
      documents: 3,
      spellings: [
        { text: 'Reza Darvan', documents: 2 },
        { text: 'رضا دروان', documents: 1 }
      ]
    })
  })

  test('a list of queries is written in the query language; one that its writer did not finish is reported', async () => {
    const archive = newArchive()
    addDocuments(archive, SAMPLES)
    const id = await ran(controlOf(archive), 'Reza -Sara\n"Reza Darvan\ntitle:letter OR title:note', 'queries')
    expect(linesOf(archive, id)).toMatchObject([
      { documents: 1, hits: null, problem: null },
      { documents: null, problem: 'bad-query' },
      { documents: 2, problem: null }
    ])
  })

  test('run again after more documents came in, it shows only what is new', async () => {
    const archive = newArchive()
    addDocuments(archive, SAMPLES)
    const control = controlOf(archive)
    const id = await ran(control, 'Reza Darvan\nSara Nehrin\nNobody Here\nReza  Darvan')
    addDocuments(archive, [{ text: 'Nobody here now; and Reza Darvan.' }, { text: 'Reza Darvan once more.' }])
    expect(findRollCall(archive.db, id)).toMatchObject({ newDocuments: 2, runs: 1 })
    control.run(id)
    await control.ended()
    expect(linesOf(archive, id).map(({ documents, fresh }) => [documents, fresh])).toEqual([
      [4, 2],
      [1, 0],
      [1, 1],
      [4, 2]
    ])
    expect(linesOf(archive, id, 'all', true).map(({ number }) => number)).toEqual([1, 3, 4])
    expect(findRollCall(archive.db, id)).toMatchObject({ newDocuments: 0, runs: 2, counts: { fresh: 3, found: 4, missing: 0 } })
    control.run(id)
    await control.ended()
    expect(linesOf(archive, id, 'all', true)).toEqual([])
  })

  test('cancelled at once, it keeps what it found and goes on where it stopped', async () => {
    const archive = newArchive()
    addDocuments(archive, SAMPLES)
    const control = controlOf(archive)
    const names = Array.from({ length: 20_000 }, (_, at) => (at % 10 === 0 ? `Reza Darvan` : `Nobody ${at}`)).join('\n')
    const { id } = control.create(list(`${names}\nSara Nehrin`))
    expect(() => control.run(id)).toThrow(expect.objectContaining({ code: 'rollcall-running' }))
    await new Promise(setImmediate)
    await new Promise(setImmediate)
    control.cancel()
    await control.ended()
    const stopped = findRollCall(archive.db, id)
    expect(stopped?.state).toBe('cancelled')
    expect(stopped?.counts.waiting).toBeGreaterThan(0)
    control.run(id)
    await control.ended()
    expect(findRollCall(archive.db, id)).toMatchObject({
      state: 'finished',
      runs: 1,
      counts: { lines: 20_001, found: 2001, missing: 18_000, waiting: 0, fresh: 0 }
    })
  })

  test('cut short by a crash, it is offered to go on', async () => {
    const archive = newArchive()
    addDocuments(archive, SAMPLES)
    const control = controlOf(archive)
    const id = await ran(control, 'Reza Darvan\nSara Nehrin')
    // As a crash leaves it: the run is under way in the file, and one line of it was not reached.
    archive.db.exec(`UPDATE rollcall SET state = 'running', ended_at = NULL; DELETE FROM rollcall_result WHERE position = 1`)
    await control.close()
    archive.close()
    const again = openArchive(archive.directory)
    onTestFinished(() => again.close())
    expect(findRollCall(again.db, id)).toMatchObject({ state: 'interrupted', counts: { found: 1, waiting: 1 } })
    const next = controlOf(again)
    next.run(id)
    await next.ended()
    expect(findRollCall(again.db, id)).toMatchObject({ state: 'finished', counts: { found: 2, waiting: 0 } })
    await next.close()
  })

  test('deleted, it is gone from the list, can be put back, and goes for good when the archive is opened again', async () => {
    const archive = newArchive()
    const control = controlOf(archive)
    const id = await ran(control, 'Reza Darvan')
    setRollCallDeleted(archive.db, id, 1)
    expect(listRollCalls(archive.db)).toEqual([])
    setRollCallDeleted(archive.db, id, null)
    expect(listRollCalls(archive.db)).toHaveLength(1)
    setRollCallDeleted(archive.db, id, 1)
    await control.close()
    archive.close()
    const again = openArchive(archive.directory)
    onTestFinished(() => again.close())
    expect(again.db.prepare('SELECT count(*) FROM rollcall_line').pluck().get()).toBe(0)
  })

  test('a list without a line is refused', () => {
    const control = controlOf(newArchive())
    expect(() => control.create(list('\n\n'))).toThrow(expect.objectContaining({ code: 'list-empty' }))
  })
})
