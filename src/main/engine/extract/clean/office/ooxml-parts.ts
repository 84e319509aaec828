import { partKey, relationshipsPart, resolveTarget } from '#engine/extract/ooxml/part-name'

/** What a part says of another: as written, and where it leads. */
export type Link = Readonly<{ type: string; target: string; isExternal: boolean }>

/** Kinds of parts that say who made the document, when, with what and where; the document is whole without them. */
const TELLING: ReadonlySet<string> = new Set([
  'core-properties',
  'extended-properties',
  'custom-properties',
  'metadata',
  'thumbnail',
  'printerSettings',
  'attachedTemplate',
  'mailMergeSource',
  'customXml',
  'customXmlProps',
  'classificationlabels',
  'origin',
  'signature',
  'revisionInfo',
  'revisionHeaders',
  'usernames',
  'people'
])

/** Whether the part that a link of this type leads to is left out. */
export const isTelling = (type: string): boolean => TELLING.has(type.slice(type.lastIndexOf('/') + 1))

/**
 * The parts that stay: those that the package leads to, link by link, but for the telling ones. What nothing leads to is left out.
 * `linksOf` gives the links of a part, of the package itself for the empty name. Cost: each part once.
 */
export function keptParts(names: readonly string[], linksOf: (part: string) => readonly Link[]): ReadonlySet<string> {
  const byKey = new Map(names.map((name) => [partKey(name), name]))
  const kept = new Set<string>()
  const waiting = ['']
  for (let part = waiting.pop(); part !== undefined; part = waiting.pop()) {
    for (const { type, target, isExternal } of linksOf(part)) {
      if (isExternal || isTelling(type)) continue
      const found = byKey.get(partKey(resolveTarget(part, target)))
      if (found === undefined || kept.has(found)) continue
      kept.add(found)
      waiting.push(found)
    }
  }
  for (const part of ['', ...kept]) {
    const links = byKey.get(partKey(relationshipsPart(part)))
    if (links !== undefined) kept.add(links)
  }
  const types = byKey.get(partKey('[Content_Types].xml'))
  if (types !== undefined) kept.add(types)
  return kept
}
