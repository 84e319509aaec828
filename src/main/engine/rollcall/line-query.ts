import { spellingsOf } from '#engine/names/spellings-of'
import { MOST_SPELLINGS } from '#engine/rollcall/look-for-line'
import type { ReadDb } from '#engine/store/connection'
import type { StoredLine } from '#engine/store/rollcall-lines'
import type { RollCallMode } from '#shared/model/rollcall'
import { namePhrases, phrasesQuery } from '#shared/rollcall/name-phrases'

/** The query that finds what a line finds; empty for a malformed one. */
export function lineQuery(db: ReadDb, { text, problem }: Pick<StoredLine, 'text' | 'problem'>, mode: RollCallMode): string {
  if (problem !== null) return ''
  return mode === 'queries' ? text : phrasesQuery(namePhrases(text, spellingsOf(db, text).slice(0, MOST_SPELLINGS)))
}
