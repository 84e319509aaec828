import { existsSync, rmSync } from 'node:fs'
import { APPLICATION_ID, type WriteDb } from '#engine/store/connection'
import { sql as archive } from '#engine/store/migrations/0001-archive'
import { sql as formats } from '#engine/store/migrations/0002-formats'
import { sql as search } from '#engine/store/migrations/0003-search'
import { convertTexts } from '#engine/store/migrations/0003-search/text-chunks'
import { rebuildIndex } from '#engine/store/rebuild-index'
import { SanadError } from '#shared/errors'

/** What changes the schema, and then what SQL alone can not do with the rows that are there. */
type Migration = Readonly<{ sql: string; convert?: (db: WriteDb) => void }>

/** The texts in pieces first, from which the index is then written anew. */
function convertForSearch(db: WriteDb): void {
  convertTexts(db)
  rebuildIndex(db)
}

/** In order; a released one is never edited. The schema version is the number of migrations applied. */
const MIGRATIONS: readonly Migration[] = [{ sql: archive }, { sql: formats }, { sql: search, convert: convertForSearch }]

export const SCHEMA_VERSION = MIGRATIONS.length

const versionOf = (db: WriteDb): number => Number(db.pragma('user_version', { simple: true }))

/**
 * Brings the database to this program's schema.
 *
 * Before an older archive is changed, a complete copy is written beside it (`archive.db.before-v<N>`), and stays there.
 * Throws SanadError `archive-not-an-archive` for a database of another program, `archive-from-newer-version` for one from the future,
 * `archive-damaged` when the checks after a migration fail (nothing is changed then).
 */
export function migrate(db: WriteDb, file: string): void {
  const version = versionOf(db)
  const applicationId = Number(db.pragma('application_id', { simple: true }))
  const tables = Number(db.prepare('SELECT count(*) FROM sqlite_master').pluck().get())
  const isNew = version === 0 && tables === 0
  if (!isNew && applicationId !== APPLICATION_ID) {
    throw new SanadError('archive-not-an-archive', `${file} is a database of another program, not a Sanad archive.`)
  }
  if (version > SCHEMA_VERSION) {
    throw new SanadError(
      'archive-from-newer-version',
      `This archive was written by a newer Sanad (schema ${version}, this program knows ${SCHEMA_VERSION}). Nothing was changed; open it with the newer program.`
    )
  }
  if (version === SCHEMA_VERSION) return
  if (!isNew) backUp(db, file, version)
  applyFrom(db, version)
}

function backUp(db: WriteDb, file: string, version: number): void {
  const copy = `${file}.before-v${version + 1}`
  if (existsSync(copy)) rmSync(copy)
  db.prepare('VACUUM INTO ?').run(copy)
}

function applyFrom(db: WriteDb, version: number): void {
  // Subtle: inside a transaction SQLite ignores this pragma, so it stands outside.
  db.pragma('foreign_keys = OFF')
  try {
    db.transaction(() => {
      for (const { sql, convert } of MIGRATIONS.slice(version)) {
        db.exec(sql)
        convert?.(db)
      }
      checkIntegrity(db)
      db.pragma(`application_id = ${APPLICATION_ID}`)
      db.pragma(`user_version = ${SCHEMA_VERSION}`)
    }).exclusive()
  } finally {
    db.pragma('foreign_keys = ON')
  }
}

function checkIntegrity(db: WriteDb): void {
  const verdict = db.pragma('quick_check', { simple: true })
  const dangling = db.pragma('foreign_key_check')
  if (verdict !== 'ok' || (Array.isArray(dangling) && dangling.length > 0)) {
    throw new SanadError(
      'archive-damaged',
      `The archive could not be brought to schema ${SCHEMA_VERSION}: ${String(verdict)}. Nothing was changed.`
    )
  }
}
