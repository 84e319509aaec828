/** Archives of very many generated documents, written as an import writes them, without files and parser processes. */
import { createHash } from 'node:crypto'
import { existsSync, renameSync, rmSync } from 'node:fs'
import { recordAddedOriginals } from '#engine/custody/record-originals'
import type { ExtractedDocument } from '#engine/extract/job'
import { writeNewDocument } from '#engine/import/write-document'
import { type Archive, createArchive, openArchive } from '#engine/open'
import { isCommonTermSweepDue, sweepCommonTerms } from '#engine/search/sweep-common-terms'
import { sweepVocabulary } from '#engine/search/sweep-vocabulary'
import { storeCommonTerms } from '#engine/store/common-term-lists'
import { transaction } from '#engine/store/connection'
import { recordFolder } from '#engine/store/folders'
import { optimizeIndex } from '#engine/store/full-text'
import { insertImport } from '#engine/store/imports'
import { insertSighting } from '#engine/store/sightings'
import { rows } from '#engine/store/statement'
import { packDocumentText } from '#engine/text/pack-text'
import { countWords } from '#shared/text/count-words'
import { indexText } from '#shared/text/index-text'
import { type GeneratedText, generateTexts } from '#tests/bench/generated-texts'

/** Documents in one transaction, and between two words of how far it is. */
const BATCH = 5_000
const SWEEP_EVERY = 100_000

/** A document as reading a plain text makes it. */
export const extractedOf = ({ title, text }: GeneratedText, year: number | null): ExtractedDocument => ({
  status: 'searchable',
  problem: null,
  mediaType: 'text/plain',
  format: 'text',
  extractorVersion: 1,
  charset: 'utf-8',
  title: title === '' ? null : title,
  author: null,
  publisher: null,
  date: year === null ? null : String(year),
  sourceUrl: null,
  language: 'und',
  direction: 'ltr',
  wordCount: countWords(text),
  languages: [],
  originalView: null,
  pageCount: null,
  facts: [],
  message: null,
  scans: [],
  members: [],
  remoteResources: [],
  text: packDocumentText([{ kind: 'paragraph', text }], null),
  textBytes: text.length,
  index: { title: indexText(title), people: '', body: indexText(text), rest: '' }
})

const template = extractedOf({ title: '', text: 'generated' }, null)

/**
 * The same without work that nothing here measures: generated words are index terms as they are, and all documents share one short stored
 * text, which neither ranking nor the index reads.
 */
const generatedOf = ({ title, text }: GeneratedText, year: number): ExtractedDocument => ({
  ...template,
  title,
  date: String(year),
  wordCount: text.split(' ').length,
  textBytes: text.length,
  index: { title, people: '', body: text, rest: '' }
})

/**
 * Makes an archive of `documents` generated documents, unless it is there. `say` hears how far it is. One that is cut short is begun anew.
 * Cost: some minutes for a million.
 */
export function writeManyDocuments(directory: string, documents: number, say: (text: string) => void): void {
  if (existsSync(directory)) return
  const unfinished = `${directory}.unfinished`
  rmSync(unfinished, { recursive: true, force: true })
  const archive = createArchive(unfinished)
  const importId = insertImport(archive.db, 'generated', ['/generated'], 0)
  const folderId = recordFolder(archive.db, '/generated', 'generated', null)
  let written = 0
  const write = (text: GeneratedText): void => {
    written++
    const fileName = `${written}.txt`
    const sha256 = createHash('sha256').update(fileName).digest()
    const extracted = generatedOf(text, 1940 + (written % 80))
    const id = writeNewDocument(archive.db, { sha256, sizeBytes: text.text.length, importId, fileName, now: 0 }, extracted)
    insertSighting(archive.db, { documentId: id, folderId, importId, path: `/generated/${fileName}`, modifiedAt: 0, seenAt: 0 })
  }
  const texts = generateTexts(documents)
  while (written < documents) {
    transaction(archive.db, () => {
      for (let left = Math.min(BATCH, documents - written); left > 0; left--) write(texts.next().value as GeneratedText)
      recordAddedOriginals(archive.db, importId)
    })
    if (written % SWEEP_EVERY === 0) say(`${written} of ${documents} documents`)
    if (isCommonTermSweepDue(archive.db)) for (const _step of sweepCommonTerms(archive.db));
  }
  finish(archive)
  renameSync(unfinished, directory)
}

/** What the end of an import does. */
function finish(archive: Archive): void {
  transaction(archive.db, () => storeCommonTerms(archive.db))
  optimizeIndex(archive.db)
  for (const _step of sweepCommonTerms(archive.db));
  for (const _step of sweepVocabulary(archive.db));
  archive.db.pragma('wal_checkpoint(TRUNCATE)')
  archive.close()
}

const INDEX_TABLES = [
  'fts_',
  'common_term',
  'sqlite_autoindex_common_term',
  'vocabulary',
  'compound',
  'sqlite_autoindex_compound'
]

/** Bytes of what makes the archive searchable, by table; tables of SQLite's own indexes are with their tables. */
export function measureIndex(directory: string): Readonly<{ table: string; bytes: number }>[] {
  const archive = openArchive(directory)
  const found = rows<{ table: string; bytes: number }>(
    archive.db,
    'SELECT name AS "table", sum(pgsize) AS bytes FROM dbstat GROUP BY name ORDER BY bytes DESC'
  )
  archive.close()
  return found.filter(({ table }) => INDEX_TABLES.some((name) => table.startsWith(name)))
}

/** Bytes of the texts and titles that `writeManyDocuments` writes. */
export function generatedBytes(documents: number): number {
  let bytes = 0
  for (const { title, text } of generateTexts(documents)) bytes += title.length + text.length
  return bytes
}
