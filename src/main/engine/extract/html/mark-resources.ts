import { addressesInSet } from '#engine/extract/html/attempts'
import { RESOURCE_ATTRIBUTE } from '#engine/extract/html/blocks-of-page'
import type { DomDocument } from '#engine/extract/html/dom'
import { localResourceKey } from '#engine/extract/html/local-resource'

/**
 * Gives each picture of a page the key of its saved resource: what `keyOf` makes of its address (a file beside the page, when nothing
 * else is said), or its place among the pictures embedded in the page.
 */
export function markResources(
  document: DomDocument,
  keyOf: (reference: string) => string | undefined = (reference) => localResourceKey(reference)
): void {
  let embedded = 0
  for (const image of document.querySelectorAll('img')) {
    const source = (image.getAttribute('src') ?? '').trim()
    const key = /^data:/i.test(source) ? `embedded:${embedded++}` : savedKey(source, image.getAttribute('srcset'), keyOf)
    if (key === undefined) continue
    image.setAttribute(RESOURCE_ATTRIBUTE, key)
    // A picture of megabytes in an attribute slows every look at that attribute.
    if (key.startsWith('embedded:')) image.setAttribute('src', key)
  }
}

/** Of several sizes the first that was saved. */
function savedKey(source: string, set: string | null, keyOf: (reference: string) => string | undefined): string | undefined {
  const key = keyOf(source)
  if (key !== undefined || set === null) return key
  return addressesInSet(set)
    .map(keyOf)
    .find((one) => one !== undefined)
}
