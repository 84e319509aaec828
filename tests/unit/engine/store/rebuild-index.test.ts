import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import * as v from 'valibot'
import { expect, test } from 'vitest'
import { openArchive } from '#engine/open'
import { compileQuery } from '#engine/search/compile-query'
import { countMatches } from '#engine/search/rank'
import { APPLICATION_ID } from '#engine/store/connection'
import { sql as archiveSql } from '#engine/store/migrations/0001-archive'
import { sql as formatsSql } from '#engine/store/migrations/0002-formats'
import { packText } from '#engine/store/packing'
import { searchFilterSchema } from '#shared/model/search'
import { FOLD_VERSION } from '#shared/text/fold'
import { temporaryFolder } from '#tests/support/temporary'

/** An archive of version 2 with one document: a title, an author, a body, and text beside it. */
function writeOldArchive(directory: string): void {
  mkdirSync(directory)
  const db = new Database(join(directory, 'archive.db'))
  db.exec(archiveSql)
  db.exec(formatsSql)
  db.exec(`INSERT INTO original (id, sha256, size_bytes, stored_at) VALUES (1, zeroblob(32), 1, 0);
    INSERT INTO import (id, name, sources, state, started_at) VALUES (1, 'old', '[]', 'finished', 0);
    INSERT INTO document (id, original_id, import_id, status, media_type, extractor_version, fold_version, file_name, title, author,
      language, title_key, extracted, direction, word_count, remote_resources, imported_at)
      VALUES (1, 1, 1, 'searchable', 'text/html', 1, 1, 'letter.html', 'Letter from Darvan', 'Nehrin', 'en', 'letter from darvan', '{}',
        'ltr', 4, '[]', 0)`)
  const blocks = JSON.stringify([{ kind: 'paragraph', text: 'They asked for the truth. 진실을 요구' }])
  db.prepare('INSERT INTO document_text (document_id, blocks, all_text) VALUES (1, ?, ?)').run(
    packText(blocks),
    packText('Home\nThey asked for the truth. 진실을 요구\nImprint')
  )
  db.prepare("INSERT INTO fts (rowid, title, people, body, rest, notes) VALUES (1, 'letter', '', 'they asked', '', '')").run()
  db.pragma(`application_id = ${APPLICATION_ID}`)
  db.pragma('user_version = 2')
  db.close()
}

test('an archive of version 2 is found through the new index, word for word', () => {
  const directory = join(temporaryFolder(), 'Old.sanad')
  writeOldArchive(directory)
  const archive = openArchive(directory)
  const count = (query: string) => countMatches(archive.db, compileQuery(archive.db, query, v.parse(searchFilterSchema, {})))
  for (const query of ['title:darvan', 'nehrin', '"for the truth"', 'imprint', 'home', '진실*', '을'])
    expect(count(query), query).toBe(1)
  for (const query of ['title:truth', '을*']) expect(count(query), query).toBe(0)
  expect(archive.db.prepare('SELECT fold_version AS version FROM document').all()).toEqual([{ version: FOLD_VERSION }])
  expect(archive.db.prepare("SELECT count(*) AS n FROM fts WHERE fts MATCH 'body : imprint'").get()).toEqual({ n: 0 })
  archive.close()
})
