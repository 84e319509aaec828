/** Everything an archive has acknowledged, as plain data that two archives can be compared by. */
import * as v from 'valibot'
import { runSearch } from '#engine/search/run'
import { TextCache } from '#engine/search/text-cache'
import type { ReadDb } from '#engine/store/connection'
import { rows } from '#engine/store/statement'
import { readText } from '#engine/store/texts'
import type { DocumentId } from '#shared/model/ids'
import { searchRequestSchema } from '#shared/model/search'

const QUERIES = [
  'darvan',
  'گزارش',
  '"inside the bag"',
  'river',
  '강을',
  'letter',
  'author:miller',
  'ferryman',
  'tag:"to read"',
  'river 976'
]

export function contentsOf(db: ReadDb) {
  const documents = rows<{ id: DocumentId }>(
    db,
    `SELECT id, file_name, title, author, publisher, date, language, source_url, status, problem_code, media_type, format, word_count,
       is_read, is_starred, facts, remote_resources FROM document ORDER BY id`
  )
  return {
    documents,
    texts: documents.map(({ id }) => readText(db, id)),
    places: rows(db, 'SELECT document_id, path, import_id FROM sighting ORDER BY document_id, path'),
    tags: rows(db, 'SELECT t.name, t.color, d.document_id FROM tag t JOIN document_tag d ON d.tag_id = t.id ORDER BY 1, 3'),
    corrections: rows(db, 'SELECT document_id, field, value FROM correction ORDER BY 1, 2'),
    inside: rows(db, 'SELECT container_id, ordinal, document_id, path FROM embedding ORDER BY 1, 2'),
    imports: rows(db, 'SELECT id, name, sources, state, files, documents FROM import ORDER BY id'),
    answers: QUERIES.map((query) => ({ query, ...answerOf(db, query) }))
  }
}

function answerOf(db: ReadDb, query: string) {
  const { total, hits } = runSearch(db, new TextCache(), v.parse(searchRequestSchema, { query, sort: 'title' }))
  return { total, ids: hits.map(({ id }) => id) }
}
