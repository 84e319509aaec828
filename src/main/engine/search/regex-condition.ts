import { type Condition, join } from '#engine/search/condition'
import type { RegexNode } from '#shared/text/query-node'

const TITLE = 'regex_fits(?, d.title)'
const FILE = 'd.id IN (SELECT s.document_id FROM sighting s WHERE regex_fits(?, file_name(s.path)))'
/** Documents that mention a card whose label, or a spelling that is on, fits. */
const NAME = `d.id IN (SELECT m.document_id FROM mention m WHERE m.name_id IN (
  SELECT n.id FROM name n WHERE regex_fits(?, n.label)
  UNION SELECT p.name_id FROM name_spelling p WHERE p.is_on = 1 AND regex_fits(?, p.text)))`

/** Documents whose title, a name of whose file, or a name card they mention, fits. Cost: linear in their text, some 0.1 s for 60,000. */
export function regexCondition({ field, source }: RegexNode): Condition {
  const parts = [
    ...(field === 'any' || field === 'title' ? [{ sql: TITLE, params: [source] }] : []),
    ...(field === 'any' || field === 'file' ? [{ sql: FILE, params: [source] }] : []),
    ...(field === 'any' || field === 'name' ? [{ sql: NAME, params: [source, source] }] : [])
  ]
  return join(parts, 'OR')
}
