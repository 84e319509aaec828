import type { Package } from '#engine/extract/ooxml/open-package'

const MOST = 200
const LONGEST = 500

/**
 * Addresses that a program would load on opening the file: pictures, templates, frames. Links, which wait to be followed, are none.
 */
export function remoteTargets(opened: Package): string[] {
  const targets = new Set<string>()
  for (const name of opened.names()) {
    const match = /^(.*?)_rels\/([^/]+)\.rels$/i.exec(name)
    if (!match) continue
    for (const { type, target, isExternal } of opened.relationships(`${match[1]}${match[2]}`).values()) {
      if (isExternal && type !== 'hyperlink' && /^(?:https?|ftp|file|smb):|^[\\/]{2}/i.test(target))
        targets.add(target.slice(0, LONGEST))
      if (targets.size >= MOST) return [...targets]
    }
  }
  return [...targets]
}
