import { describeForms } from '#shared/text/describe-forms'
import type { DateNode, NameNode, NearNode, QueryNode, RangeNode, RegexNode, TextNode } from '#shared/text/query-node'
import { takesVowelSigns } from '#shared/text/unspaced-script'

type Also = (node: TextNode | NameNode) => readonly string[]

const NO_FORMS: Also = () => []
function describeText(node: TextNode, also: Also): string {
  const field = node.column === null ? '' : `${node.column}: `
  return `${field}${writeText(node)}${describeForms(also(node))}`
}

function writeText(node: TextNode): string {
  if (node.kind === 'fuzzy') return `${node.text}~${node.distance ?? ''}`
  if (node.kind === 'wildcard') return node.text
  const isBeginning = node.prefix && !takesVowelSigns(node.terms.at(-1) ?? '')
  return node.exact ? `"${node.text}"` : `${node.text}${isBeginning ? '*' : ''}`
}

function describeNear({ operands, distance }: NearNode, also: Also): string {
  return operands.map((operand) => describePart(operand, also, true)).join(` NEAR/${distance} `)
}

const describeRegex = ({ field, source }: RegexNode): string => `${field === 'any' ? '' : `${field}: `}/${source}/`

function describeDate({ field, from, to }: DateNode): string {
  if (field === 'after' && from !== null) return `after ${from}`
  if (field === 'before' && to !== null) return `until ${to}`
  if (from === to && from !== null) return `date: ${from}`
  return `date: ${describeEnds(from ?? '', to ?? '')}`
}

function describeEnds(from: string, to: string): string {
  if (to === '') return `from ${from}`
  return from === '' ? `until ${to}` : `${from} to ${to}`
}

const SIZES: readonly (readonly [bytes: number, unit: string])[] = [
  [1e9, 'GB'],
  [1e6, 'MB'],
  [1e3, 'kB']
]

/** A size in its largest whole unit, or with one decimal. */
function describeSize(bytes: number): string {
  const [size, unit] = SIZES.find(([least]) => bytes >= least && bytes % (least / 10) === 0) ?? [1, 'bytes']
  return `${bytes / size} ${unit}`
}

/** `more than 1 MB` was asked for where the least is a byte more. */
const isRound = (bytes: number): boolean => bytes > 0 && bytes % 100 === 0

function describeRange({ field, from, to }: RangeNode): string {
  const write = field === 'size' ? describeSize : String
  if (from !== null && to !== null) return `${field}: ${from === to ? write(from) : `${write(from)} to ${write(to)}`}`
  if (from !== null) {
    const isOver = field === 'size' && isRound(from - 1)
    return `${field}: ${isOver ? `more than ${write(from - 1)}` : `${write(from)} or more`}`
  }
  const isUnder = field === 'size' && isRound((to ?? 0) + 1)
  return `${field}: ${isUnder ? `less than ${write((to ?? 0) + 1)}` : `${write(to ?? 0)} or less`}`
}

const isCondition = (node: QueryNode): boolean =>
  ['filter', 'date', 'range', 'regex'].includes(node.kind) || (node.kind === 'not' && isCondition(node.child))

/** One part; `nested` puts brackets around what would read otherwise beside its neighbours. */
function describePart(node: QueryNode, also: Also, nested: boolean): string {
  switch (node.kind) {
    case 'everything':
      return ''
    case 'words':
    case 'fuzzy':
    case 'wildcard':
      return describeText(node, also)
    case 'near':
      return nested ? `(${describeNear(node, also)})` : describeNear(node, also)
    case 'name':
      // The name itself is one of the spellings of its card.
      return `name: ${node.value}${describeForms(also(node).filter((form) => form !== node.value))}`
    case 'regex':
      return describeRegex(node)
    case 'filter':
      return `${node.field}: ${node.value}`
    case 'range':
      return describeRange(node)
    case 'date':
      return describeDate(node)
    case 'not':
      return `NOT ${describePart(node.child, NO_FORMS, true)}`
    default: {
      const parts = node.children.map((child) => describePart(child, also, true))
      const joined = parts.join(node.kind === 'and' ? ' AND ' : ' OR ')
      return nested ? `(${joined})` : joined
    }
  }
}

/**
 * How a query was read, in one line: `execution (also executions) AND "human rights" AND NOT press · after 2019-01-01 · tag: letters`.
 * The words first, then the conditions on the document. `also` names what else is found for a part. Empty for everything.
 */
export function describeQuery(node: QueryNode, also: Also): string {
  const parts = node.kind === 'and' ? node.children : [node]
  const words = parts.filter((part) => !isCondition(part))
  const conditions = parts.filter(isCondition)
  const sentence = words.map((part) => describePart(part, also, words.length > 1)).join(' AND ')
  return [sentence, ...conditions.map((part) => describePart(part, also, true))].filter((part) => part !== '').join(' · ')
}
