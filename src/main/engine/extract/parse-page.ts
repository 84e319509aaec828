import { parseHTML } from 'linkedom'
import { childrenOf, type DomDocument, type DomElement, type DomNode, isElement, isText } from '#engine/extract/dom'

const HEAD_ELEMENTS = new Set(['title', 'meta', 'link', 'style', 'script', 'base', 'template', 'noscript'])

/**
 * A tree of a page, with one head and one body whatever the page has. Call only for pages within the guard's limits. Nothing in it
 * runs and nothing is loaded.
 */
export function parsePage(html: string): DomDocument {
  const document: DomDocument = parseHTML(html).document
  const root = document.documentElement
  return root !== null && isWellFormed(document, root) ? document : repaired(document)
}

/** The tree library adds no missing head and body, and leaves text where it found it. */
function isWellFormed(document: DomDocument, root: DomElement): boolean {
  if (root.localName !== 'html') return false
  for (const node of childrenOf(document)) if (node !== root && hasContent(node)) return false
  const parts = [...childrenOf(root)].filter(hasContent)
  const body = parts.at(-1)
  if (!body || !isNamed(body, 'body') || parts.length > 2) return false
  const head = parts[0]
  if (!head || head === body) return true
  return isNamed(head, 'head') && [...childrenOf(head)].filter(hasContent).every(belongsInHead)
}

function repaired(broken: DomDocument): DomDocument {
  const document: DomDocument = parseHTML('<!doctype html><html><head></head><body></body></html>').document
  const html = document.querySelector('html')
  const head = document.querySelector('head')
  const body = document.querySelector('body')
  if (!html || !head || !body) throw new Error('The tree library did not build a document')
  let inBody = false
  const place = (node: DomNode): void => {
    if (!hasContent(node)) return
    if (isElement(node) && isContainer(node)) {
      if (node.localName === 'html') copyLanguage(node, html)
      if (node.localName === 'body') inBody = true
      for (const child of [...childrenOf(node)]) place(child)
    } else if (!inBody && belongsInHead(node)) {
      head.appendChild(node)
    } else {
      inBody = true
      body.appendChild(node)
    }
  }
  for (const node of [...childrenOf(broken)]) place(node)
  return document
}

function copyLanguage(from: DomElement, to: DomElement): void {
  for (const name of ['lang', 'dir', 'xml:lang']) {
    const value = from.getAttribute(name)
    if (value !== null) to.setAttribute(name, value)
  }
}

function isContainer(element: DomElement): boolean {
  return element.localName === 'html' || element.localName === 'head' || element.localName === 'body'
}

function isNamed(node: DomNode, name: string): boolean {
  return isElement(node) && node.localName === name
}

function belongsInHead(node: DomNode): boolean {
  return isElement(node) && HEAD_ELEMENTS.has(node.localName)
}

function hasContent(node: DomNode): boolean {
  return isElement(node) || (isText(node) && (node.nodeValue ?? '').trim() !== '')
}
