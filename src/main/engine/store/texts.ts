import type { ReadDb, WriteDb } from '#engine/store/connection'
import { packText, unpackText } from '#engine/store/packing'
import { row, run } from '#engine/store/statement'
import type { Block } from '#shared/model/block'
import { readerText } from '#shared/model/block'
import type { DocumentId } from '#shared/model/ids'

const NO_BLOCKS = packText('[]')

/** Puts a document's packed texts in place of what was there; both null: it has none. */
export function saveText(db: WriteDb, documentId: DocumentId, blocks: Uint8Array | null, allText: Uint8Array | null): void {
  if (blocks === null && allText === null) {
    run(db, 'DELETE FROM document_text WHERE document_id = ?', [documentId])
    return
  }
  run(
    db,
    `INSERT INTO document_text (document_id, blocks, all_text) VALUES (?, ?, ?)
     ON CONFLICT (document_id) DO UPDATE SET blocks = excluded.blocks, all_text = excluded.all_text`,
    [documentId, blocks ?? NO_BLOCKS, allText]
  )
}

export type DocumentText = Readonly<{ blocks: readonly Block[]; reader: string; all: string }>

const NO_TEXT: DocumentText = { blocks: [], reader: '', all: '' }

/** Both texts of a document; empty when it has none. Cost: unpacking and parsing, linear in the text. */
export function readText(db: ReadDb, documentId: DocumentId): DocumentText {
  const found = row<{ blocks: Uint8Array; allText: Uint8Array | null }>(
    db,
    'SELECT blocks, all_text AS allText FROM document_text WHERE document_id = ?',
    [documentId]
  )
  if (!found) return NO_TEXT
  const blocks = JSON.parse(unpackText(found.blocks)) as Block[]
  const reader = readerText(blocks)
  return { blocks, reader, all: found.allText === null ? reader : unpackText(found.allText) }
}
