/**
 * A query as SQL over `fts` and `document d`.
 *
 * What can be said in one FTS5 expression is, so that it can be ranked; the rest becomes conditions on the document. Values are bound.
 */

import type { Forms } from '#engine/search/expand'
import { foldersNamed, languagesNamed, mediaTypesNamed } from '#engine/search/filter-lookup'
import { matchExpression, NO_FORMS } from '#engine/search/match-expression'
import type { ReadDb } from '#engine/store/connection'
import type { SqlValue } from '#engine/store/statement'
import { tagKey } from '#engine/store/tags'
import type { SearchFilter } from '#shared/model/search'
import type { QueryNode } from '#shared/text/query-node'

export type Compiled = Readonly<{
  /** The FTS5 expression to rank by; null when the query has none. */
  match: string | null
  conditions: readonly Condition[]
}>

type Condition = Readonly<{ sql: string; params: readonly SqlValue[] }>

export function compile(db: ReadDb, node: QueryNode, filter: SearchFilter, forms: Forms): Compiled {
  const { match, rest } = splitOffText(node, forms)
  const conditions = rest.map((child) => condition(db, child, forms))
  return { match, conditions: [...conditions.filter((made) => made.sql !== '1'), ...filterConditions(filter)] }
}

/** Takes out of a conjunction everything that one FTS5 expression can hold. */
function splitOffText(node: QueryNode, forms: Forms): { match: string | null; rest: readonly QueryNode[] } {
  const whole = matchExpression(node, forms)
  if (whole !== null) return { match: whole, rest: [] }
  if (node.kind !== 'and') return { match: null, rest: [node] }
  const text: QueryNode[] = []
  const rest: QueryNode[] = []
  for (const child of node.children) {
    const isText = matchExpression(child.kind === 'not' ? child.child : child, forms) !== null
    ;(isText ? text : rest).push(child)
  }
  const match = matchExpression({ kind: 'and', children: text }, forms)
  return match === null ? { match, rest: node.children } : { match, rest }
}

const join = (parts: readonly Condition[], by: 'AND' | 'OR'): Condition => ({
  sql: parts.length === 0 ? '1' : `(${parts.map((part) => part.sql).join(` ${by} `)})`,
  params: parts.flatMap((part) => part.params)
})

const oneOf = (column: string, values: readonly SqlValue[]): Condition =>
  values.length === 0 ? { sql: '0', params: [] } : { sql: `${column} IN (${values.map(() => '?').join(', ')})`, params: values }

function condition(db: ReadDb, node: QueryNode, forms: Forms): Condition {
  const match = matchExpression(node, forms)
  if (match !== null) return { sql: 'd.id IN (SELECT rowid FROM fts WHERE fts MATCH ?)', params: [match] }
  if (node.kind === 'everything') return { sql: '1', params: [] }
  if (node.kind === 'not') {
    const child = condition(db, node.child, NO_FORMS)
    return { sql: `NOT coalesce(${child.sql}, 0)`, params: child.params }
  }
  if (node.kind === 'and' || node.kind === 'or') {
    return join(
      node.children.map((child) => condition(db, child, forms)),
      node.kind === 'and' ? 'AND' : 'OR'
    )
  }
  if (node.kind === 'date')
    return { sql: `d.first_day ${node.field === 'before' ? '<' : '>='} ?`, params: [Number(node.date.replaceAll('-', ''))] }
  if (node.kind === 'filter') return namedFilter(db, node.field, node.value)
  throw new Error(`a words node has no match expression: ${node.text}`)
}

function namedFilter(db: ReadDb, field: 'tag' | 'lang' | 'type' | 'folder', value: string): Condition {
  if (field === 'lang') return oneOf('d.language', languagesNamed(db, value))
  if (field === 'type') return oneOf('d.media_type', mediaTypesNamed(db, value))
  if (field === 'folder') return inFolders(foldersNamed(db, value))
  const tagged = 'd.id IN (SELECT dt.document_id FROM document_tag dt JOIN tag t ON t.id = dt.tag_id WHERE t.name_key = ?)'
  return { sql: tagged, params: [tagKey(value)] }
}

function inFolders(ids: readonly number[]): Condition {
  const within = oneOf('a.ancestor_id', ids)
  return {
    sql: `d.id IN (SELECT s.document_id FROM sighting s JOIN folder_ancestor a ON a.folder_id = s.folder_id WHERE ${within.sql})`,
    params: within.params
  }
}

const SECTIONS = {
  all: null,
  unread: 'd.is_read = 0',
  starred: 'd.is_starred = 1',
  attention: 'd.problem_code IS NOT NULL'
} as const

function filterConditions(filter: SearchFilter): Condition[] {
  const conditions: Condition[] = []
  const section = SECTIONS[filter.section]
  if (section) conditions.push({ sql: section, params: [] })
  for (const id of filter.tagIds)
    conditions.push({ sql: 'd.id IN (SELECT document_id FROM document_tag WHERE tag_id = ?)', params: [id] })
  if (filter.folderId !== null) conditions.push(inFolders([filter.folderId]))
  if (filter.importId !== null) conditions.push({ sql: 'd.import_id = ?', params: [filter.importId] })
  if (filter.languages.length > 0) conditions.push(oneOf('d.language', filter.languages))
  if (filter.mediaTypes.length > 0) conditions.push(oneOf('d.media_type', filter.mediaTypes))
  return conditions
}

/** `FROM … WHERE …` of a compiled query, with its parameters in order. */
export function fromWhere(compiled: Compiled): Condition {
  const conditions = compiled.conditions.map((made) => made.sql)
  const params = compiled.conditions.flatMap((made) => made.params)
  if (compiled.match === null) {
    return { sql: `FROM document d${conditions.length > 0 ? ` WHERE ${conditions.join(' AND ')}` : ''}`, params }
  }
  return {
    sql: `FROM fts JOIN document d ON d.id = fts.rowid WHERE ${['fts MATCH ?', ...conditions].join(' AND ')}`,
    params: [compiled.match, ...params]
  }
}
