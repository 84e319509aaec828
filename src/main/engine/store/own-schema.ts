/** Whether a database has the tables, indexes and triggers that this program makes, and nothing else. */
import Database from 'better-sqlite3'
import type { ReadDb, WriteDb } from '#engine/store/connection'
import { migrate, SCHEMA_VERSION } from '#engine/store/migrate'
import { rows } from '#engine/store/statement'
import { addTextFunctions } from '#engine/store/text-functions'

type Part = Readonly<{ type: string; name: string; sql: string }>

/** Subtle: what FTS5 makes for itself is written by SQLite, whose versions may word it differently. */
function partsOf(db: ReadDb): Map<string, string> {
  const parts = rows<Part>(
    db,
    `SELECT type, name, CASE WHEN name LIKE 'fts\\_%' ESCAPE '\\' THEN '' ELSE sql END AS sql FROM sqlite_schema
     WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'`
  )
  return new Map(parts.map(({ type, name, sql }) => [`${type} ${name}`, sql]))
}

let own: Map<string, string> | undefined

function ownParts(): Map<string, string> {
  if (own) return own
  const db = new Database(':memory:') as WriteDb
  try {
    addTextFunctions(db)
    migrate(db, ':memory:')
    own = partsOf(db)
    return own
  } finally {
    db.close()
  }
}

/**
 * What stands in the database besides what this program makes, or otherwise than it makes it, and what is missing of it: a trigger of somebody
 * else could keep what is cleared, or change what is corrected. None for a database of another version. Cost: some milliseconds, once.
 */
export function listForeignParts(db: ReadDb): readonly string[] {
  if (Number(db.pragma('user_version', { simple: true })) !== SCHEMA_VERSION) return []
  const [ours, found] = [ownParts(), partsOf(db)]
  const foreign = [...found].filter(([name, sql]) => ours.get(name) !== sql).map(([name]) => `${name} is not as Sanad makes it`)
  const missing = [...ours.keys()].filter((name) => !found.has(name)).map((name) => `${name} is missing`)
  return [...foreign, ...missing]
}
