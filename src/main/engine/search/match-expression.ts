import type { Forms } from '#engine/search/expand'
import type { QueryNode, WordsNode } from '#shared/text/query-node'

/**
 * The FTS5 expression for a part of a query that is words only, or null when FTS5 can not say it (a filter, or nothing but exclusions).
 *
 * Every term is quoted, so nothing a person types is ever FTS5 syntax.
 */
export function matchExpression(node: QueryNode, forms: Forms): string | null {
  if (node.kind === 'words') return words(node, forms)
  if (node.kind === 'or') {
    const children = node.children.map((child) => matchExpression(child, forms))
    return children.includes(null) ? null : `(${children.join(' OR ')})`
  }
  if (node.kind === 'and') return conjunction(node.children, forms)
  return null
}

/** Every term as it was typed. */
export const NO_FORMS: Forms = () => []

function conjunction(children: readonly QueryNode[], forms: Forms): string | null {
  const wanted: string[] = []
  const unwanted: string[] = []
  for (const child of children) {
    // Leaving a word out leaves out that word only: a form that was not typed must not hide a document.
    const expression = child.kind === 'not' ? matchExpression(child.child, NO_FORMS) : matchExpression(child, forms)
    if (expression === null) return null
    if (child.kind === 'not') unwanted.push(expression)
    else wanted.push(expression)
  }
  if (wanted.length === 0) return null
  return unwanted.reduce((whole, expression) => `(${whole} NOT ${expression})`, `(${wanted.join(' AND ')})`)
}

function words(node: WordsNode, forms: Forms): string {
  const phrases = [`${quote(node.terms)}${node.prefix ? ' *' : ''}`, ...formsOf(node, forms).map((form) => quote([form]))]
  const either = phrases.length === 1 ? (phrases[0] ?? '') : `(${phrases.join(' OR ')})`
  return node.column === null ? either : `(${node.column} : ${either})`
}

const quote = (terms: readonly string[]): string => `"${terms.join(' ').replaceAll('"', '""')}"`

/** Other forms that a words node also finds: none for phrases, quoted words and beginnings of words. */
export function formsOf(node: WordsNode, forms: Forms): readonly string[] {
  const [term, ...more] = node.terms
  return term === undefined || more.length > 0 || node.exact || node.prefix ? [] : forms(term)
}
