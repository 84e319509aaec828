import { type Condition, join, listedOnce, NEVER, oneOf } from '#engine/search/condition'
import { foldersNamed, languagesNamed, mediaTypesNamed } from '#engine/search/filter-lookup'
import { HAS, IS } from '#engine/search/property-conditions'
import type { ReadDb } from '#engine/store/connection'
import { tagKey } from '#engine/store/tags'
import { indexText } from '#shared/text/index-text'
import { foldPath } from '#shared/text/path-fits'
import type { FilterNode, RangeNode } from '#shared/text/query-node'

/** Documents for which a field of the query has this value. A value that means nothing matches nothing. */
export function fieldCondition(db: ReadDb, { field, value }: FilterNode): Condition {
  switch (field) {
    case 'lang':
      return inLanguages(languagesNamed(db, value))
    case 'type':
      return oneOf('d.media_type', mediaTypesNamed(db, value))
    case 'folder':
      return inFolders(foldersNamed(db, value))
    case 'tag':
      return tagged(value)
    case 'path':
      return seenAt(db, 'path_fits(?, path)', value)
    case 'file':
      return seenAt(db, 'path_fits(?, file_name(path))', value)
    case 'has':
      return propertyOf(HAS, value)
    case 'is':
      return propertyOf(IS, value)
    case 'author':
    case 'publisher':
      return creditedTo(field, value)
    default:
      return mailed(db, field === 'from' ? ['from'] : ['to', 'cc', 'bcc'], value)
  }
}

/** Documents whose main language, or one of several, is among these: the same that the language facet counts. */
function inLanguages(tags: readonly string[]): Condition {
  const main = oneOf('d.language', tags)
  const other = oneOf('own.value', tags)
  return join(
    [
      main,
      {
        sql: `(d.languages <> '[]' AND EXISTS (SELECT 1 FROM json_each(d.languages) own WHERE ${other.sql}))`,
        params: other.params
      }
    ],
    'OR'
  )
}

function tagged(value: string): Condition {
  const sql = 'd.id IN (SELECT dt.document_id FROM document_tag dt JOIN tag t ON t.id = dt.tag_id WHERE t.name_key = ?)'
  return { sql, params: [tagKey(value)] }
}

/** Documents in these folders or anywhere below them. */
export function inFolders(ids: readonly number[]): Condition {
  const within = oneOf('a.ancestor_id', ids)
  return {
    sql: `d.id IN (SELECT s.document_id FROM sighting s JOIN folder_ancestor a ON a.folder_id = s.folder_id WHERE ${within.sql})`,
    params: within.params
  }
}

/** Cost: linear in the places where documents were seen, the first time. */
function seenAt(db: ReadDb, fits: string, value: string): Condition {
  const pattern = foldPath(value)
  return pattern === '' ? NEVER : listedOnce(db, `SELECT DISTINCT document_id AS id FROM sighting WHERE ${fits}`, [pattern])
}

const propertyOf = (properties: ReadonlyMap<string, string>, value: string): Condition => {
  const sql = properties.get(value)
  return sql === undefined ? NEVER : { sql, params: [] }
}

/** The value as `holds_words` takes it, and its terms for FTS5; null when nothing of it can be searched. A star at its end leaves the last word open. */
function wantedWords(value: string): Readonly<{ wanted: string; match: string }> | null {
  const terms = indexText(value)
  if (terms === '') return null
  const isOpen = value.trimEnd().endsWith('*')
  return { wanted: ` ${terms}${isOpen ? '' : ' '}`, match: `"${terms}"${isOpen ? ' *' : ''}` }
}

/** The index holds authors and publishers in one column: it leaves few documents to look at. */
function creditedTo(field: 'author' | 'publisher', value: string): Condition {
  const words = wantedWords(value)
  if (!words) return NEVER
  return {
    sql: `(d.id IN (SELECT rowid FROM fts WHERE fts MATCH ?) AND holds_words(?, d.${field}))`,
    params: [`{people} : ${words.match}`, words.wanted]
  }
}

/** Cost: linear in the documents, the first time; only what has such a fact is looked at closely. */
function mailed(db: ReadDb, names: readonly string[], value: string): Condition {
  const words = wantedWords(value)
  if (!words) return NEVER
  const has = names.map(() => 'instr(facts, ?) > 0').join(' OR ')
  return listedOnce(db, `SELECT id FROM document WHERE (${has}) AND fact_holds_words(?, ?, facts)`, [
    ...names.map((name) => `"name":"${name}"`),
    names.join(','),
    words.wanted
  ])
}

/** Documents whose size in bytes, or number of pages, lies in the range. */
export function rangeCondition({ field, from, to }: RangeNode): Condition {
  const column = field === 'size' ? 'o.size_bytes' : 'd.page_count'
  const within = join(
    [
      ...(from === null ? [] : [{ sql: `${column} >= ?`, params: [from] }]),
      ...(to === null ? [] : [{ sql: `${column} <= ?`, params: [to] }])
    ],
    'AND'
  )
  if (field === 'pages') return within
  return { sql: `d.original_id IN (SELECT o.id FROM original o WHERE ${within.sql})`, params: within.params }
}
