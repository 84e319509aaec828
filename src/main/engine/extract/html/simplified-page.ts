import type { Excess } from '#engine/extract/html/html-guard'
import { savedFrom } from '#engine/extract/html/source-address'
import { visibleText } from '#engine/extract/html/visible-text'
import type { ProblemCode } from '#shared/model/document'

const EXCESSES: Readonly<Record<Excess, string>> = {
  depth: 'its elements are nested too deep',
  elements: 'it has too many elements',
  texts: 'it has too many pieces of text',
  attributesPerElement: 'an element has too many attributes',
  characters: 'it is too large'
}

/** Why a page is shown as plain text. */
export function tooComplex(excess: Excess): Readonly<{ code: ProblemCode; message: string }> {
  return { code: 'too-complex', message: `This page is shown as plain text, because ${EXCESSES[excess]}.` }
}

/** Title and address of a page as far as they can be read without a tree. */
export function factsInMarkup(html: string): Readonly<{ title: string | null; sourceUrl: string | null }> {
  const title = /<title[^>]{0,500}>([^<]{1,1000})/i.exec(html.slice(0, 100_000))?.[1]
  return { title: visibleText(title ?? '').replaceAll('\n', ' ') || null, sourceUrl: savedFrom(html) ?? null }
}
