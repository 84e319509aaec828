import type { DomDocument } from '#engine/extract/html/dom'

/** What a page's meta elements say, by lower-case name; several contents of one name in document order, empty ones left out. */
export type MetaElements = ReadonlyMap<string, readonly string[]>

/** Longer contents are not metadata. */
const LONGEST = 2000

/** Collects `meta` elements by their `name`, `property`, `itemprop` or `http-equiv`. */
export function metaElements(document: DomDocument): MetaElements {
  const found = new Map<string, string[]>()
  for (const meta of document.querySelectorAll('meta')) {
    const content = (meta.getAttribute('content') ?? '').trim()
    if (content === '' || content.length > LONGEST) continue
    for (const attribute of ['name', 'property', 'itemprop', 'http-equiv']) {
      const name = meta.getAttribute(attribute)?.trim().toLowerCase()
      if (!name) continue
      const contents = found.get(name)
      if (contents) contents.push(content)
      else found.set(name, [content])
    }
  }
  return found
}

/** The first content of the first of these names that has one. */
export function firstOf(meta: MetaElements, names: readonly string[]): string | undefined {
  for (const name of names) {
    const content = meta.get(name)?.[0]
    if (content !== undefined) return content
  }
  return undefined
}
