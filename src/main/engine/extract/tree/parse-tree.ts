import { Parser } from 'htmlparser2'
import { CommentNode, type DocumentNode, ElementNode, type ParentNode, TextNode } from '#engine/extract/tree/page-tree'

/**
 * No element has its parent deeper: those that would become children of the last one that may have any. (Chromium does the same at 512; here
 * more real pages keep their tables.) Pages without end tags nest without end, `<p>` and `<li>` in turn, say, and who goes down a tree by
 * calling itself must come to its bottom: Node's usual stack ends between 8,000 and 12,000 levels.
 */
export const TREE_DEPTH = 2048

/** Reads markup into a node, as its last children. Never throws: what is not closed ends with the markup. Texts keep their order. */
export function parseInto(root: ParentNode, document: DocumentNode, markup: string): void {
  const open: ParentNode[] = [root]
  let top = root
  /** Below the deepest parent, an element that another one follows already can take no more text: it would come before that one's. */
  const forText = (): ParentNode => {
    const deepest = open[TREE_DEPTH]
    return deepest === undefined || top === deepest || deepest.lastChild === top ? top : deepest
  }
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        const parent = open[TREE_DEPTH] ?? top
        top = parent.appendChild(new ElementNode(document, name, new Map(Object.entries(attributes))))
        open.push(top)
      },
      ontext(text) {
        forText().appendChild(new TextNode(document, text))
      },
      oncomment(data) {
        forText().appendChild(new CommentNode(document, data))
      },
      onclosetag() {
        if (open.length > 1) open.pop()
        top = open.at(-1) ?? root
      }
    },
    { lowerCaseAttributeNames: true, decodeEntities: true }
  )
  parser.write(markup)
  parser.end()
}
