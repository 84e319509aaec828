import type { NameNode, TextNode } from '#shared/text/query-node'

/**
 * What is found for a part of the query beside what was typed: runs of folded terms that stand next to each other. Of a word its other
 * forms and spellings, of a word with a tilde or wildcards the words that fit.
 */
export type Alternatives = (node: TextNode | NameNode) => readonly (readonly string[])[]

/** Everything as it was typed. */
export const NO_ALTERNATIVES: Alternatives = () => []
