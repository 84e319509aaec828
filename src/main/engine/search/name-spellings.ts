import type { Expansions } from '#engine/search/expansions'
import type { ReadDb } from '#engine/store/connection'
import { holdsPhrase } from '#engine/store/mentions'
import type { DocumentId } from '#shared/model/ids'
import type { NameNode, QueryNode, TextNode } from '#shared/text/query-node'

/** A spelling of a name card that a query looks for: as the card writes it, and as it stands in the index. */
export type NameSpelling = Readonly<{ text: string; key: string }>

/** The spellings of name cards that are looked for with a query, each once, in the order of their cards; none for most queries. */
export function nameSpellings(node: QueryNode, expansions: Expansions): NameSpelling[] {
  const found = new Map<string, NameSpelling>()
  for (const part of wantedParts(node)) {
    for (const { kind, isOn, text, terms } of expansions.of(part)) {
      const key = terms.join(' ')
      if (kind === 'name' && isOn && !found.has(key)) found.set(key, { text, key })
    }
  }
  return [...found.values()]
}

/** Those of the spellings that stand in a document. Cost: a look-up in the index for each. */
export function spellingsIn(db: ReadDb, id: DocumentId, spellings: readonly NameSpelling[]): string[] {
  return spellings.filter(({ key }) => holdsPhrase(db, id, key)).map(({ text }) => text)
}

function wantedParts(node: QueryNode): readonly (TextNode | NameNode)[] {
  switch (node.kind) {
    case 'words':
    case 'name':
      return [node]
    case 'near':
      return node.operands.flatMap(wantedParts)
    case 'and':
    case 'or':
      return node.children.flatMap(wantedParts)
    default:
      return []
  }
}
