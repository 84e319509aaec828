import type { FolderId } from '#shared/model/ids'
import type { FolderNode } from '#shared/model/importing'

/** The folders as trees, ready to draw level by level. */
export type FolderForest = Readonly<{
  roots: readonly FolderNode[]
  childrenOf: (id: FolderId) => readonly FolderNode[]
  /** The folders around this one, outermost first. */
  ancestorsOf: (id: FolderId) => readonly FolderId[]
}>

/** Arranges a flat list of folders. A folder whose parent is not in the list stands among the roots. Cost: n log n, by name. */
export function folderForest(folders: readonly FolderNode[], locale: string): FolderForest {
  const byId = new Map(folders.map((folder) => [folder.id, folder]))
  const children = new Map<FolderId | null, FolderNode[]>()
  for (const folder of folders) {
    const parent = folder.parentId !== null && byId.has(folder.parentId) ? folder.parentId : null
    const siblings = children.get(parent)
    if (siblings === undefined) children.set(parent, [folder])
    else siblings.push(folder)
  }
  const collator = new Intl.Collator(locale, { numeric: true })
  for (const siblings of children.values()) siblings.sort((a, b) => collator.compare(a.name, b.name))
  return {
    roots: children.get(null) ?? [],
    childrenOf: (id) => children.get(id) ?? [],
    ancestorsOf: (id) => {
      const above: FolderId[] = []
      let parent = byId.get(id)?.parentId ?? null
      while (parent !== null && byId.has(parent) && !above.includes(parent)) {
        above.unshift(parent)
        parent = byId.get(parent)?.parentId ?? null
      }
      return above
    }
  }
}
