/** What SQLite itself can say of a database file, and whether its rows fit together. */
import type { Work } from '#engine/integrity/work'
import type { ReadDb } from '#engine/store/connection'
import { listForeignParts } from '#engine/store/own-schema'
import { countMisfits, listTables, tableVerdict } from '#engine/store/soundness'

/** What is found wrong, as sentences; none: nothing. */
export type Troubles = readonly string[]

/**
 * Looks for what Sanad did not put into the database, and has SQLite check one table after another, so that others get their turn in between: with `isThorough` every index entry against its row,
 * else each page by itself. Throws what SQLite throws for a file that it can not read.
 */
export async function checkStructure(
  db: ReadDb,
  isThorough: boolean,
  work: Work,
  tell: (done: number) => void
): Promise<Troubles> {
  const troubles: string[] = [...listForeignParts(db)]
  const tables = listTables(db)
  for (const [at, table] of tables.entries()) {
    if (!(await work.rest())) return troubles
    tell(at / tables.length)
    const verdict = tableVerdict(db, table, isThorough)
    if (verdict !== 'ok') troubles.push(`${table}: ${verdict}`)
  }
  return troubles
}

/** Whether every document has its original, its text, its place and its row in the index, and nothing points at what is not there. */
export async function checkReferences(db: ReadDb, work: Work): Promise<Troubles> {
  const troubles: string[] = []
  for (const { count, sentence } of countMisfits(db)) {
    if (!(await work.rest())) return troubles
    const misfits = count()
    if (misfits > 0) troubles.push(sentence(misfits))
  }
  return troubles
}
