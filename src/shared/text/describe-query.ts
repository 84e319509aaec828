import type { QueryNode, WordsNode } from '#shared/text/query-node'
import { takesVowelSigns } from '#shared/text/unspaced-script'

type Also = (node: WordsNode) => readonly string[]

const MOST_FORMS_NAMED = 6

function describeForms(forms: readonly string[]): string {
  if (forms.length === 0) return ''
  const named = forms.slice(0, MOST_FORMS_NAMED).join(', ')
  const more = forms.length - MOST_FORMS_NAMED
  return more > 0 ? ` (also ${named} and ${more} more)` : ` (also ${named})`
}

function describeWords(node: WordsNode, also: Also): string {
  const isBeginning = node.prefix && !takesVowelSigns(node.terms.at(-1) ?? '')
  const words = node.exact ? `"${node.text}"` : `${node.text}${isBeginning ? '*' : ''}`
  const field = node.column === null ? '' : `${node.column}: `
  return `${field}${words}${describeForms(also(node))}`
}

const isCondition = (node: QueryNode): boolean =>
  node.kind === 'filter' || node.kind === 'date' || (node.kind === 'not' && isCondition(node.child))

/** One part; `nested` puts brackets around what would read otherwise beside its neighbours. */
function describePart(node: QueryNode, also: Also, nested: boolean): string {
  switch (node.kind) {
    case 'everything':
      return ''
    case 'words':
      return describeWords(node, also)
    case 'filter':
      return `${node.field}: ${node.value}`
    case 'date':
      return `${node.field} ${node.date}`
    case 'not':
      return `NOT ${describePart(node.child, () => [], true)}`
    default: {
      const parts = node.children.map((child) => describePart(child, also, true))
      const joined = parts.join(node.kind === 'and' ? ' AND ' : ' OR ')
      return nested ? `(${joined})` : joined
    }
  }
}

/**
 * How a query was read, in one line: `execution (also executions) AND "human rights" AND NOT press · after 2019-01-01 · tag: letters`.
 * The words first, then the conditions on the document. `also` names the other forms that are found for a word. Empty for everything.
 */
export function describeQuery(node: QueryNode, also: Also): string {
  const parts = node.kind === 'and' ? node.children : [node]
  const words = parts.filter((part) => !isCondition(part))
  const conditions = parts.filter(isCondition)
  const sentence = words.map((part) => describePart(part, also, words.length > 1)).join(' AND ')
  return [sentence, ...conditions.map((part) => describePart(part, also, true))].filter((part) => part !== '').join(' · ')
}
