import { cardSpellingsOf } from '#engine/names/spellings-of'
import type { ReadDb } from '#engine/store/connection'
import { value } from '#engine/store/statement'
import type { NameNode, QueryNode, WordsNode } from '#shared/text/query-node'

/** A name has seldom more words. */
const LONGEST_NAME = 5

const isNamePart = (node: QueryNode | undefined): node is WordsNode =>
  node?.kind === 'words' && !node.exact && node.column === null

/**
 * Words of the query that stand in a row and are a spelling of a name card are also looked for as the name, in all its spellings.
 * Cost: a look-up for each run of two to five words; none when there are no cards.
 */
export function withImpliedNames(db: ReadDb, node: QueryNode): QueryNode {
  return value<number>(db, 'SELECT 1 FROM name LIMIT 1') === undefined ? node : rewritten(db, node)
}

function rewritten(db: ReadDb, node: QueryNode): QueryNode {
  if (node.kind === 'or') return { kind: 'or', children: node.children.map((child) => rewritten(db, child)) }
  if (node.kind !== 'and') return node
  const children: QueryNode[] = []
  for (let at = 0; at < node.children.length; ) {
    const run = longestName(db, node.children, at)
    const child = node.children[at]
    if (run) children.push({ kind: 'or', children: [{ kind: 'and', children: run }, nameOf(run)] })
    else if (child) children.push(rewritten(db, child))
    at += run?.length ?? 1
  }
  const [only, ...more] = children
  return only && more.length === 0 ? only : { kind: 'and', children }
}

const termsOf = (run: readonly WordsNode[]): string[] => run.flatMap((node) => node.terms)

function nameOf(run: readonly WordsNode[]): NameNode {
  const text = run.map((node) => node.text).join(' ')
  return { kind: 'name', implied: true, terms: termsOf(run), value: text, text }
}

function longestName(db: ReadDb, nodes: readonly QueryNode[], at: number): WordsNode[] | null {
  const run: WordsNode[] = []
  for (let next = nodes[at]; isNamePart(next) && run.length < LONGEST_NAME; next = nodes[at + run.length]) run.push(next)
  for (; run.length > 1; run.pop()) {
    const own = termsOf(run).join(' ')
    if (cardSpellingsOf(db, own).some((spelling) => spelling.key !== own)) return run
  }
  return null
}
