/** Archives as version 2 of the schema left them. */
import { createHash } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { APPLICATION_ID } from '#engine/store/connection'
import { sql as archiveSql } from '#engine/store/migrations/0001-archive'
import { sql as formatsSql } from '#engine/store/migrations/0002-formats'
import { packText } from '#engine/store/packing'
import type { Block } from '#shared/model/block'
import { indexText } from '#shared/text/index-text'

/** The text of one document as it was packed then; null: it has none. */
export type TextOfVersion2 = Readonly<{ blocks: Uint8Array; allText: Uint8Array | null } | null>

/** An archive as version 2 left it, in `Old.sanad` inside `folder`, with a document for each of these texts. Its folder. */
export function archiveOfVersion2(folder: string, texts: readonly TextOfVersion2[]): string {
  const directory = join(folder, 'Old.sanad')
  mkdirSync(join(directory, 'originals'), { recursive: true })
  const db = new Database(join(directory, 'archive.db'))
  db.pragma('page_size = 8192')
  db.pragma('journal_mode = WAL')
  db.exec(archiveSql)
  db.exec(formatsSql)
  db.pragma(`application_id = ${APPLICATION_ID}`)
  db.pragma('user_version = 2')
  db.exec("INSERT INTO import (id, name, sources, state, started_at) VALUES (1, 'old', '[]', 'finished', 0)")
  for (const [index, text] of texts.entries()) {
    const id = index + 1
    db.prepare('INSERT INTO original (id, sha256, size_bytes, stored_at) VALUES (?, ?, 1, 0)').run(
      id,
      createHash('sha256').update(String(id)).digest()
    )
    db.prepare(
      `INSERT INTO document (id, original_id, import_id, status, media_type, extractor_version, fold_version, file_name, title, language,
         title_key, extracted, direction, word_count, remote_resources, imported_at)
       VALUES (?, ?, 1, 'searchable', 'text/plain', 1, 1, 'a.txt', 'A', 'en', 'a', '{}', 'ltr', 1, '[]', 0)`
    ).run(id, id)
    if (text === null) continue
    db.prepare('INSERT INTO document_text (document_id, blocks, all_text) VALUES (?, ?, ?)').run(id, text.blocks, text.allText)
    db.prepare("INSERT INTO fts (rowid, title, people, body, rest, notes) VALUES (?, 'a', '', ?, '', '')").run(
      id,
      indexText('one')
    )
  }
  db.close()
  return directory
}

export const textOfVersion2 = (blocks: readonly Block[], all: string | null): TextOfVersion2 => ({
  blocks: packText(JSON.stringify(blocks)),
  allText: all === null ? null : packText(all)
})
