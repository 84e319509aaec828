import type { Extractor } from '#engine/extract/job'
import { type ReadingChanges, readAgain } from '#engine/import/reread'
import type { Archive } from '#engine/open'
import { findDetail } from '#engine/store/summaries'
import { SanadError } from '#shared/errors'
import type { DocumentDetail } from '#shared/model/document'
import type { DocumentId } from '#shared/model/ids'

/**
 * Reads a document again from its original with a chosen character set (null: guess again). Tags, marks and corrections stay.
 * Throws SanadError `not-found`, or `bad-charset` for a name that is none.
 */
export async function readWithCharset(
  archive: Archive,
  extractor: Extractor,
  id: DocumentId,
  charset: string | null
): Promise<DocumentDetail> {
  if (charset !== null && !isKnownCharset(charset))
    throw new SanadError('bad-charset', `“${charset}” is not a character set this program knows.`)
  return await readWith(archive, extractor, id, { charset })
}

/** Reads a locked document with its password, which stays in the archive. Throws SanadError `not-found` or `wrong-password`. */
export async function readWithPassword(
  archive: Archive,
  extractor: Extractor,
  id: DocumentId,
  password: string
): Promise<DocumentDetail> {
  return await readWith(archive, extractor, id, { password })
}

async function readWith(
  archive: Archive,
  extractor: Extractor,
  id: DocumentId,
  changes: ReadingChanges
): Promise<DocumentDetail> {
  await readAgain(archive, extractor, id, changes)
  const detail = findDetail(archive.db, id)
  if (!detail) throw new SanadError('not-found', `There is no document ${id} in this archive.`)
  return detail
}

/** True for the labels of the WHATWG Encoding Standard. */
function isKnownCharset(label: string): boolean {
  try {
    return new TextDecoder(label).encoding !== ''
  } catch {
    // TextDecoder throws for a label that is none: that is the answer.
    return false
  }
}
