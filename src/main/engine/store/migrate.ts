import { renameSync, rmSync } from 'node:fs'
import { APPLICATION_ID, type ReadDb, type WriteDb } from '#engine/store/connection'
import { recordAllDigests } from '#engine/store/document-digests'
import { sql as archive } from '#engine/store/migrations/0001-archive'
import { sql as formats } from '#engine/store/migrations/0002-formats'
import { sql as search } from '#engine/store/migrations/0003-search'
import { convertTexts } from '#engine/store/migrations/0003-search/text-chunks'
import { sql as safety } from '#engine/store/migrations/0004-safety'
import { rebuildIndex } from '#engine/store/rebuild-index'
import { SanadError } from '#shared/errors'
import type { ArchiveUpgrade } from '#shared/model/app'

/** What changes the schema, and then what SQL alone can not do with the rows that are there. */
type Migration = Readonly<{ sql: string; convert?: (db: WriteDb, tell: TellUpgrade) => void }>

/** Told often how far a long change of the rows is. */
export type TellUpgrade = (upgrade: ArchiveUpgrade) => void

/** The texts in pieces first, from which the index is then written anew. */
function convertForSearch(db: WriteDb, tell: TellUpgrade): void {
  const documents = Number(db.prepare('SELECT count(*) FROM document').pluck().get())
  let done = 0
  const step = (): void => {
    done += 1
    tell({ done: Math.min(done, 2 * documents), total: 2 * documents })
  }
  convertTexts(db, step)
  // Documents without text took no step above.
  done = documents
  rebuildIndex(db, step)
}

/** In order; a released one is never edited. The schema version is the number of migrations applied. */
const MIGRATIONS: readonly Migration[] = [
  { sql: archive },
  { sql: formats },
  { sql: search, convert: convertForSearch },
  { sql: safety, convert: (db) => recordAllDigests(db, () => undefined) }
]

export const SCHEMA_VERSION = MIGRATIONS.length

const versionOf = (db: ReadDb): number => Number(db.pragma('user_version', { simple: true }))

/** Whether the database is an archive that this program reads as it is. Throws errors of SQLite where it can not be read. */
export const isOfThisVersion = (db: ReadDb): boolean =>
  versionOf(db) === SCHEMA_VERSION && Number(db.pragma('application_id', { simple: true })) === APPLICATION_ID

/** Throws SanadError `archive-from-newer-version` for a database from the future. Writes nothing. */
export function demandKnownVersion(db: ReadDb): void {
  const version = versionOf(db)
  if (version <= SCHEMA_VERSION) return
  throw new SanadError(
    'archive-from-newer-version',
    `This archive was written by a newer Sanad (schema ${version}, this program knows ${SCHEMA_VERSION}). Nothing was changed; open it with the newer program.`
  )
}

/**
 * Brings the database to this program's schema.
 *
 * Before an older archive is changed (which takes about a second for two hundred documents, and `tell` is told how far it is), a complete copy is written beside it (`archive.db.before-v<N>`), and stays there.
 * Throws SanadError `archive-not-an-archive` for a database of another program, `archive-from-newer-version` for one from the future,
 * `archive-damaged` when the checks after a migration fail (nothing is changed then).
 */
export function migrate(db: WriteDb, file: string, tell: TellUpgrade = () => undefined): void {
  const version = versionOf(db)
  const applicationId = Number(db.pragma('application_id', { simple: true }))
  const tables = Number(db.prepare('SELECT count(*) FROM sqlite_master').pluck().get())
  const isNew = version === 0 && tables === 0
  if (!isNew && applicationId !== APPLICATION_ID) {
    throw new SanadError('archive-not-an-archive', `${file} is a database of another program, not a Sanad archive.`)
  }
  demandKnownVersion(db)
  if (version === SCHEMA_VERSION) return
  if (!isNew) {
    tell({ done: 0, total: 1 })
    backUp(db, file, version)
  }
  applyFrom(db, version, tell)
}

function backUp(db: WriteDb, file: string, version: number): void {
  const copy = `${file}.before-v${version + 1}`
  // Under another name until it is whole: half a copy must neither pass for one nor fill the disk.
  const unfinished = `${copy}.part`
  const dropUnfinished = (): void => {
    for (const name of [unfinished, `${unfinished}-journal`]) rmSync(name, { force: true })
  }
  dropUnfinished()
  try {
    db.prepare('VACUUM INTO ?').run(unfinished)
    renameSync(unfinished, copy)
  } catch (error) {
    dropUnfinished()
    throw error
  }
}

function applyFrom(db: WriteDb, version: number, tell: TellUpgrade): void {
  // Subtle: inside a transaction SQLite ignores this pragma, so it stands outside.
  db.pragma('foreign_keys = OFF')
  try {
    db.transaction(() => {
      for (const { sql, convert } of MIGRATIONS.slice(version)) {
        db.exec(sql)
        convert?.(db, tell)
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
