import { type Arguments, UsageError } from '#cli/arguments'
import { documentId } from '#cli/document-id'
import type { Output, Prepared } from '#cli/output'
import type { Session } from '#cli/session'
import { tagDocuments, untagDocuments } from '#engine/organise/tagging'
import { findDocumentState } from '#engine/store/documents'
import { findTagByName } from '#engine/store/tags'
import { SanadError } from '#shared/errors'
import type { DocumentId } from '#shared/model/ids'

/** `sanad tag add|remove TAG ID...`. Throws SanadError `not-found` for a document or tag that does not exist; then nothing is changed. */
export function prepareTag({ operands }: Arguments): Prepared {
  const [action, name, ...numbers] = operands
  if ((action !== 'add' && action !== 'remove') || !name?.trim() || numbers.length === 0) {
    throw new UsageError('Use: sanad tag add|remove TAG ID...')
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

function untag({ db }: Session['archive'], name: string, ids: DocumentId[]): number {
  const tag = findTagByName(db, name)
  if (!tag) throw new SanadError('not-found', `There is no tag “${name}” in this archive.`)
  return untagDocuments(db, tag.id, ids).documents
}
