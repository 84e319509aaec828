import type { ReadDb } from '#engine/store/connection'
import { rows } from '#engine/store/statement'
import { readText } from '#engine/store/texts'
import type { DocumentId } from '#shared/model/ids'
import { buildMatcher, findMatches } from '#shared/text/matcher'
import { wordsOf } from '#shared/text/words-of'

/** Documents are looked at up to this many words; a longer one costs more than the look is worth. */
const MOST_WORDS = 50_000

/**
 * How a document writes a phrase of index terms: with its capitals, accents and hamzas, on one line. The phrase itself where no document
 * of moderate size holds it in its text. Cost: reading one document.
 */
export function writtenAs(db: ReadDb, key: string): string {
  const [found] = rows<{ id: DocumentId }>(
    db,
    'SELECT d.id FROM fts JOIN document d ON d.id = fts.rowid WHERE fts MATCH ? AND d.word_count <= ? LIMIT 1',
    [`{body rest} : "${key.replaceAll('"', '""')}"`, MOST_WORDS]
  )
  if (!found) return key
  const matcher = buildMatcher({ kind: 'or', children: wordsOf(key, { exact: true }) })
  const { reader, all } = readText(db, found.id)
  for (const text of [reader, all]) {
    const [place] = findMatches(text, matcher, { limit: 1 })
    if (place) return text.slice(place[0], place[1]).replace(/\s+/g, ' ')
  }
  return key
}
