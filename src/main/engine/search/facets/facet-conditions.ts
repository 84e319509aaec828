/** What was chosen in the facets, as SQL over `document d`. Values are bound. */

import { type Condition, join } from '#engine/search/condition'
import { spellingsOfLabels } from '#engine/search/facets/spellings-of-labels'
import type { ReadDb } from '#engine/store/connection'
import { FACETS, type FacetChoices, type FacetName, type YearSpan } from '#shared/model/facets'

/** One condition for each facet and direction that narrows; none when nothing is chosen. */
export function facetConditions(db: ReadDb, chosen: FacetChoices): Condition[] {
  return FACETS.flatMap((facet) => {
    const { include = [], exclude = [] } = chosen[facet] ?? {}
    const included = include.length === 0 ? [] : [anyOf(db, facet, include)]
    if (exclude.length === 0) return included
    const { sql, params } = anyOf(db, facet, exclude)
    // Subtle: a document without a publisher is not one that has the excluded publisher.
    return [...included, { sql: `NOT coalesce(${sql}, 0)`, params }]
  })
}

/** Documents that have any of the values. One parameter for all of them, so that statements are prepared once. */
function anyOf(db: ReadDb, facet: FacetName, values: readonly unknown[]): Condition {
  if (facet === 'year') return inYears(values as readonly YearSpan[])
  const list = facet === 'publisher' || facet === 'author' ? spellingsOfLabels(db, facet, values as readonly string[]) : values
  return { sql: ANY_OF[facet], params: Array<string>(facet === 'language' ? 2 : 1).fill(JSON.stringify(list)) }
}

const LIST = '(SELECT value FROM json_each(?))'
/** Documents in these folders of this kind, or anywhere below them. */
const inFolders = (kind: 'folder' | 'container'): string => `d.id IN (
  SELECT s.document_id FROM sighting s JOIN folder_ancestor a ON a.folder_id = s.folder_id
  WHERE a.ancestor_id IN (SELECT id FROM folder WHERE kind = '${kind}' AND id IN ${LIST}))`

const ANY_OF: Readonly<Record<Exclude<FacetName, 'year'>, string>> = {
  type: `d.media_type IN ${LIST}`,
  language: `(d.language IN ${LIST} OR (d.languages <> '[]' AND EXISTS (
    SELECT 1 FROM json_each(d.languages) own WHERE own.value IN ${LIST})))`,
  folder: inFolders('folder'),
  container: inFolders('container'),
  import: `d.import_id IN ${LIST}`,
  tag: `d.id IN (SELECT document_id FROM document_tag WHERE tag_id IN ${LIST})`,
  publisher: `d.publisher IN ${LIST}`,
  author: `d.author IN ${LIST}`,
  name: `d.id IN (SELECT document_id FROM mention WHERE name_id IN ${LIST})`
}

function inYears(spans: readonly YearSpan[]): Condition {
  const conditions = spans.map((span) =>
    span === 'undated'
      ? { sql: 'd.first_day IS NULL', params: [] }
      : { sql: 'd.first_day BETWEEN ? AND ?', params: [span.from * 10_000, span.to * 10_000 + 9999] }
  )
  return join(conditions, 'OR')
}
