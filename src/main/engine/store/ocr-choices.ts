/** In which languages the pages of a document are to be read, as people chose, and what else stands around it. */
import { findFact, setFact } from '#engine/store/archive-facts'
import type { ReadDb, WriteDb } from '#engine/store/connection'
import { row, rows, run, value } from '#engine/store/statement'
import type { DocumentId, FolderId } from '#shared/model/ids'
import type { OcrTarget } from '#shared/model/ocr'

/** Key of the archive's own choice: a JSON array of Tesseract's codes. */
const ARCHIVE_LANGUAGES = 'ocr.languages'
/** Documents looked at to tell what is written around one. */
const MOST_AROUND = 2000
/** Fewer documents than this say nothing about those beside them. */
const FEWEST_AROUND = 3

/** The archive's choice; empty when none was made. */
export function findArchiveOcrLanguages(db: ReadDb): readonly string[] {
  const fact = findFact(db, ARCHIVE_LANGUAGES)
  return fact === undefined ? [] : (JSON.parse(fact) as string[])
}

/** What was chosen for a document, else for the nearest folder above it, else for the archive; null when nothing was. */
export function findOcrChoice(db: ReadDb, id: DocumentId): readonly string[] | null {
  const own = value<string | null>(db, 'SELECT ocr_languages FROM document WHERE id = ?', [id])
  if (own) return JSON.parse(own) as string[]
  for (const folder of foldersAbove(db, id)) {
    if (folder.ocrLanguages !== null) return JSON.parse(folder.ocrLanguages) as string[]
  }
  const archive = findArchiveOcrLanguages(db)
  return archive.length > 0 ? archive : null
}

/** Records a choice; null takes it back. */
export function setOcrChoice(db: WriteDb, target: OcrTarget, languages: readonly string[] | null): void {
  const list = languages === null ? null : JSON.stringify(languages)
  if (target.kind === 'archive') setFact(db, ARCHIVE_LANGUAGES, list ?? '[]')
  else if (target.kind === 'folder') run(db, 'UPDATE folder SET ocr_languages = ? WHERE id = ?', [list, target.id])
  else for (const id of target.ids) run(db, 'UPDATE document SET ocr_languages = ? WHERE id = ?', [list, id])
}

/**
 * Lets the pages that a changed choice concerns wait again, where they were read otherwise than it says now. Pages without a choice any
 * more are read again, as are those that failed. The number of pages.
 */
export function requeueForChoice(db: WriteDb, target: OcrTarget): number {
  let changes = 0
  for (const id of concernedBy(db, target)) {
    const choice = findOcrChoice(db, id)
    const same = choice === null ? null : [...choice].sort()
    changes += rows<{ page: number; languages: string | null }>(
      db,
      `SELECT page, languages FROM ocr_page WHERE document_id = ? AND state <> 'waiting'`,
      [id]
    )
      .filter(({ languages }) => !(same && languages && isSame(JSON.parse(languages) as string[], same)))
      .reduce(
        (sum, { page }) =>
          sum + run(db, `UPDATE ocr_page SET state = 'waiting' WHERE document_id = ? AND page = ?`, [id, page]).changes,
        0
      )
  }
  return changes
}

const isSame = (languages: readonly string[], sorted: readonly string[]): boolean =>
  JSON.stringify([...languages].sort()) === JSON.stringify(sorted)

/** Documents with pages for OCR that a choice may concern. */
function concernedBy(db: ReadDb, target: OcrTarget): DocumentId[] {
  if (target.kind === 'documents') return [...target.ids]
  if (target.kind === 'archive')
    return rows<{ id: DocumentId }>(db, 'SELECT DISTINCT document_id AS id FROM ocr_page').map(({ id }) => id)
  return rows<{ id: DocumentId }>(
    db,
    `SELECT DISTINCT s.document_id AS id FROM folder_ancestor a JOIN sighting s ON s.folder_id = a.folder_id
     WHERE a.ancestor_id = ? AND s.document_id IN (SELECT document_id FROM ocr_page)`,
    [target.id]
  ).map(({ id }) => id)
}

type Above = Readonly<{ id: FolderId; parentId: FolderId | null; ocrLanguages: string | null }>

/** The folder in which a document was first seen, and those above it, the nearest first. */
function foldersAbove(db: ReadDb, id: DocumentId): Above[] {
  const above: Above[] = []
  let at = value<FolderId | null>(db, 'SELECT folder_id FROM sighting WHERE document_id = ? ORDER BY id LIMIT 1', [id]) ?? null
  while (at !== null && above.length < 1000) {
    const folder = row<Above>(db, 'SELECT id, parent_id AS parentId, ocr_languages AS ocrLanguages FROM folder WHERE id = ?', [
      at
    ])
    if (!folder) break
    above.push(folder)
    at = folder.parentId
  }
  return above
}

/**
 * Languages (BCP 47) of documents with text of their own in the nearest folder above a document that has a few, the commonest first;
 * empty when nothing is written around it. Cost: at most a few thousand rows a level.
 */
export function languagesAround(db: ReadDb, id: DocumentId): string[] {
  for (const folder of foldersAbove(db, id)) {
    const found = rows<{ language: string; n: number }>(
      db,
      `SELECT language, count(*) AS n FROM (
         SELECT d.language FROM folder_ancestor a JOIN sighting s ON s.folder_id = a.folder_id JOIN document d ON d.id = s.document_id
         WHERE a.ancestor_id = ? AND d.language <> 'und' AND d.word_count > 0
           AND NOT EXISTS (SELECT 1 FROM ocr_page o WHERE o.document_id = d.id)
         LIMIT ${MOST_AROUND})
       GROUP BY language ORDER BY n DESC, language`,
      [folder.id]
    )
    if (found.reduce((sum, { n }) => sum + n, 0) >= FEWEST_AROUND) return found.map(({ language }) => language)
  }
  return []
}
