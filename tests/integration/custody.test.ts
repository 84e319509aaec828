/** The custody log of real work: imports through real parser processes, readings again, an import cut short and taken up. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { verifyCustodyLog } from '#engine/custody/check-log'
import { Rereading } from '#engine/import/rereading'
import { openArchive } from '#engine/open'
import { readWithCharset } from '#engine/reading/read-again'
import type { CustodyEntry, CustodyKind } from '#shared/model/custody'
import type { DocumentId } from '#shared/model/ids'
import { newArchive } from '#tests/support/archive'
import { importAll, startImport, testPool } from '#tests/support/import'
import { logOf } from '#tests/support/tampered-log'
import { temporaryFolder } from '#tests/support/temporary'

type Db = Parameters<typeof logOf>[0]
type Of<Kind extends CustodyKind> = Extract<CustodyEntry, { kind: Kind }>['details']

const kindsOf = (db: Db): string[] => logOf(db).map(({ kind }) => kind)
const detailsOf = <Kind extends CustodyKind>(db: Db, kind: Kind): Of<Kind>[] =>
  logOf(db).flatMap((entry) => (entry.kind === kind ? [JSON.parse(entry.details) as Of<Kind>] : []))

/** Letters, and a mailbox with messages in it. */
function source(): string {
  const folder = temporaryFolder()
  mkdirSync(join(folder, 'sub'))
  for (let n = 0; n < 5; n++) writeFileSync(join(folder, 'sub', `${n}.txt`), `Letter ${n}\n\nThe body of letter ${n}.`)
  writeFileSync(join(folder, 'copy.txt'), 'Letter 0\n\nThe body of letter 0.')
  const message = (n: number): string =>
    `From a@b Thu Jan  1 00:00:00 2020\r\nFrom: a@b.org\r\nSubject: s${n}\r\nContent-Type: text/plain\r\n\r\nMessage ${n}\r\n\r\n`
  writeFileSync(join(folder, 'mail.mbox'), message(1) + message(2))
  return folder
}

test('an import records that it began, each original once, and its end with counts and digest', async () => {
  const archive = newArchive()
  const pool = await testPool()
  const folder = source()
  await importAll(archive, pool, [folder])
  const { db } = archive
  expect(detailsOf(db, 'import-started')).toEqual([{ import: 1, name: expect.any(String), sources: [folder], continued: false }])
  const originals = db.prepare('SELECT lower(hex(sha256)) FROM original ORDER BY id').pluck().all()
  expect(originals.length).toBe(8)
  expect(detailsOf(db, 'originals-added').flatMap(({ sha256 }) => sha256)).toEqual(originals)
  expect(detailsOf(db, 'import-ended')).toMatchObject([
    { import: 1, state: 'finished', originals: 8, counts: { files: 7, copies: 1 } }
  ])
  await importAll(archive, pool, [folder])
  expect(detailsOf(db, 'import-ended')[1]).toMatchObject({ import: 2, originals: 0, counts: { files: 7, unchanged: 7 } })
  expect(verifyCustodyLog(db).fault).toBeNull()
})

test('readings again are recorded: whose character set was chosen, and which documents were read in the background', async () => {
  const archive = newArchive()
  const { db } = archive
  const pool = await testPool()
  await importAll(archive, pool, [source()])
  await readWithCharset(archive, pool, 1 as DocumentId, 'windows-1256')
  await readWithCharset(archive, pool, 1 as DocumentId, 'windows-1256')
  await readWithCharset(archive, pool, 1 as DocumentId, null)
  expect(detailsOf(db, 'charset-chosen').map(({ from, to }) => [from, to])).toEqual([
    [null, 'windows-1256'],
    ['windows-1256', null]
  ])
  const rereading = new Rereading({
    archive,
    extractor: pool,
    isImporting: () => false,
    onProgress: () => undefined,
    onCommit: () => undefined
  })
  rereading.start({ what: 'format', format: 'text' })
  await rereading.ended()
  expect(detailsOf(db, 'reread-started')).toMatchObject([{ what: 'format', of: 'text', documents: 5 }])
  expect(detailsOf(db, 'reread-ended')).toMatchObject([{ documents: 5, done: 5, isCancelled: false }])
  expect(verifyCustodyLog(db).fault).toBeNull()
})

test('an import cut short says so when the archive is opened again, and goes on under its number', async () => {
  const archive = newArchive()
  const pool = await testPool()
  const folder = source()
  const run = startImport(archive, pool, [folder])
  run.cancel(true)
  await run.run()
  archive.db.exec("UPDATE import SET state = 'running'")
  archive.close()
  const again = openArchive(archive.directory)
  expect(kindsOf(again.db).at(-1)).toBe('import-ended')
  await importAll(again, pool, [folder])
  expect(detailsOf(again.db, 'import-started').map(({ import: id, continued }) => [id, continued])).toEqual([
    [1, false],
    [1, true]
  ])
  expect(detailsOf(again.db, 'import-ended').map(({ state }) => state)).toEqual(['interrupted', 'interrupted', 'finished'])
  expect(detailsOf(again.db, 'import-ended').at(-1)).toMatchObject({ originals: 8 })
  expect(verifyCustodyLog(again.db).fault).toBeNull()
  again.close()
})
