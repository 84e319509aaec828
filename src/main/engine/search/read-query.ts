import { Expansions } from '#engine/search/expansions'
import { withImpliedNames } from '#engine/search/implied-names'
import type { ReadDb } from '#engine/store/connection'
import { isValidRegex } from '#engine/store/linear-regex'
import type { ExpansionSwitches } from '#shared/model/search'
import { combine } from '#shared/text/join-query-items'
import { parseWithNotes } from '#shared/text/parse-query'
import { QUERY_LIMITS } from '#shared/text/query-limits'
import type { QueryNode } from '#shared/text/query-node'
import { wordsOf } from '#shared/text/words-of'

/** A query as a request carries it. */
export type AskedQuery = Readonly<{ query: string; typing?: boolean; expansions?: ExpansionSwitches }>

/** A query as it is carried out in one archive. */
export type ReadQuery = Readonly<{ node: QueryNode; expansions: Expansions }>

/** Words that are read from what is no regular expression. */
const MOST_WORDS = QUERY_LIMITS.words / QUERY_LIMITS.regexes

/** Reads a query for this archive; never fails for what was typed. What is found with its words is looked up when it is asked for. */
export function readQuery(db: ReadDb, { query, typing = false, expansions: switches = {} }: AskedQuery): ReadQuery {
  const parsed = parseWithNotes(query, { typing })
  const expansions = new Expansions(db, switches, parsed.notes, {
    fuzzy: countKind(parsed.node, 'fuzzy'),
    wildcard: countKind(parsed.node, 'wildcard')
  })
  const node = withValidRegexes(parsed.node, (text) => expansions.note({ code: 'regex-invalid', text }))
  return { node: withImpliedNames(db, node ?? { kind: 'everything' }), expansions }
}

function countKind(node: QueryNode, kind: 'fuzzy' | 'wildcard'): number {
  if (node.kind === kind) return 1
  if (node.kind === 'not') return countKind(node.child, kind)
  const parts = node.kind === 'near' ? node.operands : node.kind === 'and' || node.kind === 'or' ? node.children : []
  return parts.reduce((sum, part) => sum + countKind(part, kind), 0)
}

/** Words in place of what is no regular expression; null when nothing is left. */
function withValidRegexes(node: QueryNode, refuse: (text: string) => void): QueryNode | null {
  if (node.kind === 'regex' && !isValidRegex(node.source)) {
    refuse(node.text)
    return combine('and', wordsOf(node.source, {}).slice(0, MOST_WORDS))
  }
  if (node.kind === 'not') {
    const child = withValidRegexes(node.child, refuse)
    return child && { kind: 'not', child }
  }
  if (node.kind !== 'and' && node.kind !== 'or') return node
  return combine(
    node.kind,
    node.children.flatMap((child) => withValidRegexes(child, refuse) ?? [])
  )
}
