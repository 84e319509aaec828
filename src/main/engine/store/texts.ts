/** The texts of documents, in chunks that are read one by one. All that is read of them is read here. */
import type { ReadDb, WriteDb } from '#engine/store/connection'
import { rows, run, value } from '#engine/store/statement'
import type { ChunkSize, PackedRun, PackedText } from '#engine/text/packed-text'
import { type ClosedRun, type DocumentText, openRuns, type StoredTexts, wholeText } from '#engine/text/stored-text'
import type { DocumentId } from '#shared/model/ids'
import type { TextView } from '#shared/model/search'

const VIEW = { reader: 0, all: 1 } as const satisfies Record<TextView, number>

/** Puts a document's packed texts in place of what was there; null: it has none. */
export function saveText(db: WriteDb, documentId: DocumentId, text: PackedText | null): void {
  run(db, 'DELETE FROM document_text WHERE document_id = ?', [documentId])
  if (text === null) return
  // A document whose reader text is empty has a row all the same: it has been read.
  saveRuns(db, documentId, VIEW.reader, text.reader.length === 0 ? [NO_RUN] : text.reader)
  if (text.all !== null) saveRuns(db, documentId, VIEW.all, text.all)
}

const NO_RUN: PackedRun = { start: 0, sizes: [], signatures: new Uint8Array(0), chunks: new Uint8Array(0) }

function saveRuns(db: WriteDb, documentId: DocumentId, view: number, runs: readonly PackedRun[]): void {
  for (const { start, sizes, signatures, chunks } of runs)
    run(db, 'INSERT INTO document_text (document_id, view, start, sizes, signatures, chunks) VALUES (?, ?, ?, ?, ?, ?)', [
      documentId,
      view,
      start,
      JSON.stringify(sizes),
      signatures,
      chunks
    ])
}

/** A text was asked for that another reading of its document has taken the place of. Open it again. */
export class TextReplaced extends Error {
  override readonly name = 'TextReplaced'
}

type RunRow = Readonly<{ id: number; view: number; start: number; sizes: string; signatures: Uint8Array }>

/**
 * Opens the texts of a document; undefined when it has none. Runs of chunks are read when they are asked for; where the document was read
 * anew meanwhile, that throws `TextReplaced`. Cost: one look-up, and for a long text its signatures, a twentieth of it.
 */
export function openTexts(db: ReadDb, documentId: DocumentId): StoredTexts | undefined {
  const found = rows<RunRow>(
    db,
    'SELECT id, view, start, sizes, signatures FROM document_text WHERE document_id = ? ORDER BY view, start',
    [documentId]
  )
  if (found.length === 0) return undefined
  const closed = ({ id, start, sizes, signatures }: RunRow): ClosedRun => ({
    start,
    sizes: JSON.parse(sizes) as ChunkSize[],
    signatures,
    chunks: () => packedChunks(db, documentId, id, sizes)
  })
  const all = found.filter(({ view }) => view === VIEW.all)
  return openRuns(found.filter(({ view }) => view === VIEW.reader).map(closed), all.length === 0 ? null : all.map(closed))
}

/** Subtle: the number of a row may be given again, so that its document and sizes are compared too. */
function packedChunks(db: ReadDb, documentId: DocumentId, id: number, sizes: string): Uint8Array {
  const found = value<Uint8Array>(db, 'SELECT chunks FROM document_text WHERE id = ? AND document_id = ? AND sizes = ?', [
    id,
    documentId,
    sizes
  ])
  if (!found) throw new TextReplaced(`the text of document ${documentId} was replaced while it was read`)
  return found
}

const NO_TEXT: DocumentText = { blocks: [], reader: '', all: '' }

/** Both texts of a document, whole; empty when it has none. Cost: unpacking, linear in the text. */
export function readText(db: ReadDb, documentId: DocumentId): DocumentText {
  const texts = openTexts(db, documentId)
  return texts === undefined ? NO_TEXT : wholeText(texts)
}
