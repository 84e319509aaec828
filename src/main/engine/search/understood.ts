import type { Expansions } from '#engine/search/expansions'
import type { UnderstoodTerm } from '#shared/model/search'
import type { NameNode, QueryNode, TextNode } from '#shared/text/query-node'

type Offer = Pick<Expansions, 'of'>

/** The same with what can be offered in other scripts. */
export const withOtherScripts = (expansions: Expansions): Offer => ({ of: (node) => expansions.of(node, true) })

/** How each word of the query was read, from left to right. */
export function understoodTerms(node: QueryNode, expansions: Offer, isExcluded = false): UnderstoodTerm[] {
  switch (node.kind) {
    case 'words':
      return [understood(node, expansions, isExcluded, isExcluded)]
    case 'fuzzy':
    case 'wildcard':
    case 'name':
      return [understood(node, expansions, isExcluded, false)]
    case 'not':
      return understoodTerms(node.child, expansions, !isExcluded)
    case 'near':
      return node.operands.flatMap((operand) => understoodTerms(operand, expansions, isExcluded))
    case 'and':
    case 'or':
      return node.children.flatMap((child) => understoodTerms(child, expansions, isExcluded))
    default:
      return []
  }
}

function understood(part: TextNode | NameNode, expansions: Offer, excluded: boolean, isBare: boolean): UnderstoodTerm {
  const found = isBare ? [] : expansions.of(part)
  return {
    text: part.text,
    also: found.filter((expansion) => expansion.isOn).map((expansion) => expansion.text),
    expansions: found.map(({ terms: _, ...expansion }) => expansion),
    excluded
  }
}

/** The texts of the expansions of a part that are on. */
export function textsOf(expansions: Expansions, part: TextNode | NameNode): string[] {
  return expansions.of(part).flatMap((expansion) => (expansion.isOn ? [expansion.text] : []))
}
