import type { ReadDb } from '#engine/store/connection'
import { countMembers, listHolders, listMembers } from '#engine/store/embeddings'
import { listConversation } from '#engine/store/messages'
import { findDetail, findSummary } from '#engine/store/summaries'
import { SanadError } from '#shared/errors'
import type { DocumentSummary } from '#shared/model/document'
import { FAMILY_ROWS, type Family, type Holder, type Member } from '#shared/model/family'
import type { DocumentId } from '#shared/model/ids'

/** The same attachment may lie in a thousand messages: so many ways up are told. */
const MOST_WAYS = 50
const MOST_STEPS = 16

/** What a document lies in, what it holds, and its conversation. Throws SanadError `not-found`. */
export function readFamily(db: ReadDb, id: DocumentId): Family {
  if (!findSummary(db, id)) throw new SanadError('not-found', `There is no document ${id} in this archive.`)
  return {
    heldBy: waysUp(db, id),
    holds: listMembers(db, id, FAMILY_ROWS).flatMap(({ id: member, relation, path }): Member[] => {
      const summary = findSummary(db, member)
      if (!summary) return []
      return [{ ...summary, relation, path, captured: relation === 'capture' ? capturedAt(db, member) : null }]
    }),
    holdsTotal: countMembers(db, id),
    conversation: conversationOf(db, id)
  }
}

function capturedAt(db: ReadDb, id: DocumentId): string | null {
  return findDetail(db, id)?.facts.find(({ name }) => name === 'captured')?.value ?? null
}

/** Breadth first, so that the nearest come first; a file that holds itself ends the way. */
function waysUp(db: ReadDb, id: DocumentId): readonly (readonly Holder[])[] {
  const ways: Holder[][] = []
  let open = listHolders(db, id)
    .filter((holder) => holder.id !== id)
    .map((holder) => [holder])
  while (open.length > 0 && ways.length < MOST_WAYS) {
    const longer: Holder[][] = []
    for (const way of open) {
      const next = way.length < MOST_STEPS ? holdersAbove(db, id, way) : []
      if (next.length === 0) ways.push(way)
      else longer.push(...next.map((holder) => [...way, holder]))
    }
    open = longer.slice(0, MOST_WAYS)
  }
  return ways.slice(0, MOST_WAYS)
}

function holdersAbove(db: ReadDb, id: DocumentId, way: readonly Holder[]): Holder[] {
  const top = way.at(-1)
  if (!top) return []
  return listHolders(db, top.id).filter((holder) => holder.id !== id && !way.some((step) => step.id === holder.id))
}

function conversationOf(db: ReadDb, id: DocumentId): DocumentSummary[] {
  const messages = listConversation(db, id, FAMILY_ROWS)
  if (messages.length < 2) return []
  return messages
    .flatMap((message) => {
      const detail = findDetail(db, message)
      const summary = findSummary(db, message)
      const sent = detail?.facts.find(({ name }) => name === 'sent')?.value ?? summary?.date
      return summary ? [{ summary, at: sent ? Date.parse(sent) : Number.NaN }] : []
    })
    .sort((a, b) => order(a.at, b.at) || a.summary.id - b.summary.id)
    .map(({ summary }) => summary)
}

/** Messages without a date come last. */
function order(a: number, b: number): number {
  if (Number.isNaN(a) || Number.isNaN(b)) return Number(Number.isNaN(a)) - Number(Number.isNaN(b))
  return a - b
}
