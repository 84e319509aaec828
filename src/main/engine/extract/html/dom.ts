/**
 * The little of the DOM that reading a page needs; `tree/page-tree.ts` keeps it.
 */
export type DomNode = {
  readonly nodeType: number
  readonly nodeValue: string | null
  textContent: string | null
  readonly firstChild: DomNode | null
  readonly nextSibling: DomNode | null
  readonly childNodes: Iterable<DomNode>
}

/** What readers of pages ask of an element; names in lower case. */
export type DomElement = DomNode & {
  readonly localName: string
  getAttribute(name: string): string | null
  setAttribute(name: string, value: string): void
  appendChild(node: DomNode): unknown
  querySelector(selector: string): DomElement | null
  querySelectorAll(selector: string): Iterable<DomElement>
}

/** A parsed page. `documentElement` and `body` are null in an empty one. */
export type DomDocument = DomNode & {
  readonly documentElement: DomElement | null
  readonly body: DomElement | null
  querySelector(selector: string): DomElement | null
  querySelectorAll(selector: string): Iterable<DomElement>
}

const ELEMENT = 1
const TEXT = 3
const CDATA = 4

/** Whether a node is an element. */
export function isElement(node: DomNode): node is DomElement {
  return node.nodeType === ELEMENT
}

/** Whether a node is text, CDATA sections included. */
export function isText(node: DomNode): boolean {
  return node.nodeType === TEXT || node.nodeType === CDATA
}

/** The children of a node, in order. Do not change the tree meanwhile. */
export function* childrenOf(node: DomNode): Generator<DomNode> {
  for (let child = node.firstChild; child !== null; child = child.nextSibling) yield child
}
