/**
 * A tree of a page, with as much of the DOM as reading it asks for: what `dom.ts` lists, and what Readability uses besides.
 *
 * It is made for Readability's way of working, which asks for the text of the same elements again and again between small changes: each
 * element keeps its text until something below it changes, elements are found by tag without a selector engine, and no node knows
 * anything of events, styles or scripts. Measured on 540 real pages against linkedom: a third of the time for the same result
 * (docs/decisions/0010).
 */

import { markupOf } from '#engine/extract/tree/markup'
import { parseInto } from '#engine/extract/tree/parse-tree'
import { select, selectAll } from '#engine/extract/tree/select'
import { type Style, styleOf } from '#engine/extract/tree/style'

const ELEMENT = 1
const TEXT = 3
const COMMENT = 8
const DOCUMENT = 9

/** Anything in the tree. Links to parent and siblings are kept by the methods of `ParentNode`. */
export abstract class TreeNode {
  abstract readonly nodeType: number
  abstract readonly nodeName: string
  abstract textContent: string
  readonly ownerDocument: DocumentNode | null
  parentNode: ParentNode | null = null
  nextSibling: TreeNode | null = null
  previousSibling: TreeNode | null = null
  readonly firstChild: TreeNode | null = null

  constructor(document: DocumentNode | null) {
    this.ownerDocument = document
  }

  get nodeValue(): string | null {
    return null
  }

  get childNodes(): readonly TreeNode[] {
    return NO_NODES
  }

  get parentElement(): ElementNode | null {
    return this.parentNode instanceof ElementNode ? this.parentNode : null
  }

  get nextElementSibling(): ElementNode | null {
    let next = this.nextSibling
    while (next && !(next instanceof ElementNode)) next = next.nextSibling
    return next
  }

  get previousElementSibling(): ElementNode | null {
    let previous = this.previousSibling
    while (previous && !(previous instanceof ElementNode)) previous = previous.previousSibling
    return previous
  }

  remove(): void {
    this.parentNode?.removeChild(this)
  }
}

const NO_NODES: readonly TreeNode[] = []

/** A run of text, or a CDATA section, which is text too. */
export class TextNode extends TreeNode {
  readonly nodeType = TEXT
  readonly nodeName = '#text'
  #data: string

  constructor(document: DocumentNode, data: string) {
    super(document)
    this.#data = data
  }

  override get nodeValue(): string {
    return this.#data
  }

  get textContent(): string {
    return this.#data
  }

  set textContent(data: string) {
    this.#data = data
    this.parentNode?.changed()
  }
}

/** A comment; it has no part in any text. */
export class CommentNode extends TreeNode {
  readonly nodeType = COMMENT
  readonly nodeName = '#comment'
  textContent: string

  constructor(document: DocumentNode, data: string) {
    super(document)
    this.textContent = data
  }

  override get nodeValue(): string {
    return this.textContent
  }
}

/** A node with children: an element or the document. */
export abstract class ParentNode extends TreeNode {
  override firstChild: TreeNode | null = null
  lastChild: TreeNode | null = null
  #text: string | undefined
  #childNodes: readonly TreeNode[] | undefined
  #children: readonly ElementNode[] | undefined

  /** Joined from what the children keep; strings are shared, so asking for it on every level costs the nodes, not the letters. */
  get textContent(): string {
    if (this.#text === undefined) {
      let text = ''
      for (let child = this.firstChild; child; child = child.nextSibling) {
        if (!(child instanceof CommentNode)) text += child.textContent
      }
      this.#text = text
    }
    return this.#text
  }

  set textContent(text: string) {
    while (this.firstChild) this.removeChild(this.firstChild)
    if (text !== '' && this.ownerDocument) this.appendChild(new TextNode(this.ownerDocument, text))
  }

  override get childNodes(): readonly TreeNode[] {
    if (this.#childNodes === undefined) {
      const nodes: TreeNode[] = []
      for (let child = this.firstChild; child; child = child.nextSibling) nodes.push(child)
      this.#childNodes = nodes
    }
    return this.#childNodes
  }

  get children(): readonly ElementNode[] {
    this.#children ??= this.childNodes.filter((node) => node instanceof ElementNode)
    return this.#children
  }

  get firstElementChild(): ElementNode | null {
    let child = this.firstChild
    while (child && !(child instanceof ElementNode)) child = child.nextSibling
    return child
  }

  /** Forgets what was kept of this node, and the text kept above it. */
  changed(): void {
    this.#childNodes = undefined
    this.#children = undefined
    let node: ParentNode | null = this
    // Subtle: a node that has no text kept has none kept above it either, since theirs was joined from its own.
    while (node && node.#text !== undefined) {
      node.#text = undefined
      node = node.parentNode
    }
  }

  appendChild<T extends TreeNode>(node: T): T {
    return this.insertBefore(node, null)
  }

  /** `reference` is a child of this node, or null for the end. A node that stands elsewhere is taken from there. */
  insertBefore<T extends TreeNode>(node: T, reference: TreeNode | null): T {
    node.parentNode?.removeChild(node)
    const before = reference ? reference.previousSibling : this.lastChild
    node.parentNode = this
    node.previousSibling = before
    node.nextSibling = reference
    if (before) before.nextSibling = node
    else this.firstChild = node
    if (reference) reference.previousSibling = node
    else this.lastChild = node
    this.changed()
    return node
  }

  removeChild<T extends TreeNode>(node: T): T {
    const { previousSibling, nextSibling } = node
    if (previousSibling) previousSibling.nextSibling = nextSibling
    else this.firstChild = nextSibling
    if (nextSibling) nextSibling.previousSibling = previousSibling
    else this.lastChild = previousSibling
    node.parentNode = null
    node.previousSibling = null
    node.nextSibling = null
    this.changed()
    return node
  }

  /** Answers with the node that was replaced. */
  replaceChild<T extends TreeNode>(node: TreeNode, old: T): T {
    if (node === old) return old
    this.insertBefore(node, old)
    return this.removeChild(old)
  }

  /** Elements below with this tag, in document order; `*` for all. */
  getElementsByTagName(name: string): ElementNode[] {
    return name === '*' ? selectAll(this, undefined) : selectAll(this, new Set([name.toUpperCase()]))
  }

  /** Elements below that match, in document order. Cost: one walk for lists of tags, a selector engine for the rest. */
  querySelectorAll(selector: string): ElementNode[] {
    return select(this, selector, Number.POSITIVE_INFINITY)
  }

  querySelector(selector: string): ElementNode | null {
    return select(this, selector, 1)[0] ?? null
  }
}

/** An attribute as Readability copies it from one element to another. */
type Attribute = Readonly<{ name: string; value: string; cloneNode: () => Attribute }>

function attribute(name: string, value: string): Attribute {
  return { name, value, cloneNode: () => attribute(name, value) }
}

/** An element. Attribute names are in lower case. */
export class ElementNode extends ParentNode {
  readonly nodeType = ELEMENT
  readonly localName: string
  /** In capitals, as HTML has it. */
  readonly tagName: string
  readonly attributeValues: Map<string, string>

  constructor(document: DocumentNode, name: string, attributes: Map<string, string>) {
    super(document)
    this.localName = name
    this.tagName = upperCase(name)
    this.attributeValues = attributes
  }

  get nodeName(): string {
    return this.tagName
  }

  get attributes(): readonly Attribute[] {
    return Array.from(this.attributeValues, ([name, value]) => attribute(name, value))
  }

  getAttribute(name: string): string | null {
    return this.attributeValues.get(name) ?? null
  }

  hasAttribute(name: string): boolean {
    return this.attributeValues.has(name)
  }

  setAttribute(name: string, value: string): void {
    this.attributeValues.set(name, String(value))
  }

  setAttributeNode({ name, value }: Attribute): void {
    this.attributeValues.set(name, value)
  }

  removeAttribute(name: string): void {
    this.attributeValues.delete(name)
  }

  get id(): string {
    return this.attributeValues.get('id') ?? ''
  }

  set id(id: string) {
    this.attributeValues.set('id', id)
  }

  get className(): string {
    return this.attributeValues.get('class') ?? ''
  }

  set className(names: string) {
    this.attributeValues.set('class', names)
  }

  /** Of the attribute only; style sheets are not looked at. */
  get style(): Style {
    return styleOf(this.attributeValues.get('style'))
  }

  get innerHTML(): string {
    return markupOf(this)
  }

  set innerHTML(markup: string) {
    while (this.firstChild) this.removeChild(this.firstChild)
    if (this.ownerDocument) parseInto(this, this.ownerDocument, markup)
  }
}

/** The whole page. */
export class DocumentNode extends ParentNode {
  readonly nodeType = DOCUMENT
  readonly nodeName = '#document'

  /** No address: with one, Readability would write every link anew, and links stay as the page has them. */
  readonly baseURI = null
  readonly documentURI = null

  constructor() {
    super(null)
  }

  get documentElement(): ElementNode | null {
    return this.firstElementChild
  }

  get body(): ElementNode | null {
    return this.documentElement?.children.find((child) => child.localName === 'body') ?? null
  }

  get head(): ElementNode | null {
    return this.documentElement?.children.find((child) => child.localName === 'head') ?? null
  }

  get title(): string {
    return this.querySelector('title')?.textContent ?? ''
  }

  createElement(name: string): ElementNode {
    return new ElementNode(this, name.toLowerCase(), new Map())
  }

  createTextNode(data: string): TextNode {
    return new TextNode(this, data)
  }
}

/** The few hundred names of elements there are, each turned once. */
const capitals = new Map<string, string>()

function upperCase(name: string): string {
  let upper = capitals.get(name)
  if (upper === undefined) {
    upper = name.toUpperCase()
    if (capitals.size < 1000) capitals.set(name, upper)
  }
  return upper
}
