import type { BookContent } from '#engine/extract/epub/book'
import { htmlOfChapter } from '#engine/extract/epub/chapter-markup'
import { childrenOf, type DomElement, type DomNode, isElement } from '#engine/extract/html/dom'
import { findExcess } from '#engine/extract/html/html-guard'
import { localResourceKey } from '#engine/extract/html/local-resource'
import { parsePage } from '#engine/extract/html/parse-page'
import { readXml } from '#engine/extract/xml/read-xml'

const MOST = 20_000
const LONGEST = 1000

/** The table of contents of EPUB 3: the list in the `toc` navigation of an XHTML file. Empty when there is none that can be read. */
export function readNavigation(xhtml: string, path: string): BookContent[] {
  const html = htmlOfChapter(xhtml)
  if (findExcess(html)) return []
  const document = parsePage(html)
  const navigations = [...document.querySelectorAll('nav')]
  const isToc = (nav: DomElement): boolean => /(?:^|\s)(?:doc-)?toc(?:\s|$)/.test(typeOf(nav))
  const toc = navigations.find(isToc) ?? navigations.find((nav) => typeOf(nav) === '')
  const found: BookContent[] = []
  // Recursion is bounded by the guard.
  const walk = (node: DomNode, depth: number): void => {
    for (const child of childrenOf(node)) {
      if (!isElement(child) || found.length >= MOST) continue
      if (child.localName === 'a') push(found, child.getAttribute('href') ?? '', child.textContent ?? '', depth, path)
      else walk(child, child.localName === 'ol' || child.localName === 'ul' ? depth + 1 : depth)
    }
  }
  if (toc) walk(toc, 0)
  return found
}

const typeOf = (element: DomElement): string =>
  `${element.getAttribute('epub:type') ?? ''} ${element.getAttribute('role') ?? ''}`.trim()

/** The table of contents of EPUB 2 (NCX). Throws `XmlFault` as `readXml`. */
export function readNcx(bytes: Uint8Array, path: string): BookContent[] {
  const found: BookContent[] = []
  const open: { title: string; isTold: boolean }[] = []
  let isInMap = false
  let isLabel = false
  readXml(bytes, {
    open: (name, attributes) => {
      const local = name.slice(name.lastIndexOf(':') + 1)
      const point = open.at(-1)
      if (local === 'navMap') isInMap = true
      else if (local === 'navPoint') open.push({ title: '', isTold: false })
      else if (local === 'text') isLabel = isInMap
      else if (local === 'content' && point && !point.isTold && found.length < MOST) {
        point.isTold = true
        push(found, attributes.src ?? '', point.title, open.length, path)
      }
    },
    close: (name) => {
      const local = name.slice(name.lastIndexOf(':') + 1)
      if (local === 'navMap') isInMap = false
      else if (local === 'text') isLabel = false
      else if (local === 'navPoint') open.pop()
    },
    text: (text) => {
      const point = open.at(-1)
      if (isLabel && point && point.title.length < LONGEST) point.title += text
    }
  })
  return found
}

function push(found: BookContent[], href: string, label: string, depth: number, from: string): void {
  const path = localResourceKey(href, from)
  const title = label.replace(/\s+/g, ' ').trim().slice(0, LONGEST)
  if (path !== undefined && title !== '') found.push({ path, title, depth: Math.max(depth, 1) })
}
