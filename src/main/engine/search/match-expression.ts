import { type Alternatives, NO_ALTERNATIVES } from '#shared/text/alternatives'
import type { NameNode, NearNode, NearOperand, QueryNode, TextNode } from '#shared/text/query-node'

/** What is looked for with a part of the query that is wanted, and with one that is left out. */
export type Looking = Readonly<{ wanted: Alternatives; unwanted: Alternatives }>

/** Everything as it was typed. */
export const AS_TYPED: Looking = { wanted: NO_ALTERNATIVES, unwanted: NO_ALTERNATIVES }

/** No term of the index looks so: each is made of letters and digits. */
const NOTHING = '"¬"'

/** Ways to combine the operands of one NEAR that are asked for. */
export const MOST_COMBINATIONS = 64

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
      return inColumn(node.column, either(phrasesOf(node, looking.wanted)))
    case 'name':
      return either(phrasesOf(node, looking.wanted))
    case 'near':
      return near(node, looking.wanted)
    case 'or': {
      const children = node.children.map((child) => matchExpression(child, looking))
      return children.includes(null) ? null : `(${children.join(' OR ')})`
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
  return unwanted.reduce((whole, expression) => `(${whole} NOT ${expression})`, `(${wanted.join(' AND ')})`)
}

/** How a part is looked for that is left out: in all of it, also under another NOT. */
export const excluding = ({ unwanted }: Looking): Looking => ({ wanted: unwanted, unwanted })

const quote = (terms: readonly string[]): string => `"${terms.join(' ').replaceAll('"', '""')}"`

/** The phrases of which one must be found, each quoted; never empty. */
function phrasesOf(node: TextNode | NameNode, also: Alternatives): string[] {
  const others = also(node).map(quote)
  if (node.kind === 'wildcard') return others.length === 0 ? [NOTHING] : others
  if (node.kind === 'fuzzy') return [quote([node.term]), ...others]
  return [`${quote(node.terms)}${node.kind === 'words' && node.prefix ? ' *' : ''}`, ...others]
}

function either(phrases: readonly string[]): string {
  return phrases.length === 1 ? (phrases[0] ?? NOTHING) : `(${phrases.join(' OR ')})`
}

const inColumn = (column: 'title' | null, expression: string): string =>
  column === null ? expression : `(${column} : ${expression})`

/** FTS5 knows no OR inside NEAR: every combination is asked for. */
function near(node: NearNode, also: Alternatives): string {
  const combinations = combine(node.operands.map((operand) => operandPhrases(operand, also)))
  const expression = either(combinations.map((phrases) => `NEAR(${phrases.join(' ')}, ${node.distance})`))
  const [first] = node.operands
  return inColumn(first === undefined || first.kind === 'or' ? null : first.column, expression)
}

const operandPhrases = (operand: NearOperand, also: Alternatives): string[] =>
  operand.kind === 'or' ? operand.children.flatMap((child) => phrasesOf(child, also)) : phrasesOf(operand, also)

/** Each choice of one from every list, at most `MOST_COMBINATIONS`: the longest lists lose their ends. */
function combine(lists: readonly (readonly string[])[]): string[][] {
  const lengths = lengthsWithin(lists.map((list) => list.length))
  return lists.reduce<string[][]>(
    (made, list, index) => made.flatMap((before) => list.slice(0, lengths[index]).map((phrase) => [...before, phrase])),
    [[]]
  )
}

/** How many of each list of alternatives a NEAR looks for: as many as the combinations it may have allow, the longest lists cut first. */
export function lengthsWithin(lengths: readonly number[]): number[] {
  const kept = [...lengths]
  while (kept.reduce((product, length) => product * length, 1) > MOST_COMBINATIONS) {
    const longest = kept.indexOf(Math.max(...kept))
    kept[longest] = (kept[longest] ?? 1) - 1
  }
  return kept
}
