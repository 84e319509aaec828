import { type Arguments, UsageError } from '#cli/arguments'
import { documentId } from '#cli/document-id'
import type { Output, Prepared } from '#cli/output'
import type { Session } from '#cli/session'
import { FORMATS, isFormatId } from '#engine/extract/formats'
import type { WhatToReread } from '#engine/import/documents-to-reread'
import { Rereading } from '#engine/import/rereading'
import { findDocumentState } from '#engine/store/documents'
import { SanadError } from '#shared/errors'

/**
 * Reads documents again from their originals: those named, those of a format, or without either all that an older version read. Tags,
 * stars and corrections stay. Throws SanadError `not-found` for a document that does not exist; then nothing is read.
 */
export function prepareReread({ operands, format }: Arguments): Prepared {
  if (format !== undefined && operands.length > 0) throw new UsageError('“sanad reread” takes --format or numbers, not both.')
  if (format !== undefined && !isFormatId(format)) throw new UsageError(`--format is one of ${Object.keys(FORMATS).join(', ')}.`)
  const what: WhatToReread =
    format !== undefined
      ? { what: 'format', format }
      : operands.length > 0
        ? { what: 'documents', ids: operands.map(documentId) }
        : { what: 'outdated' }
  return (session) => reread(session, what)
}

async function reread({ archive, pool }: Session, what: WhatToReread): Promise<Output> {
  const unknown = what.what === 'documents' ? what.ids.find((id) => !findDocumentState(archive.db, id)) : undefined
  if (unknown !== undefined) throw new SanadError('not-found', `There is no document ${unknown} in this archive.`)
  const nothing = (): void => undefined
  const rereading = new Rereading({
    archive,
    extractor: pool(),
    isImporting: () => false,
    onProgress: nothing,
    onCommit: nothing
  })
  const interrupt = (): void => rereading.cancel()
  process.once('SIGINT', interrupt)
  process.once('SIGTERM', interrupt)
  rereading.start(what)
  const { total, done, improved } = await rereading.ended()
  process.off('SIGINT', interrupt)
  process.off('SIGTERM', interrupt)
  return {
    json: { documents: total, done, withoutTrouble: improved },
    text: `${done} of ${total} documents read again, ${improved} without trouble`,
    exitCode: done === total ? 0 : 1
  }
}
