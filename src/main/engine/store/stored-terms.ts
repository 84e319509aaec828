import type { ReadDb } from '#engine/store/connection'
import type { IndexColumns } from '#engine/store/full-text'
import { row } from '#engine/store/statement'
import { readText } from '#engine/store/texts'
import type { DocumentId } from '#shared/model/ids'
import { indexColumn } from '#shared/text/hangul-words'
import { restOfText } from '#shared/text/rest-of-text'

/** The index columns of a document, made again from its stored text and shown fields; the index itself holds nothing to copy from. */
export function readIndexColumns(db: ReadDb, id: DocumentId): IndexColumns {
  const fields = row<{ title: string; author: string | null; publisher: string | null }>(
    db,
    'SELECT title, author, publisher FROM document WHERE id = ?',
    [id]
  )
  if (!fields) throw new Error(`document ${id} is not in the archive`)
  const text = readText(db, id)
  return {
    title: indexColumn(fields.title),
    people: indexColumn([fields.author, fields.publisher].filter((name) => name !== null).join('\n')),
    body: indexColumn(text.reader),
    rest: text.all === text.reader ? '' : indexColumn(restOfText(text.all, text.reader))
  }
}
