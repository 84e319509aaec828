import type { Declared } from '#engine/extract/job'
import { declaredOf } from '#engine/import/declared-of'
import type { Originals } from '#engine/originals/originals'
import type { StoredFile } from '#engine/sealed/stored-file'
import type { ReadDb } from '#engine/store/connection'
import { findDocumentSha256, findDocumentState } from '#engine/store/documents'
import type { DocumentId } from '#shared/model/ids'

/** What every job about a document starts with. */
export type Looking = Readonly<{
  file: StoredFile
  name: string
  mediaType: string
  charset: string | null
  password: string | null
  declared: Declared | null
}>

/** Undefined when there is no such document. */
export function findLooking(db: ReadDb, originals: Originals, id: DocumentId): Looking | undefined {
  const state = findDocumentState(db, id)
  const sha256 = findDocumentSha256(db, id)
  if (!state || !sha256) return undefined
  return {
    file: originals.locate(sha256),
    name: state.fileName,
    mediaType: state.mediaType,
    charset: state.chosenCharset,
    password: state.password,
    declared: declaredOf(db, id)
  }
}
