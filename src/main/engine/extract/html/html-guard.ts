import { Tokenizer } from 'htmlparser2'
import { closedByOpening, isVoidElement } from '#engine/extract/html/html-elements'

/** Beyond these, building a tree takes time and memory out of all proportion: real pages keep far below (deepest of 130: 38 levels). */
export const HTML_LIMITS = {
  depth: 512,
  elements: 200_000,
  attributesPerElement: 256,
  /** Pieces of text: the tokenizer cuts it at each `<` that starts nothing. */
  texts: 500_000,
  /** Without embedded pictures. */
  characters: 10 * 1024 * 1024
} as const

/** An attribute longer than this holds a picture, which costs a tree nothing. */
const EMBEDDED = 4096

/** What makes a page too much to build a tree of. */
export type Excess = keyof typeof HTML_LIMITS

/**
 * Looks for excess before any tree is built, with the tokenizer alone: about 100 MB a second, and no slower on hostile input, because
 * it stops at the first excess. Undefined when the page keeps within all limits.
 */
export function findExcess(html: string): Excess | undefined {
  let excess: Excess | undefined
  const open: string[] = []
  let elements = 0
  let attributes = 0
  let texts = 0
  let embedded = 0
  let name = ''
  const found = (what: Excess): void => {
    excess ??= what
    tokenizer.pause()
  }
  const opened = (): void => {
    if (isVoidElement(name)) return
    const closed = closedByOpening(name)
    while (closed.has(open.at(-1) ?? '')) open.pop()
    if (open.push(name) > HTML_LIMITS.depth) found('depth')
  }
  const tokenizer = new Tokenizer(
    { decodeEntities: false },
    {
      onopentagname(start, end) {
        attributes = 0
        name = html.slice(start, Math.min(end, start + 40)).toLowerCase()
        if (++elements > HTML_LIMITS.elements) found('elements')
      },
      onattribname() {
        if (++attributes > HTML_LIMITS.attributesPerElement) found('attributesPerElement')
      },
      onopentagend: opened,
      onselfclosingtag: opened,
      // As the tree builder: an end tag closes everything down to its start tag, and nothing without one.
      onclosetag(start, end) {
        const at = open.lastIndexOf(html.slice(start, Math.min(end, start + 40)).toLowerCase())
        if (at >= 0) open.length = at
      },
      onattribdata(start, end) {
        if (end - start > EMBEDDED) embedded += end - start
      },
      onattribentity() {},
      onattribend() {},
      oncdata() {},
      oncomment() {},
      ondeclaration() {},
      onend() {},
      onprocessinginstruction() {},
      ontext() {
        if (++texts > HTML_LIMITS.texts) found('texts')
      },
      ontextentity() {}
    }
  )
  tokenizer.write(html)
  return excess ?? (html.length - embedded > HTML_LIMITS.characters ? 'characters' : undefined)
}
