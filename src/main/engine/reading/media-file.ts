/** Sound and film, for playing in place. */
import { stat } from 'node:fs/promises'
import { findLooking } from '#engine/reading/looking'
import type { ReadDb } from '#engine/store/connection'
import { findDetail } from '#engine/store/summaries'
import type { DocumentId } from '#shared/model/ids'

/** For the main process alone: the path never reaches the window. `mediaType` was told from the content when the file was imported. */
export type MediaFile = Readonly<{ file: string; mediaType: string; sizeBytes: number }>

/** The original of a document that plays; undefined for every other and for an original that is not there. */
export async function findMediaFile(db: ReadDb, directory: string, id: DocumentId): Promise<MediaFile | undefined> {
  const looking = findLooking(db, directory, id)
  if (!looking || findDetail(db, id)?.originalView !== 'media') return undefined
  try {
    return { file: looking.file, mediaType: looking.mediaType, sizeBytes: (await stat(looking.file)).size }
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}
