import type { ReadDb } from '#engine/store/connection'
import { rows } from '#engine/store/statement'

/**
 * What stands in one of these columns of documents, in order. Steps from value to value through the column's index, as SQLite's DISTINCT
 * does not: 2 ms at 60,000 documents become microseconds.
 */
export function listDistinct(db: ReadDb, column: 'language' | 'media_type'): string[] {
  return rows<{ found: string }>(
    db,
    `WITH RECURSIVE step (found) AS (
       SELECT min(${column}) FROM document
       UNION ALL
       SELECT (SELECT min(${column}) FROM document WHERE ${column} > found) FROM step WHERE found IS NOT NULL
     ) SELECT found FROM step WHERE found IS NOT NULL`
  ).map(({ found }) => found)
}

/** Every language of the documents, of those in several languages too, in order. Cost: a walk over the documents in several languages. */
export function listLanguages(db: ReadDb): string[] {
  const others = rows<{ language: string }>(
    db,
    `SELECT DISTINCT own.value AS language
     FROM (SELECT DISTINCT languages FROM document WHERE languages <> '[]') several, json_each(several.languages) own`
  ).map(({ language }) => language)
  return [...new Set([...listDistinct(db, 'language'), ...others])].sort()
}
