import { getName, getNameRow } from '#engine/names/changing'
import type { ReadDb } from '#engine/store/connection'
import { countPhraseDocuments } from '#engine/store/mentions'
import { rows, value } from '#engine/store/statement'
import type { NameId } from '#shared/model/ids'
import type { NameCard } from '#shared/model/name'

/** A card with its counts, all exact. Throws SanadError `not-found`. Cost: a look-up for each spelling, and its mentions. */
export function readCard(db: ReadDb, id: NameId): NameCard {
  const { note, spellings } = getNameRow(db, id)
  return {
    ...getName(db, id),
    note,
    hits: value<number>(db, 'SELECT coalesce(sum(hits), 0) FROM mention WHERE name_id = ?', [id]) ?? 0,
    spellings: spellings.map(({ key, text, isOn, origin }) => ({
      key,
      text,
      isOn,
      origin,
      documents: countPhraseDocuments(db, key)
    })),
    years: rows(
      db,
      `SELECT d.first_day / 10000 AS year, count(*) AS documents FROM mention m JOIN document d ON d.id = m.document_id
       WHERE m.name_id = ? GROUP BY year ORDER BY year IS NULL, year`,
      [id]
    )
  }
}
