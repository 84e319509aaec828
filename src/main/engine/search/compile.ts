/**
 * A query as SQL over `fts` and `document d`.
 *
 * What can be said in one FTS5 expression is, so that it can be ranked; the rest becomes conditions on the document. Values are bound.
 */

import { type Condition, join } from '#engine/search/condition'
import { datedWithin } from '#engine/search/dated-within'
import { facetConditions } from '#engine/search/facets/facet-conditions'
import { fieldCondition, inFolders, rangeCondition } from '#engine/search/field-condition'
import { AS_TYPED, excluding, type Looking, matchExpression } from '#engine/search/match-expression'
import type { ReadQuery } from '#engine/search/read-query'
import { regexCondition } from '#engine/search/regex-condition'
import type { ReadDb } from '#engine/store/connection'
import type { SearchFilter } from '#shared/model/search'
import type { QueryNode } from '#shared/text/query-node'

export type Compiled = Readonly<{
  /** The FTS5 expression to rank by; null when the query has none. */
  match: string | null
  conditions: readonly Condition[]
}>

/** `read` under `filter`. Cost: what looking up the expansions of its words costs. */
export function compile(db: ReadDb, { node, expansions }: ReadQuery, filter: SearchFilter): Compiled {
  const { match, rest } = splitOffText(node, expansions)
  const conditions = rest.map((child) => condition(db, child, expansions))
  return { match, conditions: [...conditions.filter((made) => made.sql !== '1'), ...filterConditions(db, filter)] }
}

/** Takes out of a conjunction everything that one FTS5 expression can hold. */
function splitOffText(node: QueryNode, looking: Looking): { match: string | null; rest: readonly QueryNode[] } {
  const whole = matchExpression(node, looking)
  if (whole !== null) return { match: whole, rest: [] }
  if (node.kind !== 'and') return { match: null, rest: [node] }
  const text: QueryNode[] = []
  const rest: QueryNode[] = []
  for (const child of node.children) {
    const isText = matchExpression(child.kind === 'not' ? child.child : child, AS_TYPED) !== null
    ;(isText ? text : rest).push(child)
  }
  const match = matchExpression({ kind: 'and', children: text }, looking)
  return match === null ? { match, rest: node.children } : { match, rest }
}

function condition(db: ReadDb, node: QueryNode, looking: Looking): Condition {
  const match = matchExpression(node, looking)
  if (match !== null) return { sql: 'd.id IN (SELECT rowid FROM fts WHERE fts MATCH ?)', params: [match] }
  if (node.kind === 'everything') return { sql: '1', params: [] }
  if (node.kind === 'not') {
    const child = condition(db, node.child, excluding(looking))
    return { sql: `NOT coalesce(${child.sql}, 0)`, params: child.params }
  }
  if (node.kind === 'and' || node.kind === 'or') {
    return join(
      node.children.map((child) => condition(db, child, looking)),
      node.kind === 'and' ? 'AND' : 'OR'
    )
  }
  if (node.kind === 'date') return datedWithin(node)
  if (node.kind === 'filter') return fieldCondition(db, node)
  if (node.kind === 'range') return rangeCondition(node)
  if (node.kind === 'regex') return regexCondition(db, node)
  throw new Error(`a ${node.kind} node has no match expression: ${node.text}`)
}

const SECTIONS = {
  all: null,
  unread: 'd.is_read = 0',
  starred: 'd.is_starred = 1',
  attention: 'd.problem_code IS NOT NULL'
} as const

function filterConditions(db: ReadDb, filter: SearchFilter): Condition[] {
  const conditions: Condition[] = []
  const section = SECTIONS[filter.section]
  if (section) conditions.push({ sql: section, params: [] })
  for (const id of filter.tagIds)
    conditions.push({ sql: 'd.id IN (SELECT document_id FROM document_tag WHERE tag_id = ?)', params: [id] })
  if (filter.folderId !== null) conditions.push(inFolders([filter.folderId]))
  if (filter.importId !== null) conditions.push({ sql: 'd.import_id = ?', params: [filter.importId] })
  return [...conditions, ...facetConditions(db, filter.facets)]
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
