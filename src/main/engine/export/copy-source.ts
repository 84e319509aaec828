import type { Originals } from '#engine/originals/originals'
import { findLooking } from '#engine/reading/looking'
import type { StoredFile } from '#engine/sealed/stored-file'
import type { ReadDb } from '#engine/store/connection'
import { findDetail } from '#engine/store/summaries'
import { SanadError } from '#shared/errors'
import type { DocumentId } from '#shared/model/ids'

/** An original of which a copy is made. For the main process alone: the path never reaches the window. */
export type CopySource = Readonly<{
  file: StoredFile
  fileName: string
  mediaType: string
  sizeBytes: number
  sha256: string
  hasText: boolean
}>

const fileOf = (db: ReadDb, originals: Originals, id: DocumentId): StoredFile => {
  const looking = findLooking(db, originals, id)
  if (!looking) throw new SanadError('not-found', `There is no document ${id} in this archive.`)
  return looking.file
}

/** Throws SanadError `not-found`. */
export function findCopySource(db: ReadDb, originals: Originals, id: DocumentId): CopySource {
  const file = fileOf(db, originals, id)
  const detail = findDetail(db, id)
  if (!detail) throw new SanadError('not-found', `There is no document ${id} in this archive.`)
  const { fileName, mediaType, sizeBytes, sha256, wordCount } = detail
  return { file, fileName, mediaType, sizeBytes, sha256, hasText: wordCount > 0 }
}
