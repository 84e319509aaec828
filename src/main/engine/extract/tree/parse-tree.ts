import { Parser } from 'htmlparser2'
import { CommentNode, type DocumentNode, ElementNode, type ParentNode, TextNode } from '#engine/extract/tree/page-tree'

/** Reads markup into a node, as its last children. Never throws: what is not closed ends with the markup. */
export function parseInto(root: ParentNode, document: DocumentNode, markup: string): void {
  let node = root
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        node = node.appendChild(new ElementNode(document, name, new Map(Object.entries(attributes))))
      },
      ontext(text) {
        node.appendChild(new TextNode(document, text))
      },
      oncomment(data) {
        node.appendChild(new CommentNode(document, data))
      },
      onclosetag() {
        node = node.parentNode ?? root
      }
    },
    { lowerCaseAttributeNames: true, decodeEntities: true }
  )
  parser.write(markup)
  parser.end()
}
