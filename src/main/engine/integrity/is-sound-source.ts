import { existsSync, lstatSync } from 'node:fs'
import { eachDocumentId } from '#engine/integrity/check-documents'
import { checkImports } from '#engine/integrity/check-imports'
import { checkLog } from '#engine/integrity/check-log'
import type { Work } from '#engine/integrity/work'
import { APPLICATION_ID, openForReading, type ReadDb } from '#engine/store/connection'
import { changedPart } from '#engine/store/document-digests'
import { misfitOfFields } from '#engine/store/document-fields-check'
import { listKeptTables, TEXT_TABLES } from '#engine/store/kept-tables'
import { listKeyMisfits } from '#engine/store/key-misfits'
import { SCHEMA_VERSION } from '#engine/store/migrate'
import { tableVerdict } from '#engine/store/soundness'
import { value } from '#engine/store/statement'

/** `as-written`: rows and log are what they were when they were written; `whole`: all of them can be read, and they fit together. */
export type Soundness = 'as-written' | 'whole'

/**
 * Whether the rows of a database that may be damaged can be trusted as far as `soundness` says. With `withTexts`, the texts too. The index
 * is not looked at. Never throws for what is wrong with the file. Cost: reads all of it.
 */
export async function isSoundSource(file: string, withTexts: boolean, soundness: Soundness, work: Work): Promise<boolean> {
  if (!existsSync(file) || !lstatSync(file).isFile()) return false
  let db: ReadDb
  try {
    db = openForReading(file)
  } catch {
    return false
  }
  try {
    return (await isWhole(db, withTexts, work)) && (soundness === 'whole' || (await isAsWritten(db, withTexts, work)))
  } catch {
    // Whatever SQLite, JSON or zlib say of it: it is not to be trusted.
    return false
  } finally {
    db.close()
  }
}

async function isWhole(db: ReadDb, withTexts: boolean, work: Work): Promise<boolean> {
  const version = Number(db.pragma('user_version', { simple: true }))
  if (Number(db.pragma('application_id', { simple: true })) !== APPLICATION_ID || version !== SCHEMA_VERSION) return false
  for (const table of [...listKeptTables(db), ...(withTexts ? TEXT_TABLES : [])]) {
    if (!(await work.rest())) return false
    if (tableVerdict(db, table, true) !== 'ok') return false
  }
  return (value<number>(db, 'SELECT count(*) FROM pragma_foreign_key_check') ?? 0) === 0
}

async function isAsWritten(db: ReadDb, withTexts: boolean, work: Work): Promise<boolean> {
  // A manifest has no texts, and so nothing that its documents could be held against.
  const hasDigests = value(db, "SELECT 1 FROM sqlite_schema WHERE name = 'document_digest'") !== undefined
  if (!withTexts && hasDigests && tableVerdict(db, 'document_digest', true) !== 'ok') return false
  if (listKeyMisfits(db).length > 0 || checkImports(db).length > 0) return false
  if ((await checkLog(db, work)) !== 'ok') return false
  for (const id of eachDocumentId(db)) {
    if (!(await work.rest())) return false
    if (misfitOfFields(db, id)) return false
    const part = hasDigests ? changedPart(db, id) : undefined
    if (part === 'reading' || part === 'no-digest' || (withTexts && part === 'text')) return false
  }
  return true
}
