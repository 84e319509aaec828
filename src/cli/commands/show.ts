import { type Arguments, UsageError } from '#cli/arguments'
import { documentId } from '#cli/document-id'
import type { Output, Prepared } from '#cli/output'
import type { Session } from '#cli/session'
import { findDetail } from '#engine/store/summaries'
import { readText } from '#engine/store/texts'
import { SanadError } from '#shared/errors'
import type { DocumentId } from '#shared/model/ids'

export function prepareShow({ operands, text = 'reader' }: Arguments): Prepared {
  const [operand, ...more] = operands
  if (operand === undefined || more.length > 0) throw new UsageError('“sanad show” takes the number of one document.')
  if (text !== 'reader' && text !== 'all') throw new UsageError('--text is “reader” or “all”.')
  const id = documentId(operand)
  return (session) => show(session, id, text)
}

function show({ archive }: Session, id: DocumentId, text: 'reader' | 'all'): Output {
  const detail = findDetail(archive.db, id)
  if (!detail) throw new SanadError('not-found', `There is no document ${id} in this archive.`)
  const { title, author, publisher, date, language, sourceUrl, mediaType, sizeBytes, sha256, status } = detail
  const about = { id, title, author, publisher, date, language, sourceUrl, mediaType, sizeBytes, sha256, status }
  const json = {
    ...about,
    paths: detail.sightings.map((sighting) => sighting.path),
    tags: detail.tags.map((tag) => tag.name),
    text: readText(archive.db, id)[text]
  }
  const facts = Object.entries({ ...about, paths: json.paths.join('\n  '), tags: json.tags.join(', ') })
  return { json, text: [...facts.map(([name, value]) => `${name}: ${value ?? 'unknown'}`), '', json.text].join('\n') }
}
