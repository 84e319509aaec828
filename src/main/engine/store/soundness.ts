/** Questions to a database about itself. */
import type { ReadDb } from '#engine/store/connection'
import { rows, value } from '#engine/store/statement'

/** Tables in the order of their names; those that only show another one are left out. */
export function listTables(db: ReadDb): string[] {
  return rows<{ name: string }>(
    db,
    `SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE '%USING fts5vocab%' ORDER BY name`
  ).map(({ name }) => name)
}

/** `ok`, or the first thing that SQLite finds wrong with a table and its indexes. Subtle: asked of an FTS5 table, it is FTS5 that answers. */
export function tableVerdict(db: ReadDb, table: string, isThorough: boolean): string {
  return String(
    db.pragma(`${isThorough ? 'integrity_check' : 'quick_check'}("${table.replaceAll('"', '""')}")`, { simple: true })
  )
}

/** The same of the whole file, free pages included. */
export const fileVerdict = (db: ReadDb, isThorough: boolean): string =>
  String(db.pragma(isThorough ? 'integrity_check(1)' : 'quick_check(1)', { simple: true }))

type Misfits = Readonly<{ count: () => number; sentence: (n: number) => string }>

const MISFITS: readonly Readonly<{ sql: string; sentence: (n: number) => string }>[] = [
  {
    sql: 'SELECT count(*) FROM pragma_foreign_key_check',
    sentence: (n) => `${n} rows refer to something that is not there`
  },
  {
    sql: 'SELECT count(*) FROM document d WHERE NOT EXISTS (SELECT 1 FROM sighting WHERE document_id = d.id)',
    sentence: (n) => `${n} documents have no place where they were seen`
  },
  {
    sql: `SELECT count(*) FROM document d WHERE status IN ('searchable', 'simplified')
      AND NOT EXISTS (SELECT 1 FROM document_text WHERE document_id = d.id)`,
    sentence: (n) => `${n} documents have no text`
  },
  {
    sql: `SELECT (SELECT count(*) FROM document WHERE id NOT IN (SELECT id FROM fts_docsize))
      + (SELECT count(*) FROM fts_docsize WHERE id NOT IN (SELECT id FROM document))`,
    sentence: (n) => `${n} documents are not in the index, or in it without being there`
  }
]

/** Ways in which rows may not fit together, each with how to count it. Cost: a reading of the tables it names. */
export function countMisfits(db: ReadDb): readonly Misfits[] {
  return MISFITS.map(({ sql, sentence }) => ({ count: () => value<number>(db, sql) ?? 0, sentence }))
}
