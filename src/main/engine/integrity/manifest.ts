/** The manifest: what a rebuild from the originals needs, as a database of its own. Its form is described in docs/formats/manifest.md. */
import { existsSync, mkdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { ArchivePlace } from '#engine/integrity/archive-place'
import { snapshotsFolder } from '#engine/integrity/snapshots'
import { demandRoom, dropPart, flushCommitted, publish } from '#engine/integrity/whole-file'
import type { Work } from '#engine/integrity/work'
import { APPLICATION_ID, type ReadDb } from '#engine/store/connection'
import { copyRows } from '#engine/store/copy-rows'
import { isPlanted } from '#engine/store/database-keys'
import { listKeptTables } from '#engine/store/kept-tables'
import { copyTables, openCopy } from '#engine/store/open-copy'

export const manifestFile = (directory: string): string => join(snapshotsFolder(directory), 'manifest.db')

/** When it was written; undefined when there is none, and, in an encrypted archive that is unlocked, where it is plain: anybody could have made it. */
export function manifestTime(directory: string): number | undefined {
  const file = manifestFile(directory)
  return existsSync(file) && !isPlanted(file) ? Math.trunc(statSync(file).mtimeMs) : undefined
}

/**
 * Writes the manifest as the archive is at this moment, in place of the one before; false when the work was ended meanwhile. `db`: a
 * reading connection that nobody else uses. Throws SanadError `disk-full` and errors of the disk. Cost: about 5 µs a row.
 */
export async function writeManifest(db: ReadDb, { directory }: ArchivePlace, work: Work): Promise<boolean> {
  mkdirSync(snapshotsFolder(directory), { recursive: true })
  demandRoom(snapshotsFolder(directory), 0)
  const file = manifestFile(directory)
  const part = `${file}.part`
  dropPart(part)
  const copy = openCopy(part)
  try {
    // Of one moment, though others write in between.
    db.exec('BEGIN')
    const tables = listKeptTables(db)
    copyTables(db, copy, tables)
    copy.exec('BEGIN')
    for (const table of tables) {
      for (const _step of copyRows(db, copy, table)) {
        if (await work.rest()) continue
        copy.exec('ROLLBACK')
        return false
      }
    }
    copy.exec('COMMIT')
    copy.pragma(`application_id = ${APPLICATION_ID}`)
    copy.pragma(`user_version = ${Number(db.pragma('user_version', { simple: true }))}`)
    copy.close()
    flushCommitted(join(directory, 'archive.db'))
    publish(part, file)
    return true
  } finally {
    if (db.inTransaction) db.exec('COMMIT')
    if (copy.open) copy.close()
    dropPart(part)
  }
}
