import type { ReadDb, WriteDb } from '#engine/store/connection'
import { row, rows, run } from '#engine/store/statement'
import type { FolderId } from '#shared/model/ids'
import type { FolderNode } from '#shared/model/importing'

/** The folder with this absolute path, created below `parent` when it is new, put below it when it stood alone until now. */
export function recordFolder(
  db: WriteDb,
  path: string,
  name: string,
  parent: FolderId | null,
  kind: FolderNode['kind'] = 'folder'
): FolderId {
  const known = row<{ id: FolderId; parentId: FolderId | null }>(
    db,
    'SELECT id, parent_id AS parentId FROM folder WHERE path = ?',
    [path]
  )
  if (known) {
    if (known.parentId === null && parent !== null) adopt(db, known.id, parent)
    return known.id
  }
  const id = run(db, 'INSERT INTO folder (parent_id, name, path, kind) VALUES (?, ?, ?, ?)', [parent, name, path, kind])
    .id as FolderId
  run(db, `INSERT INTO folder_ancestor (folder_id, ancestor_id) ${WITH_ABOVE} SELECT ?, id FROM above`, [id, id])
  return id
}

/** The folder and those above it. By their parents: `folder_ancestor` is found by the ancestor only, and would be read whole. */
const WITH_ABOVE = `WITH RECURSIVE above (id) AS (
  SELECT ? UNION ALL SELECT parent_id FROM folder JOIN above USING (id) WHERE parent_id IS NOT NULL
)`

export type StoredFolder = Readonly<{ path: string; name: string; parentId: FolderId | null; kind: FolderNode['kind'] }>

export function findFolder(db: ReadDb, id: FolderId): StoredFolder | undefined {
  return row<StoredFolder>(db, 'SELECT path, name, parent_id AS parentId, kind FROM folder WHERE id = ?', [id])
}

/** A folder that was imported by itself is found again inside an imported one: it and all below it gain the folders above. */
function adopt(db: WriteDb, id: FolderId, parent: FolderId): void {
  run(db, 'UPDATE folder SET parent_id = ? WHERE id = ?', [parent, id])
  run(
    db,
    `INSERT OR IGNORE INTO folder_ancestor (folder_id, ancestor_id) ${WITH_ABOVE}
     SELECT below.folder_id, above.id FROM folder_ancestor below, above WHERE below.ancestor_id = ?`,
    [parent, id]
  )
}

/**
 * All folders that hold documents, with the exact number of distinct documents in each subtree; parents before children.
 * Cost: grows with the number of sightings times the depth of folders.
 */
export function listFolders(db: ReadDb): FolderNode[] {
  return rows<FolderNode & { ocrLanguages: string | null }>(
    db,
    `SELECT f.id, f.parent_id AS parentId, f.name, f.kind, f.ocr_languages AS ocrLanguages, n.documents
     FROM folder f JOIN (
       SELECT a.ancestor_id AS id, count(DISTINCT s.document_id) AS documents
       FROM sighting s JOIN folder_ancestor a ON a.folder_id = s.folder_id
       GROUP BY a.ancestor_id
     ) n ON n.id = f.id
     ORDER BY f.path`
  ).map((found) => ({
    ...found,
    ocrLanguages: found.ocrLanguages === null ? null : (JSON.parse(found.ocrLanguages) as string[])
  }))
}

/** Name and place of every folder, for suggestions and for `folder:`. */
export function listFolderPaths(db: ReadDb): Readonly<{ id: FolderId; name: string; path: string }>[] {
  return rows(db, 'SELECT id, name, path FROM folder ORDER BY path')
}
