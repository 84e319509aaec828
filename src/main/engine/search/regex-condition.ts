import { type Condition, join, listedOnce } from '#engine/search/condition'
import type { ReadDb } from '#engine/store/connection'
import type { RegexNode } from '#shared/text/query-node'

const TITLES = 'SELECT id FROM document WHERE regex_fits(?, title)'
const FILES = 'SELECT DISTINCT document_id AS id FROM sighting WHERE regex_fits(?, file_name(path))'
/** Documents that mention a card whose label, or a spelling that is on, fits. */
const NAMES = `SELECT DISTINCT document_id AS id FROM mention WHERE name_id IN (
  SELECT n.id FROM name n WHERE regex_fits(?, n.label)
  UNION SELECT p.name_id FROM name_spelling p WHERE p.is_on = 1 AND regex_fits(?, p.text))`

/**
 * Documents whose title, a name of whose file, or a name card they mention, fits. Cost: linear in all titles and names, some 0.1 s for
 * 60,000 documents, the first time.
 */
export function regexCondition(db: ReadDb, { field, source }: RegexNode): Condition {
  const parts = [
    ...(field === 'any' || field === 'title' ? [listedOnce(db, TITLES, [source])] : []),
    ...(field === 'any' || field === 'file' ? [listedOnce(db, FILES, [source])] : []),
    ...(field === 'any' || field === 'name' ? [listedOnce(db, NAMES, [source, source])] : [])
  ]
  return join(parts, 'OR')
}
