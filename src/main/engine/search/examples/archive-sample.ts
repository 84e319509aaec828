/** A look at what an archive holds, enough to make examples of it. Bounded: the newest documents stand for all of a large archive. */

import type { ReadDb } from '#engine/store/connection'
import { row, rows } from '#engine/store/statement'

const MOST_DOCUMENTS = 20_000
const MOST_TITLES = 300
const MOST_VALUES = 5

const NEWEST = `(SELECT * FROM document ORDER BY id DESC LIMIT ${MOST_DOCUMENTS})`

/** The most frequent values of a column, at most five; none for what is not known. */
export function frequentValues(db: ReadDb, column: 'author' | 'publisher' | 'language' | 'media_type'): string[] {
  return rows<{ value: string }>(
    db,
    `SELECT ${column} AS value FROM ${NEWEST} WHERE ${column} IS NOT NULL AND ${column} NOT IN ('', 'und')
     GROUP BY ${column} ORDER BY count(*) DESC, ${column} LIMIT ${MOST_VALUES}`
  ).map(({ value }) => value)
}

/** Titles of documents from all parts of the archive, those in these languages first. */
export function sampleTitles(db: ReadDb, languages: readonly string[]): string[] {
  const last = row<{ id: number }>(db, 'SELECT max(id) AS id FROM document')?.id ?? 0
  return rows<{ title: string }>(
    db,
    `SELECT title FROM document WHERE id % ? = 0
     ORDER BY language NOT IN (SELECT value FROM json_each(?)), id LIMIT ${MOST_TITLES}`,
    [Math.max(1, Math.floor(last / (4 * MOST_TITLES))), JSON.stringify(languages)]
  ).map(({ title }) => title)
}

export function frequentTags(db: ReadDb): string[] {
  return rows<{ name: string }>(
    db,
    `SELECT t.name FROM tag t JOIN document_tag dt ON dt.tag_id = t.id GROUP BY t.id ORDER BY count(*) DESC, t.name LIMIT ${MOST_VALUES}`
  ).map(({ name }) => name)
}

/** Folders with most documents directly in them, the outermost of an import left out where there are others. */
export function frequentFolders(db: ReadDb): string[] {
  return rows<{ name: string }>(
    db,
    `SELECT f.name FROM (SELECT folder_id, document_id FROM sighting ORDER BY id DESC LIMIT ${MOST_DOCUMENTS}) s
     JOIN folder f ON f.id = s.folder_id GROUP BY f.id ORDER BY f.parent_id IS NULL, count(*) DESC, f.name LIMIT ${MOST_VALUES}`
  ).map(({ name }) => name)
}

/** The days of documents whose day or month is known, as `YYYY-MM` or `YYYY-MM-DD`: one of each of the most frequent years. */
export function frequentDates(db: ReadDb): string[] {
  return rows<{ date: string }>(
    db,
    `SELECT max(date) AS date FROM ${NEWEST} WHERE first_day IS NOT NULL AND length(date) >= 7
     GROUP BY first_day / 10000 ORDER BY count(*) DESC, date DESC LIMIT ${MOST_VALUES}`
  ).map(({ date }) => date)
}

/** The most frequent years of documents. */
export function frequentYears(db: ReadDb): string[] {
  return rows<{ year: number }>(
    db,
    `SELECT first_day / 10000 AS year FROM ${NEWEST} WHERE first_day IS NOT NULL
     GROUP BY year ORDER BY count(*) DESC, year DESC LIMIT ${MOST_VALUES}`
  ).map(({ year }) => String(year).padStart(4, '0'))
}

/** Labels of name cards. */
export function nameLabels(db: ReadDb): string[] {
  return rows<{ label: string }>(
    db,
    `SELECT n.label FROM name n LEFT JOIN mention m ON m.name_id = n.id GROUP BY n.id ORDER BY count(m.document_id) DESC, n.label
     LIMIT ${MOST_VALUES}`
  ).map(({ label }) => label)
}

/** What stands in the `From` or `To` of some of the newest messages, the most frequent first. */
export function correspondents(db: ReadDb, field: 'from' | 'to', limit = MOST_VALUES): string[] {
  const found = rows<{ value: string }>(
    db,
    `SELECT json_extract(f.value, '$.value') AS value FROM (
       SELECT facts FROM ${NEWEST} WHERE instr(facts, '"name":"${field}"') > 0 LIMIT 1000
     ) d, json_each(d.facts) f WHERE json_extract(f.value, '$.name') = ?
     GROUP BY value ORDER BY count(*) DESC, value LIMIT ?`,
    [field, limit]
  )
  return found.map(({ value }) => value)
}
