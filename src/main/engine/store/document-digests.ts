/**
 * A digest of what was read from each original, so that a page of the database that a disk has changed is found out: SQLite itself
 * notices a broken structure, not another letter in its place. (The cipher of an encrypted archive notices either.)
 */
import { createHash } from 'node:crypto'
import type { ReadDb, WriteDb } from '#engine/store/connection'
import { row, rows, run } from '#engine/store/statement'
import type { DocumentId } from '#shared/model/ids'

type Digests = Readonly<{ reading: Uint8Array; text: Uint8Array }>

/** What only a new reading of the original changes. */
const READING = `SELECT file_name, charset, chosen_charset, password, direction, word_count, extracted, remote_resources, original_view,
  page_count, facts, languages, media_type, format, imported_at FROM document WHERE id = ?`

const TEXT = 'SELECT view, start, sizes, signatures, chunks FROM document_text WHERE document_id = ? ORDER BY view, start'

type RunRow = Readonly<{ view: number; start: number; sizes: string; signatures: Uint8Array; chunks: Uint8Array }>

const DIGEST_BYTES = 16

function digestsOf(db: ReadDb, id: DocumentId): Digests {
  const reading = createHash('sha256').update(JSON.stringify(row(db, READING, [id]) ?? null))
  const text = createHash('sha256')
  for (const { view, start, sizes, signatures, chunks } of rows<RunRow>(db, TEXT, [id]))
    text.update(`${view} ${start} ${sizes} ${signatures.length}\n`).update(signatures).update(chunks)
  return { reading: reading.digest().subarray(0, DIGEST_BYTES), text: text.digest().subarray(0, DIGEST_BYTES) }
}

/** To be called in the transaction that wrote a document's reading, once all of it is written. Cost: about 10 µs and its packed text. */
export function recordDigests(db: WriteDb, id: DocumentId, isNew: boolean): void {
  const { reading, text } = digestsOf(db, id)
  // Subtle: never INSERT OR REPLACE, which may open a savepoint: see `settleProblems`.
  const isThere =
    !isNew && run(db, 'UPDATE document_digest SET reading = ?, text = ? WHERE document_id = ?', [reading, text, id]).changes > 0
  if (!isThere) run(db, 'INSERT INTO document_digest (document_id, reading, text) VALUES (?, ?, ?)', [id, reading, text])
}

/** Which part of a document is not as it was written; undefined: none. */
export function changedPart(db: ReadDb, id: DocumentId): 'reading' | 'text' | 'no-digest' | undefined {
  const kept = row<Digests>(db, 'SELECT reading, text FROM document_digest WHERE document_id = ?', [id])
  if (!kept) return 'no-digest'
  const now = digestsOf(db, id)
  if (Buffer.compare(kept.reading, now.reading) !== 0) return 'reading'
  return Buffer.compare(kept.text, now.text) === 0 ? undefined : 'text'
}

/** For the documents of an archive that had no digests: they are taken as they are. */
export function recordAllDigests(db: WriteDb, step: () => void): void {
  for (const { id } of rows<{ id: DocumentId }>(db, 'SELECT id FROM document ORDER BY id')) {
    recordDigests(db, id, true)
    step()
  }
}
