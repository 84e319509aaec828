import { htmlOfChapter } from '#engine/extract/epub/chapter-markup'
import type { Found } from '#engine/extract/found'
import { blocksOfPage, type RoleOf } from '#engine/extract/html/blocks-of-page'
import { eachElement } from '#engine/extract/html/each-element'
import { findExcess } from '#engine/extract/html/html-guard'
import { localResourceKey } from '#engine/extract/html/local-resource'
import { markResources } from '#engine/extract/html/mark-resources'
import { parsePage } from '#engine/extract/html/parse-page'
import { tooComplex } from '#engine/extract/html/simplified-page'
import { visibleText } from '#engine/extract/html/visible-text'
import { paragraphsOf } from '#engine/extract/text/text-paragraphs'
import type { Block } from '#shared/model/block'

/** A chapter that has been read. */
export type Chapter = Readonly<{
  blocks: readonly Block[]
  /** All visible text. */
  text: string
  direction: 'ltr' | 'rtl' | null
  language: string | null
  simplified: Found['simplified']
}>

const PLAIN = 'A chapter is shown as plain text, because it is too large or its elements are too many or nested too deep.'

/** Pictures that stand in drawings, as the covers of many books do; beyond these a drawing is no frame around a picture. */
const MOST_FRAMED = 20

/**
 * Reads a chapter in full; `has` tells which paths the book holds. Keys of pictures are paths inside the book, or
 * `<path of the chapter>#embedded:<n>` for those in its markup. Beyond the guard's limits: its text only.
 */
export function readChapter(xhtml: string, path: string, has: (path: string) => boolean): Chapter {
  const html = htmlOfChapter(xhtml.includes('\0') ? xhtml.replaceAll('\0', '') : xhtml)
  const text = visibleText(html)
  const excess = findExcess(html)
  if (excess) {
    const blocks = paragraphsOf(text).map((lines): Block => ({ kind: 'paragraph', text: lines.join('\n') }))
    return { blocks, text, direction: null, language: null, simplified: { ...tooComplex(excess), message: PLAIN } }
  }
  const keyOf = (reference: string): string | undefined => {
    const key = localResourceKey(reference, path)
    return key !== undefined && has(key) ? key : undefined
  }
  const document = parsePage(html)
  markResources(document, keyOf)
  const direction = ['html[dir]', 'body[dir]'].map((selector) =>
    document.querySelector(selector)?.getAttribute('dir')?.trim().toLowerCase()
  )
  const root = document.documentElement
  const blocks = document.body ? blocksOfPage(document.body, noteRole) : []
  return {
    blocks: [...framedPictures(html, keyOf), ...blocks.map((block) => withChapter(block, path))],
    text,
    direction: direction.find((value) => value === 'rtl' || value === 'ltr') ?? null,
    language: (root?.getAttribute('lang') ?? root?.getAttribute('xml:lang'))?.trim() || null,
    simplified: null
  }
}

const noteRole: RoleOf = (element) => {
  const type = element.getAttribute('epub:type') ?? element.getAttribute('role') ?? ''
  if (/(?:^|\s)(?:doc-)?footnotes?(?:\s|$)/.test(type)) return 'footnote'
  return /(?:^|\s)(?:doc-)?(?:end|rear)notes?(?:\s|$)/.test(type) ? 'endnote' : undefined
}

/** Drawings are not read; raster pictures that they frame are shown before the text. */
function framedPictures(html: string, keyOf: (reference: string) => string | undefined): Block[] {
  const keys = new Set<string>()
  if (!/<image[\s/]/i.test(html)) return []
  eachElement(html, {
    element(name, attributes) {
      if (name !== 'image') return true
      const key = keyOf(attributes.get('xlink:href') ?? attributes.get('href') ?? '')
      if (key !== undefined) keys.add(key)
      return keys.size < MOST_FRAMED
    }
  })
  return [...keys].map((resource) => ({ kind: 'image', text: '', resource }))
}

function withChapter(block: Block, path: string): Block {
  return block.resource?.startsWith('embedded:') ? { ...block, resource: `${path}#${block.resource}` } : block
}
