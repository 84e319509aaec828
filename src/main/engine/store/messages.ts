/** Mail messages and the conversations they belong to. */
import type { ReadDb, WriteDb } from '#engine/store/connection'
import { rows, run, value } from '#engine/store/statement'
import type { DocumentId } from '#shared/model/ids'

/** Ids without angle brackets; `references` from the oldest to the nearest. */
export type MessageIds = Readonly<{ messageId: string | null; references: readonly string[] }>

/** Longer ids are no ids: they are cut, so that a hostile header does not fill the index. */
const LONGEST_ID = 500
/** Of a long thread's references, the oldest and the nearest say enough. */
const MOST_REFERENCES = 50

/**
 * Records a message in its conversation, or takes it out of one (null). A conversation is named by the oldest id that any of its messages
 * refers to: what comes later and knows more renames what was there, so the order of arrival does not matter.
 */
export function recordMessage(db: WriteDb, id: DocumentId, ids: MessageIds | null): void {
  run(db, 'DELETE FROM message WHERE document_id = ?', [id])
  if (ids === null) return
  const own = normalised(ids.messageId ?? '')
  const references = ids.references.map(normalised).filter((reference) => reference !== '')
  const oldest = references[0] ?? own
  if (oldest === '') return
  const asked = new Set([own, ...references.slice(0, MOST_REFERENCES), ...references.slice(-MOST_REFERENCES)])
  const known = conversationsOf(db, [...asked])
  const conversation = known.find((name) => name !== own) ?? oldest
  run(db, 'INSERT INTO message (document_id, message_id, conversation_id) VALUES (?, ?, ?)', [
    id,
    own === '' ? null : own,
    conversation
  ])
  // Messages that only knew this one, or that were thought to be conversations of their own, join.
  for (const other of new Set([own, oldest, ...known])) {
    if (other !== '' && other !== conversation)
      run(db, 'UPDATE message SET conversation_id = ? WHERE conversation_id = ?', [conversation, other])
  }
}

/** Documents of the same conversation, this one among them, at most `limit`; empty for what is no message. */
export function listConversation(db: ReadDb, id: DocumentId, limit: number): DocumentId[] {
  return rows<{ id: DocumentId }>(
    db,
    `SELECT document_id AS id FROM message
     WHERE conversation_id = (SELECT conversation_id FROM message WHERE document_id = ?) ORDER BY document_id LIMIT ?`,
    [id, limit]
  ).map((found) => found.id)
}

/** Subtle: cut before it is trimmed, which takes time with the square of what it trims. */
const normalised = (id: string): string =>
  id
    .slice(0, 2 * LONGEST_ID)
    .replace(/^[\s<]+|[\s>]+$/g, '')
    .slice(0, LONGEST_ID)

/** The conversations of the messages with these ids, each once. */
function conversationsOf(db: ReadDb, ids: readonly string[]): string[] {
  const found = new Set<string>()
  for (const id of ids) {
    const conversation = value<string>(db, 'SELECT conversation_id FROM message WHERE message_id = ? LIMIT 1', [id])
    if (conversation !== undefined) found.add(conversation)
  }
  return [...found]
}
