import type { Found } from '#engine/extract/found'
import { blocksOfPage } from '#engine/extract/html/blocks-of-page'
import { findExcess } from '#engine/extract/html/html-guard'
import { markResources } from '#engine/extract/html/mark-resources'
import { parsePage } from '#engine/extract/html/parse-page'
import { tooComplex } from '#engine/extract/html/simplified-page'
import { visibleText } from '#engine/extract/html/visible-text'
import { paragraphsOf } from '#engine/extract/text/text-paragraphs'
import type { Block } from '#shared/model/block'

/** A body in HTML, read in full: a message has no menus around its content. */
export type HtmlBody = Readonly<{
  blocks: readonly Block[]
  /** All visible text. */
  text: string
  direction: 'ltr' | 'rtl' | null
  language: string | null
  simplified: Found['simplified']
}>

/** Reads an HTML body; `keyOf` gives the key of the part that a picture's address names. Beyond the guard's limits: its text only. */
export function readHtmlBody(html: string, keyOf: (reference: string) => string | undefined): HtmlBody {
  const text = visibleText(html)
  const excess = findExcess(html)
  if (excess) {
    const blocks = paragraphsOf(text).map((lines): Block => ({ kind: 'paragraph', text: lines.join('\n') }))
    return { blocks, text, direction: null, language: null, simplified: tooComplex(excess) }
  }
  const document = parsePage(html)
  markResources(document, keyOf)
  const body = document.body
  const declared = ['html[dir]', 'body[dir]', 'body > div[dir]'].map((selector) =>
    document.querySelector(selector)?.getAttribute('dir')?.trim().toLowerCase()
  )
  return {
    blocks: body ? blocksOfPage(body) : [],
    text,
    direction: declared.find((value) => value === 'rtl' || value === 'ltr') ?? null,
    language: document.querySelector('html[lang]')?.getAttribute('lang')?.trim() || null,
    simplified: null
  }
}
