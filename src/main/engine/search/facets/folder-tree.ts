import { dataVersion, type ReadDb } from '#engine/store/connection'
import { rows } from '#engine/store/statement'

/** Folders: of which kind each is, and for each the folders it lies in, itself included. */
export type FolderTree = Readonly<{ kind: ReadonlyMap<number, string>; above: ReadonlyMap<number, readonly number[]> }>

const kept = new WeakMap<ReadDb, Readonly<{ version: number; tree: FolderTree }>>()

/** The folders as they are now; read again when the archive changed. */
export function folderTree(db: ReadDb): FolderTree {
  const version = dataVersion(db)
  const known = kept.get(db)
  if (known?.version === version) return known.tree
  const tree = read(db)
  kept.set(db, { version, tree })
  return tree
}

function read(db: ReadDb): FolderTree {
  const above = new Map<number, number[]>()
  for (const { id, ancestor } of rows<{ id: number; ancestor: number }>(
    db,
    'SELECT folder_id AS id, ancestor_id AS ancestor FROM folder_ancestor'
  )) {
    const known = above.get(id)
    if (known === undefined) above.set(id, [ancestor])
    else known.push(ancestor)
  }
  const kinds = rows<{ id: number; kind: string }>(db, 'SELECT id, kind FROM folder')
  return { kind: new Map(kinds.map(({ id, kind }) => [id, kind])), above }
}
