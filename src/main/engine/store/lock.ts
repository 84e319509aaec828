/**
 * One process, one archive.
 *
 * The lock is SQLite's own exclusive lock on a small file beside the archive. The operating system lets go of it when its process
 * ends, however it ends, so a lock left by a crash is no lock: the next start simply takes it.
 */
import { statSync } from 'node:fs'
import { basename } from 'node:path'
import Database from 'better-sqlite3'
import { isSqliteError } from '#engine/store/connection'
import { SanadError } from '#shared/errors'

export type ArchiveLock = Readonly<{ release: () => void }>

/** Takes the lock or throws SanadError `archive-in-use`, or `archive-leads-elsewhere` where something else is in its place. `file` need not exist. */
export function takeLock(file: string, archive: string): ArchiveLock {
  // Nothing is ever written to it: what holds something is another file, or a second name of one that will be wanted under this very lock.
  if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > 0) throw elsewhere(file)
  const holder = new Database(file, { timeout: 0 })
  try {
    // Nothing is ever written, so there is no journal to leave behind.
    holder.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    holder.close()
    if (isSqliteError(error, 'SQLITE_BUSY')) {
      throw new SanadError('archive-in-use', `${archive} is open in another window or program. Close it there first.`, {
        cause: error
      })
    }
    if (isSqliteError(error, 'SQLITE_NOTADB') || isSqliteError(error, 'SQLITE_CORRUPT')) {
      throw elsewhere(file, error)
    }
    throw error
  }
  return { release: () => holder.close() }
}

const elsewhere = (file: string, cause?: unknown): SanadError =>
  new SanadError(
    'archive-leads-elsewhere',
    `${basename(file)} is not what Sanad keeps there. Nothing was opened or changed; move it away and try again.`,
    { cause }
  )
