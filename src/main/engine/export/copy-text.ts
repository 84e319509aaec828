import type { TextCache } from '#engine/search/text-cache'
import type { ReadDb } from '#engine/store/connection'
import { findSummary } from '#engine/store/summaries'
import { SanadError } from '#shared/errors'
import type { DocumentId } from '#shared/model/ids'

/** All text of a document, exactly; null for one without. Throws SanadError `not-found`. */
export function copyText(db: ReadDb, texts: TextCache, id: DocumentId): string | null {
  if (!findSummary(db, id)) throw new SanadError('not-found', `There is no document ${id} in this archive.`)
  const { all } = texts.get(db, id)
  return all.trim() === '' ? null : all
}
