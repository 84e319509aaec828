import { getNameRow } from '#engine/names/changing'
import { passagesOf } from '#engine/search/passages-of'
import type { TextCache } from '#engine/search/text-cache'
import type { ReadDb } from '#engine/store/connection'
import { holdsPhrase } from '#engine/store/mentions'
import { rows, type SqlValue, value } from '#engine/store/statement'
import { findSummary } from '#engine/store/summaries'
import type { DocumentId, NameId } from '#shared/model/ids'
import type { NameMention } from '#shared/model/name'
import { buildMatcher, type Matcher } from '#shared/text/matcher'
import { wordsOf } from '#shared/text/words-of'

/** Passages of a mention, and how long one is, in UTF-16 code units. */
const PASSAGES = { max: 3, length: 180 }

/** What the list is narrowed to: documents of one year (null: undated), and those that hold one spelling. */
export type MentionFilter = Readonly<{ year?: number | null | undefined; key?: string | undefined }>
type Page = Readonly<{ offset: number; limit: number }>

const quote = (key: string): string => `"${key.replaceAll('"', '""')}"`

/**
 * Documents that mention a card, newest first, undated ones last, with the passages around the name and the spellings that stand there.
 * `total` is exact. Throws SanadError `not-found`. Cost: reading the texts of the page's documents.
 */
export function listMentions(
  db: ReadDb,
  texts: TextCache,
  id: NameId,
  filter: MentionFilter,
  page: Page
): { total: number; mentions: NameMention[] } {
  const spellings = getNameRow(db, id).spellings.filter(({ isOn }) => isOn)
  const matcher = matcherOf(spellings.map(({ key }) => key))
  const { sql, params } = condition(id, filter)
  const total = value<number>(db, `SELECT count(*) ${sql}`, params) ?? 0
  const found = rows<{ document: DocumentId; hits: number }>(
    db,
    `SELECT m.document_id AS document, m.hits ${sql} ORDER BY d.first_day DESC, d.id DESC LIMIT ? OFFSET ?`,
    [...params, page.limit, page.offset]
  )
  const mentions = found.flatMap(({ document, hits }): NameMention[] => {
    const summary = findSummary(db, document)
    if (!summary) return []
    const there = spellings.filter(({ key }) => holdsPhrase(db, document, key)).map(({ text }) => text)
    return [{ ...summary, hits, spellings: there, passages: passagesOf(db, texts, document, matcher, PASSAGES) }]
  })
  return { total, mentions }
}

function condition(id: NameId, { year, key }: MentionFilter): { sql: string; params: SqlValue[] } {
  const conditions = ['m.name_id = ?']
  const params: SqlValue[] = [id]
  if (year === null) conditions.push('d.first_day IS NULL')
  else if (year !== undefined) {
    conditions.push('d.first_day BETWEEN ? AND ?')
    params.push(year * 10_000, year * 10_000 + 9999)
  }
  if (key !== undefined && key !== '') {
    conditions.push('d.id IN (SELECT rowid FROM fts WHERE fts MATCH ?)')
    params.push(quote(key))
  }
  return { sql: `FROM mention m JOIN document d ON d.id = m.document_id WHERE ${conditions.join(' AND ')}`, params }
}

/** Marks every spelling, as one word of a query. */
function matcherOf(keys: readonly string[]): Matcher {
  return buildMatcher({ kind: 'or', children: keys.flatMap((key) => wordsOf(key, { exact: true })) })
}
