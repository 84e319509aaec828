import type { ReadDb } from '#engine/store/connection'
import { rows } from '#engine/store/statement'
import { tagKey } from '#engine/store/tags'
import { indexText } from '#shared/text/index-text'

type Named = Readonly<{ text: string; key: string }>

const KEYS: readonly Readonly<{ sql: string; keyOf: (text: string) => string; sentence: (n: number) => string }>[] = [
  {
    sql: 'SELECT name AS text, name_key AS key FROM tag',
    keyOf: tagKey,
    sentence: (n) => `${n} tags have another name than they were given`
  },
  {
    sql: 'SELECT label AS text, label_key AS key FROM name',
    keyOf: indexText,
    sentence: (n) => `${n} name cards have another label than they were given`
  }
]

/** Names that people gave and that are not those under which they are found, as sentences. */
export function listKeyMisfits(db: ReadDb): string[] {
  return KEYS.flatMap(({ sql, keyOf, sentence }) => {
    const misfits = rows<Named>(db, sql).filter(({ text, key }) => keyOf(text) !== key).length
    return misfits === 0 ? [] : [sentence(misfits)]
  })
}
