import type { Alternatives } from '#shared/text/alternatives'
import { isCompoundOf } from '#shared/text/compound'
import { indexText } from '#shared/text/index-text'
import { inflectedForms, inflectionPrefix } from '#shared/text/inflection'
import type { QueryNode, WordsNode } from '#shared/text/query-node'

/** What the engine adds to a word: its inflected forms, and the compounds that end with it, out of the terms of `text`. */
function alsoIn(text: string): (term: string) => readonly string[] {
  const vocabulary = indexText(text).split(' ')
  return (term) => {
    const prefix = inflectionPrefix(term)
    const range = prefix === null ? [] : vocabulary.filter((word) => word.startsWith(prefix))
    return [...inflectedForms(term, range), ...vocabulary.filter((word) => isCompoundOf(term, word))]
  }
}

/** The same as the matcher takes it. */
export function alternativesIn(text: string): Alternatives {
  const also = alsoIn(text)
  return (node) => {
    if (node.kind !== 'words' || node.exact || node.prefix) return []
    const [only, second] = node.terms
    return only === undefined || second !== undefined ? [] : also(only).map((form) => [form])
  }
}

function holdsWords(terms: readonly string[], node: WordsNode, also: Alternatives): boolean {
  return [node.terms, ...also(node)].some((wanted) =>
    terms.some((_, at) =>
      wanted.every((term, step) => {
        const found = terms[at + step] ?? ''
        return found === term || (node.prefix && step === wanted.length - 1 && found.startsWith(term))
      })
    )
  )
}

/** Whether a full-text index that holds `indexText(text)` in one column would answer `node` with it. */
export function isFound(text: string, node: QueryNode): boolean {
  const terms = indexText(text).split(' ')
  const holds = (part: QueryNode): boolean => {
    if (part.kind === 'words') return holdsWords(terms, part, alternativesIn(text))
    if (part.kind === 'and') return part.children.every(holds)
    if (part.kind === 'or') return part.children.some(holds)
    return part.kind === 'not' ? !holds(part.child) : true
  }
  return holds(node)
}
