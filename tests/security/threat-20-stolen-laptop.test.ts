/** What lies on the disk while an archive is locked: of a phrase in its documents, nothing. */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import * as v from 'valibot'
import { expect, onTestFinished, test } from 'vitest'
import { OcrQueue } from '#engine/ocr/ocr-queue'
import { openArchive, openReader } from '#engine/open'
import { servePage, servePart } from '#engine/reading/page'
import { readPages } from '#engine/reading/pages'
import { runSearch } from '#engine/search/run'
import { TextCache } from '#engine/search/text-cache'
import { rows } from '#engine/store/statement'
import type { DocumentId } from '#shared/model/ids'
import { searchFilterSchema, searchRequestSchema } from '#shared/model/search'
import { CANARY, filesWithCanary, writeCanaryFiles } from '#tests/support/canary-files'
import { newEncryptedArchive } from '#tests/support/encrypted-archive'
import { importAll, testPool } from '#tests/support/import'
import { temporaryFolder } from '#tests/support/temporary'

/** All temporary files of this process and of those it starts lie here. */
function watchedTemporaryFolder(): string {
  const folder = join(temporaryFolder(), 'tmp')
  mkdirSync(folder)
  const before = { TMPDIR: process.env.TMPDIR, SQLITE_TMPDIR: process.env.SQLITE_TMPDIR }
  Object.assign(process.env, { TMPDIR: folder, SQLITE_TMPDIR: folder })
  onTestFinished(() => {
    for (const [name, value] of Object.entries(before)) {
      if (value === undefined) delete process.env[name]
      else process.env[name] = value
    }
  })
  return folder
}

test('threat 20: a canary phrase is nowhere on the disk after import, OCR, search and looking, once the archive is locked', async () => {
  const source = join(temporaryFolder(), 'source')
  writeCanaryFiles(source)
  expect(filesWithCanary([source]).length).toBeGreaterThan(5)
  const { archive, keys } = newEncryptedArchive()
  const pool = await testPool()
  const temporary = watchedTemporaryFolder()
  const { db, originals, directory } = archive
  const receipt = await importAll(archive, pool, [source])
  expect(receipt.problems).toEqual([])

  const request = v.parse(searchRequestSchema, { query: CANARY })
  const filter = v.parse(searchFilterSchema, request.filter)
  const reader = openReader(directory, keys)
  const hits = runSearch(reader, new TextCache(), { ...request, filter })
  expect(hits.total).toBe(8)
  reader.close()

  const read = { db, originals, extractor: pool }
  for (const { id, view } of rows<{ id: DocumentId; view: string | null }>(
    db,
    'SELECT id, original_view AS view FROM document'
  )) {
    if (view === 'page') {
      expect(JSON.stringify(await servePage(read, id, 'sanad-page://d1/'))).toContain(CANARY)
      await servePart(read, id, 'page_files/a.css', 'sanad-page://d1/')
    }
    if (view === 'pages') await readPages(read, id)
  }
  const nothing = (): void => undefined
  const queue = new OcrQueue({ archive, extractor: pool, isBusy: () => false, onProgress: nothing, onCommit: nothing })
  await queue.drain()
  await queue.close()
  // A copy of the database, as an upgrade makes it.
  db.prepare('VACUUM INTO ?').run(join(directory, 'archive.db.before-v9'))
  // Open as well: only memory holds it.
  expect(filesWithCanary([directory, temporary])).toEqual([])
  archive.close()
  await pool.close()
  expect(filesWithCanary([directory, temporary])).toEqual([])

  const again = openArchive(directory, { keys })
  expect(runSearch(again.db, new TextCache(), { ...request, filter }).total).toBe(hits.total)
  again.close()
})
