import { type Arguments, UsageError } from '#cli/arguments'
import { documentId } from '#cli/document-id'
import type { Output, Prepared } from '#cli/output'
import type { Session } from '#cli/session'
import { changeTagWarning, tagDocuments, untagDocuments } from '#engine/organise/tagging'
import type { ReadDb } from '#engine/store/connection'
import { findDocumentState } from '#engine/store/documents'
import { findTagByName } from '#engine/store/tags'
import { SanadError } from '#shared/errors'
import type { Tag } from '#shared/model/document'
import type { DocumentId } from '#shared/model/ids'

/**
 * `sanad tag add|remove TAG ID...`, `sanad tag warn|unwarn TAG`. Throws SanadError `not-found` for a document or tag that does not exist;
 * then nothing is changed.
 */
export function prepareTag({ operands }: Arguments): Prepared {
  const [action, name, ...numbers] = operands
  if ((action === 'warn' || action === 'unwarn') && name?.trim() && numbers.length === 0)
    return (session) => setWarning(session, name.trim(), action === 'warn')
  if ((action !== 'add' && action !== 'remove') || !name?.trim() || numbers.length === 0) {
    throw new UsageError('Use: sanad tag add|remove TAG ID..., or sanad tag warn|unwarn TAG')
  }
  const ids = numbers.map(documentId)
  return (session) => change(session, action, name.trim(), ids)
}

function change({ archive }: Session, action: 'add' | 'remove', name: string, ids: DocumentId[]): Output {
  const unknown = ids.find((id) => !findDocumentState(archive.db, id))
  if (unknown !== undefined) throw new SanadError('not-found', `There is no document ${unknown} in this archive.`)
  const documents = action === 'add' ? tagDocuments(archive.db, name, ids).documents : untag(archive, name, ids)
  return { json: { tag: name, documents }, text: `“${name}”: ${documents} documents changed` }
}

function setWarning({ archive: { db } }: Session, name: string, isWarning: boolean): Output {
  const tag = changeTagWarning(db, getTag(db, name).id, isWarning)
  const now = isWarning ? 'are shown only after they were asked for' : 'are shown at once'
  return { json: { tag: tag.name, warning: tag.isWarning }, text: `“${tag.name}”: its documents ${now}` }
}

function untag({ db }: Session['archive'], name: string, ids: DocumentId[]): number {
  return untagDocuments(db, getTag(db, name).id, ids).documents
}

function getTag(db: ReadDb, name: string): Tag {
  const tag = findTagByName(db, name)
  if (!tag) throw new SanadError('not-found', `There is no tag “${name}” in this archive.`)
  return tag
}
