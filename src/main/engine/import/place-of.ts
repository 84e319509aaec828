import type { Depth } from '#engine/import/budget'
import type { SourceFolder } from '#engine/import/walk'
import type { ReadDb } from '#engine/store/connection'
import { findHolder } from '#engine/store/embeddings'
import { findFolder } from '#engine/store/folders'
import { listSightings } from '#engine/store/sightings'
import type { DocumentId, FolderId } from '#shared/model/ids'

/** Where a document lies, for reading it again: on disk if it was ever seen there. */
export type StandingPlace = Readonly<{ path: string; folder: SourceFolder; modifiedAt: number; isOnDisk: boolean }>

/** Undefined for a document that was never seen anywhere. */
export function placeOf(db: ReadDb, id: DocumentId): StandingPlace | undefined {
  const places = listSightings(db, id).flatMap(({ path, folderId, modifiedAt }): StandingPlace[] => {
    const folder = sourceFolder(db, folderId)
    if (!folder) return []
    // What a message brings lies in the message's folder, under a path that goes through the message.
    const isOnDisk = !folder.isContainer && !path.slice(folder.path.length + 1).includes('/')
    return [{ path, folder, modifiedAt, isOnDisk }]
  })
  return places.find((place) => place.isOnDisk) ?? places[0]
}

function sourceFolder(db: ReadDb, id: FolderId): SourceFolder | undefined {
  const found = findFolder(db, id)
  if (!found) return undefined
  const { path, name, parentId, kind } = found
  const parent = parentId === null ? null : (sourceFolder(db, parentId) ?? null)
  return kind === 'container' ? { path, name, parent, isContainer: true } : { path, name, parent }
}

/** How deep may still be opened below a document inside others, given what may be opened below a file on disk. */
export function depthBelow(db: ReadDb, id: DocumentId, whole: Depth): Depth {
  let { archives, levels } = whole
  let at = id
  for (let holder = findHolder(db, at); holder && levels > 0; holder = findHolder(db, at)) {
    levels -= 1
    if (holder.relation === 'entry') archives -= 1
    at = holder.id
  }
  return { archives: Math.max(archives, 0), levels }
}
