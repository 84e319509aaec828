import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { addSpellings, createNames, dropSpelling } from '#engine/names/changing'
import { deleteName } from '#engine/names/undoing'
import { openArchive } from '#engine/open'
import { setRollCallDeleted } from '#engine/store/rollcalls'
import type { RollCallId } from '#shared/model/ids'
import { addDocuments, newArchive } from '#tests/support/archive'

/** Everything that is in the database's files. */
const bytesOf = (directory: string): string =>
  ['archive.db', 'archive.db-wal']
    .map((name) => join(directory, name))
    .filter((file) => existsSync(file))
    .map((file) => readFileSync(file, 'latin1'))
    .join()

test('of deleted name cards and roll-calls nothing is left in the file once the archive is closed, and the others stay', () => {
  const archive = newArchive()
  const { db, directory } = archive
  addDocuments(archive, [{ text: 'Reza Darvan came.' }])
  const label = (number: number) => ({ kind: 'person' as const, label: `Person${number} Qwvtest${number}`, spellings: [] })
  const cards = createNames(db, [
    { kind: 'person', label: 'Reza Darvan', spellings: [] },
    ...Array.from({ length: 300 }, (_, at) => label(at))
  ])
  const [kept, ...gone] = cards
  if (!kept) throw new Error('no card was made')
  addSpellings(db, kept.id, [{ text: 'Zzremoved Spelling', origin: 'typed' }])
  dropSpelling(db, kept.id, 'zzremoved spelling')
  for (const { id } of gone) deleteName(db, id)
  const insertList = db.prepare(
    `INSERT INTO rollcall (name, source, mode, content_key, created_at, state, run, ran_at, last_document, lines, malformed)
     VALUES (?, '', 'names', x'00', 0, 'finished', 1, 0, 0, 200, 0)`
  )
  const insertLine = db.prepare('INSERT INTO rollcall_line (rollcall_id, position, number, text, key) VALUES (?, ?, ?, ?, ?)')
  for (const [at, name] of ['Xxlist', 'Stays'].entries()) {
    const id = insertList.run(name).lastInsertRowid
    for (let line = 0; line < 200; line++) insertLine.run(id, line, line + 1, `${name} line ${line}`, `${name} key ${line}`)
    if (at === 0) setRollCallDeleted(db, Number(id) as RollCallId, 1)
  }
  archive.close()
  expect(/qwvtest.{0,30}|zzremoved.{0,30}|xxlist.{0,30}/i.exec(bytesOf(directory))?.[0]).toBeUndefined()
  const again = openArchive(directory)
  expect(again.db.prepare('SELECT label FROM name').pluck().all()).toEqual(['Reza Darvan'])
  expect(again.db.prepare('SELECT key FROM name_spelling').pluck().all()).toEqual(['reza darvan'])
  expect(again.db.prepare('SELECT count(*) FROM mention').pluck().get()).toBe(1)
  expect(again.db.prepare('SELECT name, (SELECT count(*) FROM rollcall_line) AS lines FROM rollcall').all()).toEqual([
    { name: 'Stays', lines: 200 }
  ])
  expect(again.db.pragma('foreign_key_check')).toEqual([])
  again.close()
})
