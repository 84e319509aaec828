import type { NearNode, TextNode, WordsNode } from '#shared/text/query-node'
import { wordShape } from '#shared/text/word-shape'
import { wordsOf } from '#shared/text/words-of'

export type TypedText = Readonly<{
  text: string
  quoted: boolean
  /** Of a quotation: its words in any order, with so many others between; null for a phrase. */
  slop: number | null
  /** True when the last word is only the beginning of one. */
  open: boolean
  column: 'title' | null
}>

/** What a quotation, or a word by itself, asks for. Empty when nothing of it can be searched. */
export function textNodes(typed: TypedText): readonly (TextNode | NearNode)[] {
  const { text, quoted, slop, column } = typed
  if (!quoted) return wordNodes(typed)
  if (slop === null) return wordsOf(text, { exact: true, column })
  const operands = wordsOf(text, { column }).map((node): WordsNode => ({ ...node, exact: true }))
  return operands.length < 2 ? operands : [{ kind: 'near', operands, distance: slop, text }]
}

function wordNodes({ text, open, column }: TypedText): readonly TextNode[] {
  const shape = wordShape(text)
  if (shape.kind === 'fuzzy') {
    if (shape.distance === 0) return wordsOf(shape.text, { exact: true, column })
    return [{ ...shape, column }]
  }
  if (shape.kind === 'wildcard') {
    const pattern = open && !shape.pattern.endsWith('*') ? `${shape.pattern}*` : shape.pattern
    return [{ ...shape, pattern, column }]
  }
  return wordsOf(text, { prefix: open || text.endsWith('*'), starred: text.endsWith('*'), column })
}
