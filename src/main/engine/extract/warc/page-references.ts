import { pageBase } from '#engine/extract/bundle/page-base'
import { addressesInSet } from '#engine/extract/html/attempts'
import { eachElement } from '#engine/extract/html/each-element'

/** Attributes by which elements show pictures, also those that scripts fill in later. */
const PICTURES = ['src', 'lowsrc', 'background', 'data-src', 'data-original', 'data-lazy-src', 'poster'] as const
const SETS = ['srcset', 'data-srcset'] as const
const LONGEST_STYLE = 5_000_000

/** The address as parts of web archives are known by: absolute, without its fragment; undefined for what is no address. */
export function captureKey(address: string, base: string | null): string | undefined {
  const text = address.trim()
  if (text === '' || text.length > 8000 || /^(?:data|javascript|about|blob):/i.test(text)) return undefined
  if (!URL.canParse(text, base ?? undefined)) return undefined
  const url = new URL(text, base ?? undefined)
  url.hash = ''
  return url.href
}

/** Keys of the pictures and style sheets that a page at `address` shows or might. Cost: linear, no tree is built. */
export function pageReferences(html: string, address: string): Set<string> {
  const base = pageBase(html, address)
  const found = new Set<string>()
  const add = (reference: string | undefined): void => {
    const key = reference === undefined ? undefined : captureKey(reference, base)
    if (key !== undefined) found.add(key)
  }
  const addStyle = (css: string): void => {
    for (const key of styleReferences(css, base)) found.add(key)
  }
  eachElement(html, {
    element(name, attributes) {
      if (name === 'link' && /stylesheet|icon/i.test(attributes.get('rel') ?? '')) add(attributes.get('href'))
      if (name === 'image') add(attributes.get('xlink:href') ?? attributes.get('href'))
      // A picture that a page frames is a document that it holds, not one that it shows.
      if (name !== 'iframe' && name !== 'frame' && name !== 'script')
        for (const attribute of PICTURES) add(attributes.get(attribute))
      for (const attribute of SETS) for (const one of addressesInSet(attributes.get(attribute) ?? '')) add(one)
      addStyle(attributes.get('style') ?? '')
    },
    style: addStyle
  })
  return found
}

/** Keys of what a style sheet names. */
export function styleReferences(css: string, base: string | null): Set<string> {
  const found = new Set<string>()
  for (const [, reference = ''] of css.slice(0, LONGEST_STYLE).matchAll(/(?:url\(\s*["']?|@import\s+["'])([^"')\s]{1,2000})/gi)) {
    const key = captureKey(reference, base)
    if (key !== undefined) found.add(key)
  }
  return found
}
