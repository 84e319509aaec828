/** Holds each document's rows against what was written when it was read. */
import type { Troubles } from '#engine/integrity/check-structure'
import type { Work } from '#engine/integrity/work'
import { type ReadDb, snapshot } from '#engine/store/connection'
import { changedPart } from '#engine/store/document-digests'
import { misfitOfFields } from '#engine/store/document-fields-check'
import { listKeyMisfits } from '#engine/store/key-misfits'
import { rows } from '#engine/store/statement'
import { readText } from '#engine/store/texts'
import type { DocumentId } from '#shared/model/ids'

/** Documents named in a sentence; more are counted. */
const NAMED = 5

const AT_ONCE = 500

export function* eachDocumentId(db: ReadDb): Generator<DocumentId> {
  let last = 0
  for (;;) {
    const some = rows<{ id: DocumentId }>(db, 'SELECT id FROM document WHERE id > ? ORDER BY id LIMIT ?', [last, AT_ONCE])
    for (const { id } of some) yield id
    const end = some.at(-1)
    if (!end) return
    last = end.id
  }
}

const SENTENCES = {
  reading: 'are not as they were read from their originals',
  text: 'have a text that is not as it was written',
  'no-digest': 'have nothing that their text could be held against',
  unpacking: 'have a text that can not be unpacked',
  fields: 'show a title, author, publisher, date, language or address that is neither what was read nor what was corrected'
} as const

/** With `isThorough`, each text is unpacked as well. `tell` is called with how many documents were looked at. */
export async function checkDocuments(
  db: ReadDb,
  isThorough: boolean,
  work: Work,
  tell: (done: number) => void
): Promise<Troubles> {
  const found = new Map<keyof typeof SENTENCES, DocumentId[]>()
  let done = 0
  for (const id of eachDocumentId(db)) {
    if (!(await work.rest())) break
    for (const trouble of snapshot(db, () => troublesOf(db, id, isThorough))) {
      const ids = found.get(trouble) ?? []
      ids.push(id)
      found.set(trouble, ids)
    }
    done += 1
    tell(done)
  }
  return [...[...found].map(([trouble, ids]) => `${named(ids)} ${SENTENCES[trouble]}`), ...listKeyMisfits(db)]
}

function troublesOf(db: ReadDb, id: DocumentId, isThorough: boolean): (keyof typeof SENTENCES)[] {
  const troubles: (keyof typeof SENTENCES)[] = []
  const part = changedPart(db, id)
  if (part !== undefined) troubles.push(part)
  if (misfitOfFields(db, id)) troubles.push('fields')
  if (isThorough && !unpacks(db, id)) troubles.push('unpacking')
  return troubles
}

function unpacks(db: ReadDb, id: DocumentId): boolean {
  try {
    readText(db, id)
    return true
  } catch {
    // Zlib and JSON say in their own ways that bytes are damaged.
    return false
  }
}

function named(ids: readonly DocumentId[]): string {
  const list = ids.slice(0, NAMED).join(', ')
  return `documents ${list}${ids.length > NAMED ? ` and ${ids.length - NAMED} more` : ''}`
}
