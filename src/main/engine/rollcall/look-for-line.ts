import * as v from 'valibot'
import { spellingsOf } from '#engine/names/spellings-of'
import { listMatchingIds } from '#engine/search/matching-ids'
import type { ReadDb } from '#engine/store/connection'
import { countHits, documentsWithPhrase } from '#engine/store/phrase-hits'
import type { LineResult, WaitingLine } from '#engine/store/rollcalls'
import type { RollCallMode, SpellingCount } from '#shared/model/rollcall'
import { searchFilterSchema } from '#shared/model/search'
import { namePhrases } from '#shared/rollcall/name-phrases'

const EVERYWHERE = v.parse(searchFilterSchema, {})
/** Spellings of a name card that are looked for with a line. */
export const MOST_SPELLINGS = 20

/**
 * Looks for a line in the whole archive: a name as the phrases that stand for it, a query as a search does. Cost: a look-up in the index
 * for each phrase; of what is found, the places of its words.
 */
export function lookForLine(db: ReadDb, { position, text }: WaitingLine, mode: RollCallMode): LineResult {
  if (mode === 'queries') {
    const ids = listMatchingIds(db, text, EVERYWHERE).toSorted((a, b) => a - b)
    return { position, ids, hits: null, spellings: [] }
  }
  const all = new Set<number>()
  const spellings: SpellingCount[] = []
  let hits: number | null = 0
  for (const phrase of namePhrases(text, spellingsOf(db, text).slice(0, MOST_SPELLINGS))) {
    const ids = documentsWithPhrase(db, phrase.terms)
    if (ids.length === 0) continue
    for (const id of ids) all.add(id)
    const own = countHits(db, phrase.terms, new Set(ids))
    hits = own === null || hits === null ? null : hits + own
    spellings.push({ text: phrase.text, documents: ids.length, hits: own })
  }
  return { position, ids: [...all].sort((a, b) => a - b), hits, spellings }
}
