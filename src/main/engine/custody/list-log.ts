import { entryHash } from '#engine/custody/entry-hash'
import { isOlderThanLog } from '#engine/custody/record-originals'
import type { ReadDb } from '#engine/store/connection'
import {
  type CustodyRow,
  countEvents,
  type EventFilter,
  findEvent,
  findOriginalOfDocument,
  listDocumentsOf,
  listEvents
} from '#engine/store/custody-events'
import type { CommandArgs, CommandOutput } from '#shared/contract'
import { SanadError } from '#shared/errors'
import { CUSTODY_TOPIC_OF, type CustodyDocument, type CustodyEntry, type CustodyTopic } from '#shared/model/custody'
import type { DocumentId } from '#shared/model/ids'

type Read = Readonly<{ seq: number; at: string; entry: CustodyEntry | null; sha256: readonly string[] }>

/** A page of the log, newest first. Throws SanadError `not-found` for a document that is not there. */
export function listLog(
  db: ReadDb,
  { topic, documentId, offset, limit }: CommandArgs<'custody.list'>
): CommandOutput<'custody.list'> {
  const filter = { ...(topic ? { kinds: kindsOf(topic) } : {}), ...(documentId ? aboutDocument(db, documentId) : {}) }
  const read = listEvents(db, filter, offset, limit).map(readEntry)
  const firsts = read.flatMap(({ sha256 }) => sha256.slice(0, 1))
  const documents = namedDocuments(db, firsts)
  const entries = read.map(({ seq, at, entry, sha256: [first] }) => ({
    seq,
    at,
    entry,
    document: first === undefined ? null : (documents.get(first) ?? null)
  }))
  return { total: countEvents(db, filter), entries }
}

/** The documents that an entry lists, in its order. Throws SanadError `not-found`. */
export function listDocumentsOfEntry(db: ReadDb, seq: number): CustodyDocument[] {
  const found = findEvent(db, seq)
  if (!found) throw new SanadError('not-found', `There is no entry ${seq} in the custody log.`)
  const { sha256 } = readEntry(found)
  return [...namedDocuments(db, sha256).values()]
}

const kindsOf = (topic: CustodyTopic): string[] =>
  Object.entries(CUSTODY_TOPIC_OF).flatMap(([kind, its]) => (its === topic ? [kind] : []))

function aboutDocument(db: ReadDb, id: DocumentId): EventFilter {
  const original = findOriginalOfDocument(db, id)
  if (!original) throw new SanadError('not-found', `There is no document ${id} in this archive.`)
  return { sha256: original.sha256, orFirst: isOlderThanLog(db, original.id) }
}

/** Reads an entry as this program wrote it; of one that was changed since, nothing but its number and time is taken. */
function readEntry(row: CustodyRow): Read {
  const { seq, at, kind } = row
  if (!Object.hasOwn(CUSTODY_TOPIC_OF, kind) || entryHash(row) !== row.hash) return { seq, at, entry: null, sha256: [] }
  const details = JSON.parse(row.details) as CustodyEntry['details']
  const sha256 = 'sha256' in details ? details.sha256 : []
  if (typeof sha256 !== 'string' && !(Array.isArray(sha256) && sha256.every((one) => typeof one === 'string')))
    return { seq, at, entry: null, sha256: [] }
  if (typeof sha256 === 'string') return { seq, at, entry: { ...row, details } as CustodyEntry, sha256: [sha256] }
  const cut = 'sha256' in details ? { ...details, sha256: sha256.slice(0, 1) } : details
  return { seq, at, entry: { ...row, details: cut } as CustodyEntry, sha256 }
}

function namedDocuments(db: ReadDb, sha256: readonly string[]): Map<string, CustodyDocument> {
  const known = new Map(listDocumentsOf(db, sha256).map((document) => [document.sha256, document]))
  return new Map(sha256.map((hex) => [hex, known.get(hex) ?? { sha256: hex, id: null, title: null }]))
}
