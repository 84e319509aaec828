import { recordCustody } from '#engine/custody/record'
import type { WriteDb } from '#engine/store/connection'
import type { NameRow } from '#engine/store/names'

type WithCard = 'card-created' | 'card-deleted' | 'card-restored'

/**
 * What a card is in the log: its number, its kind and how many spellings it has, never its words. A deleted card is erased from the file;
 * from the log nothing can be.
 */
const asCard = ({ id, kind, spellings }: NameRow) => ({ card: id, cardKind: kind, spellings: spellings.length })

export function recordCard(db: WriteDb, kind: WithCard, card: NameRow): void {
  recordCustody(db, kind, asCard(card))
}

export function recordCardMerged(db: WriteDb, card: NameRow, into: number): void {
  recordCustody(db, 'card-merged', { ...asCard(card), into })
}

export function recordCardSplit(db: WriteDb, card: NameRow, made: number): void {
  recordCustody(db, 'card-split', { ...asCard(card), made })
}

/** Records which fields of a card differ; nothing when none does. */
export function recordCardChanged(db: WriteDb, before: NameRow, after: NameRow): void {
  const fields = (['label', 'kind', 'note', 'spellings'] as const).filter(
    (field) => JSON.stringify(before[field]) !== JSON.stringify(after[field])
  )
  if (fields.length > 0) recordCustody(db, 'card-changed', { ...asCard(after), fields })
}
