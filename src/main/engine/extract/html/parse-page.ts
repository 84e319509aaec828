import { DocumentNode, ElementNode, TextNode, type TreeNode } from '#engine/extract/tree/page-tree'
import { parseInto } from '#engine/extract/tree/parse-tree'

const HEAD_ELEMENTS = new Set(['title', 'meta', 'link', 'style', 'script', 'base', 'template', 'noscript'])

/**
 * A tree of a page, with one head and one body whatever the page has. Call only for pages within the guard's limits. Nothing in it
 * runs and nothing is loaded.
 */
export function parsePage(html: string): DocumentNode {
  const document = treeOf(html)
  const root = document.documentElement
  return root !== null && isWellFormed(document, root) ? document : repaired(document)
}

function treeOf(html: string): DocumentNode {
  const document = new DocumentNode()
  parseInto(document, document, html)
  return document
}

/** The parser adds no missing head and body, and leaves text where it found it. */
function isWellFormed(document: DocumentNode, root: ElementNode): boolean {
  if (root.localName !== 'html') return false
  for (const node of document.childNodes) if (node !== root && hasContent(node)) return false
  const parts = root.childNodes.filter(hasContent)
  const body = parts.at(-1)
  if (!body || !isNamed(body, 'body') || parts.length > 2) return false
  const head = parts[0]
  if (!head || head === body) return true
  return isNamed(head, 'head') && head.childNodes.filter(hasContent).every(belongsInHead)
}

function repaired(broken: DocumentNode): DocumentNode {
  const document = treeOf('<html><head></head><body></body></html>')
  const { documentElement: html, head, body } = document
  if (!html || !head || !body) throw new Error('The parser did not build a document')
  let inBody = false
  const place = (node: TreeNode): void => {
    if (!hasContent(node)) return
    if (node instanceof ElementNode && isContainer(node)) {
      if (node.localName === 'html') copyLanguage(node, html)
      if (node.localName === 'body') inBody = true
      for (const child of node.childNodes) place(child)
    } else if (!inBody && belongsInHead(node)) {
      head.appendChild(node)
    } else {
      inBody = true
      body.appendChild(node)
    }
  }
  for (const node of broken.childNodes) place(node)
  return document
}

function copyLanguage(from: ElementNode, to: ElementNode): void {
  for (const name of ['lang', 'dir', 'xml:lang']) {
    const value = from.getAttribute(name)
    if (value !== null) to.setAttribute(name, value)
  }
}

function isContainer(element: ElementNode): boolean {
  return element.localName === 'html' || element.localName === 'head' || element.localName === 'body'
}

function isNamed(node: TreeNode, name: string): boolean {
  return node instanceof ElementNode && node.localName === name
}

function belongsInHead(node: TreeNode): boolean {
  return node instanceof ElementNode && HEAD_ELEMENTS.has(node.localName)
}

function hasContent(node: TreeNode): boolean {
  return node instanceof ElementNode || (node instanceof TextNode && node.nodeValue.trim() !== '')
}
