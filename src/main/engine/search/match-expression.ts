import { type Alternatives, NO_ALTERNATIVES } from '#shared/text/alternatives'
import { wholeHangulWord } from '#shared/text/hangul-words'
import type { NearNode, QueryNode } from '#shared/text/query-node'
import { beginsHangulWord, nearPhrases, type Phrase, phrasesOf } from '#shared/text/query-phrases'

/** What is looked for with a part of the query that is wanted, and with one that is left out. */
export type Looking = Readonly<{
  wanted: Alternatives
  unwanted: Alternatives
  /** Told of each NEAR whose words have more forms than can be looked for. */
  noteCut: (node: NearNode) => void
}>

/** Everything as it was typed. */
export const AS_TYPED: Looking = { wanted: NO_ALTERNATIVES, unwanted: NO_ALTERNATIVES, noteCut: () => undefined }

/** No term of the index looks so: each is made of letters and digits. */
const NOTHING = '"¬"'

/**
 * The FTS5 expression for a part of a query that is words only, or null when FTS5 can not say it (a filter, or nothing but exclusions).
 *
 * Every term is quoted, so nothing a person types is ever FTS5 syntax.
 */
export function matchExpression(node: QueryNode, looking: Looking): string | null {
  switch (node.kind) {
    case 'words':
    case 'fuzzy':
    case 'wildcard':
      return inColumn(node.column, either(phrasesOf(node, looking.wanted).map(quote)))
    case 'name':
      return either(phrasesOf(node, looking.wanted).map(quote))
    case 'near':
      return near(node, looking)
    case 'or': {
      const children = node.children.map((child) => matchExpression(child, looking))
      return children.includes(null) ? null : `(${once(children).join(' OR ')})`
    }
    case 'and':
      return conjunction(node.children, looking)
    default:
      return null
  }
}

function conjunction(children: readonly QueryNode[], looking: Looking): string | null {
  const wanted: string[] = []
  const unwanted: string[] = []
  for (const child of children) {
    const expression = child.kind === 'not' ? matchExpression(child.child, excluding(looking)) : matchExpression(child, looking)
    if (expression === null) return null
    if (child.kind === 'not') unwanted.push(expression)
    else wanted.push(expression)
  }
  if (wanted.length === 0) return null
  return once(unwanted).reduce((whole, expression) => `(${whole} NOT ${expression})`, `(${once(wanted).join(' AND ')})`)
}

/** What is asked for twice is looked for once: FTS5 would walk its documents as often as it is said. */
const once = <T>(expressions: readonly T[]): readonly T[] => [...new Set(expressions)]

/** How a part is looked for that is left out: in all of it, also under another NOT. */
export const excluding = (looking: Looking): Looking => ({ ...looking, wanted: looking.unwanted })

function quote(phrase: Phrase): string {
  const text = beginsHangulWord(phrase) ? wholeHangulWord(phrase.terms) : phrase.terms.join(' ')
  return `"${text.replaceAll('"', '""')}"${phrase.prefix ? ' *' : ''}`
}

function either(alternatives: readonly string[]): string {
  return alternatives.length > 1 ? `(${alternatives.join(' OR ')})` : (alternatives[0] ?? NOTHING)
}

const inColumn = (column: 'title' | null, expression: string): string =>
  column === null ? expression : `(${column} : ${expression})`

/** FTS5 knows no OR inside NEAR: every combination is asked for. */
function near(node: NearNode, looking: Looking): string {
  const { operands, isCut } = nearPhrases(node, looking.wanted)
  if (isCut) looking.noteCut(node)
  const combinations = operands.reduce<string[][]>(
    (made, phrases) => made.flatMap((before) => phrases.map((phrase) => [...before, quote(phrase)])),
    [[]]
  )
  const [first] = node.operands
  const column = (first?.kind === 'or' ? first.children[0] : first)?.column ?? null
  return inColumn(column, either(combinations.map((phrases) => `NEAR(${phrases.join(' ')}, ${node.distance})`)))
}
