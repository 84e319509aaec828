import type { ReadDb } from '#engine/store/connection'
import { rows } from '#engine/store/statement'
import type { NameId } from '#shared/model/ids'
import { indexText } from '#shared/text/index-text'

/** Cards with one label or spelling that are looked at, and the spellings taken of each. */
const MOST_CARDS = 50
const MOST_SPELLINGS = 200

/** A switched-on spelling of a card. */
export type CardSpelling = Readonly<{ nameId: NameId; label: string; key: string; text: string }>

/**
 * The switched-on spellings of the cards whose label, or one of whose switched-on spellings, reads as `nameText` does; empty when there
 * is none. `key` is the spelling's index terms with single spaces between. Cost: two index look-ups.
 */
export function cardSpellingsOf(db: ReadDb, nameText: string): readonly CardSpelling[] {
  const key = indexText(nameText)
  if (key === '') return []
  return rows<CardSpelling>(
    db,
    `WITH wanted AS (
       SELECT id FROM name WHERE label_key = ? UNION SELECT name_id FROM name_spelling WHERE key = ? AND is_on = 1 LIMIT ${MOST_CARDS}
     )
     SELECT n.id AS nameId, n.label, s.key, s.text FROM wanted w JOIN name n ON n.id = w.id
     JOIN name_spelling s ON s.name_id = n.id AND s.is_on = 1
     ORDER BY n.id, s.added_at, s.key LIMIT ${MOST_SPELLINGS}`,
    [key, key]
  )
}

/** The switched-on spellings, as written, of the cards with that label or spelling; empty when there is none. */
export function spellingsOf(db: ReadDb, nameText: string): readonly string[] {
  return [...new Map(cardSpellingsOf(db, nameText).map(({ key, text }) => [key, text])).values()]
}
