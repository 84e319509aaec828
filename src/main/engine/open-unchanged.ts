/** Opening an archive that lies where nothing can be written: a write-protected disk, a folder of somebody else, a full disk. */
import { join } from 'node:path'
import { archiveName } from '#engine/archive-name'
import { isWriteProtected } from '#engine/disk-error'
import type { ArchiveKeys } from '#engine/keys/archive-keys'
import { findConversion } from '#engine/keys/conversion'
import type { Archive } from '#engine/open'
import { Originals } from '#engine/originals/originals'
import { openForReading, type ReadDb, type WriteDb } from '#engine/store/connection'
import { setDatabaseKey } from '#engine/store/database-keys'
import { isOfThisVersion } from '#engine/store/migrate'
import { SanadError } from '#shared/errors'

const UNWRITABLE: readonly string[] = ['archive-read-only', 'permission-denied', 'disk-full', 'disk-error']

/** Whether an archive was refused for writing alone, so that reading it may be tried. */
export const isUnwritable = (error: unknown): boolean => error instanceof SanadError && UNWRITABLE.includes(error.code)

/**
 * Opens the archive for reading only. Without a lock, since nobody can write. Undefined when it can not be read either; throws SanadError
 * `archive-read-only` when it would have to be changed first.
 */
export function openUnchanged(directory: string, keys: ArchiveKeys | null): Archive | undefined {
  setDatabaseKey(directory, keys?.database ?? null)
  const opened = readable(join(directory, 'archive.db'))
  if (!opened?.isCurrent) {
    opened?.db.close()
    setDatabaseKey(directory, null)
    // A disk that fails answers anything; why it could not be opened for writing is what the person is told.
    if (!isWriteProtected(directory)) return undefined
    throw new SanadError(
      'archive-read-only',
      `${directory} has to be prepared before it can be read (another version of Sanad made it, or it was not closed in order), and lies where nothing can be written. Copy it to another disk, and open it there.`
    )
  }
  const { db } = opened
  const close = (): void => {
    db.close()
    setDatabaseKey(directory, null)
  }
  return {
    directory,
    name: archiveName(directory),
    // Subtle: the type says that it may be written to. Whoever does is refused by SQLite, and told why by `asSanadError`.
    db: db as WriteDb,
    originals: new Originals(directory, keys, findConversion(db) !== undefined),
    isEncrypted: keys !== null,
    isReadOnly: true,
    unfinishedChange: findConversion(db) ?? null,
    close
  }
}

function readable(file: string): { db: ReadDb; isCurrent: boolean } | undefined {
  let db: ReadDb | undefined
  try {
    db = openForReading(file)
    return { db, isCurrent: isOfThisVersion(db) }
  } catch {
    // Why it could not be opened for writing is what the person is told.
    db?.close()
    return undefined
  }
}
