import type { WriteDb } from '#engine/store/connection'
import { unpackText } from '#engine/store/packing'
import { saveText } from '#engine/store/texts'
import { packDocumentText } from '#engine/text/pack-text'
import type { PackedText } from '#engine/text/packed-text'
import type { Block } from '#shared/model/block'
import type { DocumentId } from '#shared/model/ids'

/** Texts in chunks, so that a passage of a long document is read without the rest of it. `convertTexts` fills the new table. */
export const sql = `
ALTER TABLE document_text RENAME TO document_text_whole;

-- Neighbouring chunks of a text. The reader text and all text (view 1, absent: the same), each raw deflate of UTF-8, see engine/text.
CREATE TABLE document_text (
  id          INTEGER PRIMARY KEY,
  document_id INTEGER NOT NULL REFERENCES document (id) ON DELETE CASCADE,
  view        INTEGER NOT NULL,             -- 0: the reader text, 1: all text, as a difference to it
  start       INTEGER NOT NULL,             -- where it begins in the text, in UTF-16 code units
  sizes       TEXT NOT NULL,                -- JSON: for each chunk its code units, its bytes, the bytes of its signature
  signatures  BLOB NOT NULL,                -- which terms its chunks can hold; empty in short texts
  chunks      BLOB NOT NULL,
  UNIQUE (document_id, view, start)
) STRICT;
`

type WholeText = Readonly<{ id: DocumentId; blocks: Uint8Array; allText: Uint8Array | null }>

/**
 * Puts every text of version 2 into chunks, in the order of the documents. One that is damaged is left out, and its document is read again
 * from its original when documents of an older reading are. `step` is called after each. Cost: about 0.3 s for a million characters.
 */
export function convertTexts(db: WriteDb, step: () => void): void {
  const next = db.prepare<[number], WholeText>(
    'SELECT document_id AS id, blocks, all_text AS allText FROM document_text_whole WHERE document_id > ? ORDER BY document_id LIMIT 1'
  )
  // Taken away one by one, so that the room of each is used again.
  const remove = db.prepare('DELETE FROM document_text_whole WHERE document_id = ?')
  const readAgain = db.prepare('UPDATE document SET extractor_version = 0 WHERE id = ?')
  for (let found = next.get(0); found; found = next.get(found.id)) {
    const text = packedOf(found)
    remove.run(found.id)
    if (text === undefined) readAgain.run(found.id)
    else saveText(db, found.id, text)
    step()
  }
  db.exec('DROP TABLE document_text_whole')
}

/** Undefined for what can not be unpacked. */
function packedOf({ blocks, allText }: WholeText): PackedText | null | undefined {
  try {
    return packDocumentText(JSON.parse(unpackText(blocks)) as Block[], allText === null ? null : unpackText(allText))
  } catch {
    // Zlib and JSON say in their own ways that bytes are damaged; one bad text must not keep a person from all the others.
    return undefined
  }
}
