import { isVoidElement } from '#engine/extract/html/html-elements'
import { ElementNode, type ParentNode, TextNode } from '#engine/extract/tree/page-tree'

/** What these hold is written as it is: it is read so too. */
const RAW = new Set(['script', 'style', 'xmp', 'iframe', 'noembed', 'noframes', 'plaintext', 'noscript'])

/** The markup inside a node, which reads back into the same tree; comments are left out. */
export function markupOf(node: ParentNode): string {
  const isRaw = node instanceof ElementNode && RAW.has(node.localName)
  let markup = ''
  for (let child = node.firstChild; child; child = child.nextSibling) {
    if (child instanceof ElementNode) markup += elementMarkup(child)
    else if (child instanceof TextNode) markup += isRaw ? child.nodeValue : escapedText(child.nodeValue)
  }
  return markup
}

function elementMarkup(element: ElementNode): string {
  let attributes = ''
  for (const [name, value] of element.attributeValues)
    attributes += value === '' ? ` ${name}` : ` ${name}="${escapedValue(value)}"`
  const open = `<${element.localName}${attributes}>`
  return isVoidElement(element.localName) ? open : `${open}${markupOf(element)}</${element.localName}>`
}

function escapedText(text: string): string {
  return /[<>&\u00a0]/.test(text)
    ? text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('\u00a0', '&#160;')
    : text
}

function escapedValue(value: string): string {
  return /["<>&]/.test(value)
    ? value.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
    : value
}
