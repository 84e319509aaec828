/** Sound and film, for playing in place. */

import type { Originals } from '#engine/originals/originals'
import { findLooking } from '#engine/reading/looking'
import { openStored } from '#engine/sealed/open-stored'
import type { StoredFile } from '#engine/sealed/stored-file'
import type { ReadDb } from '#engine/store/connection'
import { findDetail } from '#engine/store/summaries'
import type { DocumentId } from '#shared/model/ids'

/** For the main process alone: neither the path nor the key reaches the window. `mediaType` was told from the content when the file was imported. */
export type MediaFile = Readonly<{ file: StoredFile; mediaType: string; sizeBytes: number }>

/** The original of a document that plays; undefined for every other and for an original that is not there. */
export function findMediaFile(db: ReadDb, originals: Originals, id: DocumentId): MediaFile | undefined {
  const looking = findLooking(db, originals, id)
  if (!looking || findDetail(db, id)?.originalView !== 'media') return undefined
  try {
    const media = openStored(looking.file)
    media.close()
    return { file: looking.file, mediaType: looking.mediaType, sizeBytes: media.sizeBytes }
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}
