import { accessSync, constants, statfsSync } from 'node:fs'
import { isSqliteError } from '#engine/store/connection'
import { SanadError } from '#shared/errors'

const NONSENSE = /unsupported file format|malformed database schema|no such (?:table|column|index)/

/** What the file system and SQLite say about the archive's disk, as the sentence a person needs; anything else as it was. */
export function asSanadError(error: unknown, directory: string): unknown {
  if (error instanceof SanadError) return error
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (isSqliteError(error, 'SQLITE_NOTADB')) {
    return new SanadError(
      'archive-damaged',
      `The database in ${directory} can not be read: it is damaged, or not a Sanad archive.`,
      { cause: error }
    )
  }
  // What SQLite says of a head or a schema that makes no sense has no code of its own.
  if (isSqliteError(error, 'SQLITE_CORRUPT') || (isSqliteError(error, 'SQLITE_ERROR') && NONSENSE.test(String(error))))
    return new SanadError('archive-damaged', `The database in ${directory} is damaged.`, { cause: error })
  // Subtle: room for the index of the log beside the database is asked for without writing, and its lack has a code of its own.
  if (
    isSqliteError(error, 'SQLITE_FULL') ||
    isSqliteError(error, 'SQLITE_IOERR_SHMSIZE') ||
    code === 'ENOSPC' ||
    code === 'EDQUOT'
  ) {
    return asFull(error, directory)
  }
  if (code === 'EROFS' || isSqliteError(error, 'SQLITE_READONLY')) {
    // Subtle: what SQLite refuses in an archive that was opened for reading only does not say why it was. The file system's own word does.
    if (code !== 'EROFS' && isFull(directory) && !isWriteProtected(directory)) return asFull(error, directory)
    return new SanadError(
      'archive-read-only',
      `${directory} lies where nothing can be written: it can be read, not changed. Copy it to another disk to change it.`,
      { cause: error }
    )
  }
  if (code === 'EACCES' || code === 'EPERM' || isSqliteError(error, 'SQLITE_PERM')) {
    return new SanadError('permission-denied', `Sanad may not write in ${directory}.`, { cause: error })
  }
  if (/^E[A-Z]+$/.test(code) || isSqliteError(error, 'SQLITE_IOERR') || isSqliteError(error, 'SQLITE_CANTOPEN')) {
    return new SanadError(
      'disk-error',
      `The disk with ${directory} reported an error (${code}). Nothing already imported is lost; look whether it is connected, and try again.`,
      { cause: error }
    )
  }
  return error
}

/** Turns what the file system and SQLite say meanwhile into the sentence a person needs. */
export function onDisk<T>(directory: string, work: () => T): T {
  try {
    return work()
  } catch (error) {
    throw asSanadError(error, directory)
  }
}

const asFull = (cause: unknown, directory: string): SanadError =>
  new SanadError('disk-full', `The disk with ${directory} is full. Nothing already imported is lost.`, { cause })

/** Less than a change of anything takes. An archive that was opened without room is open for reading only. */
const NO_ROOM = 128 * 1024

/** Whether nothing may be written there, room or not: a medium that is mounted for reading only, or a folder of somebody else. */
export function isWriteProtected(directory: string): boolean {
  try {
    accessSync(directory, constants.W_OK)
    return false
  } catch {
    return true
  }
}

function isFull(directory: string): boolean {
  try {
    const { bavail, bsize } = statfsSync(directory)
    return bavail * bsize < NO_ROOM
  } catch {
    // It is not there to be asked; what went wrong is told as it was.
    return false
  }
}
