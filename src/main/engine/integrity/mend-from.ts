/** Makes a new database of what can be read of another one. */
import type { ArchivePlace } from '#engine/integrity/archive-place'
import { mendedFile } from '#engine/integrity/swap-database'
import { dropPart, publish } from '#engine/integrity/whole-file'
import type { Work } from '#engine/integrity/work'
import { openForReading, openForWriting, type ReadDb, type WriteDb } from '#engine/store/connection'
import { copyRows } from '#engine/store/copy-rows'
import { INDEX_FACTS, listKeptTables, TEXT_TABLES } from '#engine/store/kept-tables'
import { migrate } from '#engine/store/migrate'
import { rebuildIndex } from '#engine/store/rebuild-index'
import { rows, run, value } from '#engine/store/statement'
import type { RepairProgress } from '#shared/model/integrity'

export type MendOptions = Readonly<{
  /** A database to take the rows from: the damaged one, a snapshot, or the manifest; null: none. */
  source: string | null
  /** The texts as well, so that only the index is made anew; else every document waits to be read again from its original. */
  withTexts: boolean
  work: Work
  tell: (progress: RepairProgress) => void
}>

/** Thrown when the work was ended by a person. */
export class Ended extends Error {}

/**
 * Writes `archive.db.mended` from the rows of another database and an index of its own. Throws what SQLite throws when the source can not
 * be read, `Ended`, and errors of the disk; then nothing is left.
 */
export async function mendFrom({ directory }: ArchivePlace, options: MendOptions): Promise<void> {
  const part = `${mendedFile(directory)}.part`
  dropPart(part)
  try {
    const target = openForWriting(part)
    try {
      migrate(target, part)
      if (options.source !== null) await copyAll(options.source, target, options)
      finishMending(target, options)
      target.pragma('wal_checkpoint(TRUNCATE)')
    } finally {
      target.close()
    }
    publish(part, mendedFile(directory))
  } finally {
    dropPart(part)
  }
}

async function copyAll(sourceFile: string, target: WriteDb, options: MendOptions): Promise<void> {
  const source = openForReading(sourceFile)
  target.pragma('foreign_keys = OFF')
  try {
    const tables = [...listKeptTables(source), ...(options.withTexts ? TEXT_TABLES : [])].filter((table) =>
      isThere(target, table)
    )
    target.exec('BEGIN; DELETE FROM archive')
    for (const [done, table] of tables.entries()) {
      options.tell({ stage: 'copying', done, total: tables.length })
      for (const _step of copyRows(source, target, table)) if (!(await options.work.rest())) throw new Ended('ended')
    }
    keepCounting(source, target)
    target.exec('COMMIT')
  } catch (error) {
    if (target.inTransaction) target.exec('ROLLBACK')
    throw error
  } finally {
    source.close()
    target.pragma('foreign_keys = ON')
  }
}

const isThere = (db: ReadDb, table: string): boolean =>
  value(db, "SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?", [table]) !== undefined

/** Numbers that were given to rows that are gone are not given again: the custody log names them. */
function keepCounting(source: ReadDb, target: WriteDb): void {
  for (const { name, seq } of rows<{ name: string; seq: number }>(
    source,
    "SELECT name, seq FROM sqlite_sequence WHERE name = 'name'"
  )) {
    run(target, 'DELETE FROM sqlite_sequence WHERE name = ?', [name])
    run(target, 'INSERT INTO sqlite_sequence (name, seq) VALUES (?, ?)', [name, seq])
  }
}

/** With texts, the index is made of them; without, every document waits to be read. */
function finishMending(db: WriteDb, { withTexts, tell }: MendOptions): void {
  const total = value<number>(db, 'SELECT count(*) FROM document') ?? 0
  db.exec('BEGIN')
  // Made anew, so that nothing counts as changed or searched for.
  run(db, 'DELETE FROM changed_document')
  for (const fact of INDEX_FACTS) run(db, 'DELETE FROM archive WHERE key = ?', [fact])
  if (withTexts) {
    let done = 0
    rebuildIndex(db, () => {
      done += 1
      if (done % 20 === 0 || done === total) tell({ stage: 'index', done, total })
    })
  } else {
    run(
      db,
      "UPDATE document SET extractor_version = 0, fold_version = 0, status = 'not-readable-yet', problem_code = NULL, problem_message = NULL, word_count = 0"
    )
  }
  db.exec('COMMIT')
}
