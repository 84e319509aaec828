import type { Forms } from '#engine/search/expand'
import { formsOf } from '#engine/search/match-expression'
import type { UnderstoodTerm } from '#shared/model/search'
import type { QueryNode } from '#shared/text/query-node'

/** How each word of the query was read; `excluded` when `node` stands under a NOT. */
export function understoodTerms(node: QueryNode, forms: Forms, excluded: boolean): UnderstoodTerm[] {
  if (node.kind === 'words') return [{ text: node.text, also: excluded ? [] : formsOf(node, forms), excluded }]
  if (node.kind === 'not') return understoodTerms(node.child, forms, !excluded)
  if (node.kind === 'and' || node.kind === 'or') return node.children.flatMap((child) => understoodTerms(child, forms, excluded))
  return []
}
