/** Which tables hold what can not be made again from the originals, and which can. */
import type { ReadDb } from '#engine/store/connection'
import { rows } from '#engine/store/statement'

/** Made of the texts by `rebuildIndex` and what follows it. */
const INDEX: ReadonlySet<string> = new Set([
  'changed_document',
  'common_term',
  'compound',
  'mention',
  'vocabulary',
  'vocabulary_addition'
])

/** Facts of the archive that say how far those tables are. */
export const INDEX_FACTS = ['vocabulary_generation', 'common_terms_swept_to', 'ranked_to'] as const

/** Made of the originals by reading them. */
export const TEXT_TABLES = ['document_text', 'document_digest'] as const

/** What was searched for, and what was deleted and can be put back until the archive is closed: neither is to be copied anywhere. */
export const FLEETING_TABLES = ['trail_document', 'trail_search', 'name_undo'] as const

const isAmong = (names: readonly string[], name: string): boolean => names.includes(name)

/**
 * The tables whose rows a rebuild needs, in the order of their names: documents' own state, places, imports, tags, names, lists, saved
 * searches, OCR, the custody log. Tables that a later version adds are among them until it says otherwise.
 */
export function listKeptTables(db: ReadDb): string[] {
  return rows<{ name: string }>(
    db,
    `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'
       AND name NOT LIKE 'fts%' AND name NOT LIKE 'index\\_%' ESCAPE '\\' ORDER BY name`
  )
    .map(({ name }) => name)
    .filter((name) => !INDEX.has(name) && !isAmong(TEXT_TABLES, name) && !isAmong(FLEETING_TABLES, name))
}
