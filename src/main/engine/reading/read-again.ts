import type { Extractor } from '#engine/extract/job'
import { refusedDocument } from '#engine/extract/refusal'
import { NO_ROOM } from '#engine/extract/room'
import { writeReadAgain } from '#engine/import/write-document'
import type { Archive } from '#engine/open'
import { originalFile } from '#engine/originals/originals'
import { durableTransaction } from '#engine/store/connection'
import { findDocumentSha256, findDocumentState } from '#engine/store/documents'
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
  const { db, directory } = archive
  const state = findDocumentState(db, id)
  const sha256 = findDocumentSha256(db, id)
  if (!state || !sha256) throw new SanadError('not-found', `There is no document ${id} in this archive.`)
  const answer = await extractor.run({
    task: 'extract',
    file: originalFile(directory, sha256),
    name: state.fileName,
    charset,
    password: state.password,
    declared: null,
    ocr: [],
    spool: null,
    room: NO_ROOM
  })
  const extracted = answer.task === 'refused' ? refusedDocument(answer.code, answer.message, state.mediaType) : answer.document
  durableTransaction(db, () => writeReadAgain(db, id, extracted, charset))
  const detail = findDetail(db, id)
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
